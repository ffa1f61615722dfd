using MediatR;

namespace LiveFeed.Domain.Scores;

/// <summary>Removes an event's revisions of scores that are older than a time, but for the newest of each match; a limited number at a time. Returns how many.</summary>
public sealed record RemoveOldRevisions(EventId EventId, DateTimeOffset Before) : ICommand<RemovedRows>, IEventCommand;

internal sealed class RemoveOldRevisionsHandler(IScoreStore scores) : IRequestHandler<RemoveOldRevisions, Result<RemovedRows>>
{
    private const int AtOnce = 1_000;

    public async Task<Result<RemovedRows>> Handle(RemoveOldRevisions command, CancellationToken cancellationToken) =>
        new RemovedRows(await scores.RemoveOldRevisionsAsync(command.EventId, command.Before, AtOnce));
}
