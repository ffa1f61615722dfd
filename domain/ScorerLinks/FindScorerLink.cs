using MediatR;

namespace LiveFeed.Domain.ScorerLinks;

/// <summary>Finds a scorer link by its secret. A text that is no secret is rejected by this read, so that it never uses the writer's time.</summary>
public sealed record FindScorerLink(string Secret) : IRequest<Result<FoundScorerLink>>;

/// <summary>A scorer link, as anybody who has it sees it.</summary>
/// <param name="Id">The link's id, by which a page knows whether it has used it before.</param>
/// <param name="EventId">The event.</param>
/// <param name="EventName">Its name.</param>
/// <param name="Court">The court whose matches can be scored; null if it is one match.</param>
/// <param name="Match">The match that can be scored; null if it is a court's.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
public sealed record FoundScorerLink(string Id, EventId EventId, string EventName, NamedView? Court, LinkedMatch? Match, DateTimeOffset ExpiresAt);

/// <summary>The match that a scorer link is for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">What people call it, such as M12; null if its id says it.</param>
public sealed record LinkedMatch(MatchId Id, string? Number);

internal sealed class FindScorerLinkHandler(OpenScorerLinks links, IEventStore events, IScheduleStore schedules, IMatchStore matches)
    : IRequestHandler<FindScorerLink, Result<FoundScorerLink>>
{
    public async Task<Result<FoundScorerLink>> Handle(FindScorerLink request, CancellationToken cancellationToken)
    {
        if (await links.FindBySecretAsync(request.Secret) is not { } link || await events.FindAsync(link.EventId) is not { } found)
            return ScorerLinkErrors.NotFound;
        // A court or match that was removed meanwhile: there is nothing to score until it comes back.
        var court = link.CourtId is { } courtId ? await schedules.FindCourtAsync(found.Id, courtId) : null;
        var match = link.MatchId is { } matchId ? await matches.FindAsync(found.Id, matchId) : null;
        return court is null && match is null
            ? ScorerLinkErrors.NotFound
            : new FoundScorerLink(link.Id, found.Id, found.Name, court?.ToView(), match is null ? null : new LinkedMatch(match.Id, match.Number), link.ExpiresAt);
    }
}
