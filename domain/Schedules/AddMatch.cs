using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>Adds a match to the schedule.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="Match">The match.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
public sealed record AddMatch(Actor Actor, EventId EventId, NewMatch Match, string? IdempotencyKey = null) : ICommand<MatchEdit>, IScheduleEdit;

internal sealed class AddMatchHandler(ScheduleEditor editor, IScoreStore scores) : IRequestHandler<AddMatch, Result<MatchEdit>>
{
    public async Task<Result<MatchEdit>> Handle(AddMatch command, CancellationToken cancellationToken)
    {
        // Not the id of a removed match: its score would come back with it.
        var archived = command.Match.Id is null ? await scores.ListArchivedIdsAsync(command.EventId) : [];
        var id = command.Match.Id ?? default;
        return await editor.EditAsync(
            command,
            (stored, plan) =>
            {
                if (command.Match.Id is null)
                    id = new MatchId(NewIds.After([.. stored.Matches.Keys.Concat(archived).Select(known => known.Value)]));
                return stored.Matches.ContainsKey(id) ? NewIds.Taken("match", id) : plan.With(command.Match.ApplyTo(new ScheduledMatch(id)));
            },
            stored => editor.Edited(stored, id),
            ScheduleList.Matches);
    }
}
