using MediatR;

namespace LiveFeed.Domain.ScorerLinks;

/// <summary>Makes a scorer link unusable, also for those who are in by it.</summary>
public sealed record RevokeScorerLink(Actor Actor, EventId EventId, string LinkId) : ICommand<Done>, IEventCommand;

internal sealed class RevokeScorerLinkHandler(EventAuthorization authorization, IScorerLinkStore links, ScorerLinkEnder ender)
    : IRequestHandler<RevokeScorerLink, Result<Done>>
{
    public async Task<Result<Done>> Handle(RevokeScorerLink command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        if (await links.FindAsync(command.LinkId) is not { } link || link.EventId != command.EventId)
            return ScorerLinkErrors.NotFound;
        await ender.EndAsync(command.EventId, [link]);
        return new Done();
    }
}
