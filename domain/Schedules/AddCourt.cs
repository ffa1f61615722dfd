using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>Adds a court to the schedule.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="Court">The court.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
public sealed record AddCourt(Actor Actor, EventId EventId, NewName Court, string? IdempotencyKey = null) : ICommand<NamedView>, IScheduleEdit;

internal sealed class AddCourtHandler(ScheduleEditor editor) : IRequestHandler<AddCourt, Result<NamedView>>
{
    public Task<Result<NamedView>> Handle(AddCourt command, CancellationToken cancellationToken)
    {
        var id = 0;
        return editor.EditAsync(
            command,
            (stored, plan) =>
            {
                id = command.Court.Id ?? NewIds.After(stored.Courts.Keys);
                return stored.Courts.ContainsKey(id) ? NewIds.Taken("court", id) : plan with { Courts = [.. plan.Courts, new ScheduledName(id, command.Court.Name)] };
            },
            stored => stored.Courts[id].ToView(),
            ScheduleList.Courts);
    }
}
