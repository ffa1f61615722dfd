using LiveFeed.Domain.Sessions;
using MediatR;

namespace LiveFeed.Domain.ScorerLinks;

/// <summary>Makes a scorer link. A repeat makes another one: a response with a secret is not stored.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="CourtId">The court whose matches it is for; or null, and the match says.</param>
/// <param name="MatchId">The match that it is for, if there is no court.</param>
/// <param name="Name">What organizers recognize it by; null for nothing.</param>
/// <param name="ExpiresAt">Until when it can be used; null for the end of the event's last day, or for the default if that is not ahead.</param>
public sealed record CreateScorerLink(Actor Actor, EventId EventId, int? CourtId, MatchId? MatchId, string? Name, DateTimeOffset? ExpiresAt)
    : ICommand<IssuedScorerLink>, IEventCommand, IValidatable
{
    public const int MaxName = 80;

    public Error? Validate() =>
        CourtId is null == MatchId is null ? Error.Invalid(ErrorCode.InvalidRequest, "courtId", "Give either courtId or matchId.")
        : Name is not null && !DisplayText.IsValid(Name, MaxName) ? Error.Invalid(ErrorCode.InvalidRequest, "name", $"A name has 1 to {MaxName} characters, without line breaks.")
        : null;
}

/// <summary>A new scorer link and its secret, which nobody can read again.</summary>
public sealed record IssuedScorerLink(ScorerLink Link, string Secret);

internal sealed class CreateScorerLinkHandler(
    EventAuthorization authorization, IScheduleStore schedules, IMatchStore matches, IScorerLinkStore links, ScorerLinkPolicy policy, TimeProvider time)
    : IRequestHandler<CreateScorerLink, Result<IssuedScorerLink>>
{
    public async Task<Result<IssuedScorerLink>> Handle(CreateScorerLink command, CancellationToken cancellationToken)
    {
        var (eventId, now) = (command.EventId, time.Now());
        var managed = await authorization.AuthorizeManageOpenAsync(eventId, command.Actor);
        if (managed.Value is not { } liveEvent)
            return managed.Error!;
        if (command.ExpiresAt <= now || command.ExpiresAt > now + policy.MaxLifetime)
            return Error.Invalid(ErrorCode.InvalidRequest, "expiresAt", $"Give a time within the next {policy.MaxLifetime.TotalDays:0.##} days.");
        if (command.CourtId is { } courtId && !await schedules.HasCourtAsync(eventId, courtId))
            return CommonErrors.CourtNotFound;
        if (command.MatchId is { } matchId && await matches.FindAsync(eventId, matchId) is null)
            return CommonErrors.MatchNotFound;
        if (await links.CountOpenAsync(eventId, now) >= policy.MaxPerEvent)
            return new Error(ErrorCode.LimitReached, $"This event has {policy.MaxPerEvent} open scorer links, which is the most. Revoke one first.");
        var secret = Secrets.Create();
        var link = new ScorerLink
        {
            Id = OrderedId.Create(now),
            EventId = eventId,
            Hash = Secrets.Hash(secret),
            CourtId = command.CourtId,
            MatchId = command.MatchId,
            Name = command.Name is { } name ? DisplayText.Clean(name) : null,
            ExpiresAt = command.ExpiresAt?.ToMilliseconds() ?? DefaultEnd(liveEvent, now),
            CreatedAt = now,
            CreatorId = command.Actor.UserId,
        };
        links.Add(link);
        return new IssuedScorerLink(link, secret);
    }

    private DateTimeOffset DefaultEnd(LiveEvent liveEvent, DateTimeOffset now) => liveEvent.EndOfLastDay() is { } end && end > now
        ? end < now + policy.MaxLifetime ? end : now + policy.MaxLifetime
        : now + policy.Lifetime;
}
