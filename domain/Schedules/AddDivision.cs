using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>Adds a division to the schedule.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="Division">The division.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
public sealed record AddDivision(Actor Actor, EventId EventId, NewDivision Division, string? IdempotencyKey = null) : ICommand<DivisionView>, IScheduleEdit;

internal sealed class AddDivisionHandler(ScheduleEditor editor) : IRequestHandler<AddDivision, Result<DivisionView>>
{
    public Task<Result<DivisionView>> Handle(AddDivision command, CancellationToken cancellationToken)
    {
        var id = 0;
        return editor.EditAsync(
            command,
            (stored, plan) =>
            {
                id = command.Division.Id ?? NewIds.After(stored.Divisions.Keys);
                return stored.Divisions.ContainsKey(id) ? NewIds.Taken("division", id) : plan with { Divisions = [.. plan.Divisions, Planned(id, command.Division)] };
            },
            stored => stored.View(stored.Divisions[id]),
            ScheduleList.Divisions);
    }

    private static ScheduledDivision Planned(int id, NewDivision division) =>
        new ScheduledDivision(id, division.Name, division.Format, division.Pools, division.Standings).AppliedTo(null);
}
