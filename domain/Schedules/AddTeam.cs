using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>Adds a team to the schedule.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="Team">The team.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
public sealed record AddTeam(Actor Actor, EventId EventId, NewTeam Team, string? IdempotencyKey = null) : ICommand<TeamView>, IScheduleEdit;

internal sealed class AddTeamHandler(ScheduleEditor editor) : IRequestHandler<AddTeam, Result<TeamView>>
{
    public Task<Result<TeamView>> Handle(AddTeam command, CancellationToken cancellationToken)
    {
        var id = 0;
        return editor.EditAsync(
            command,
            (stored, plan) =>
            {
                id = command.Team.Id ?? NewIds.After(stored.Teams.Keys);
                return stored.Teams.ContainsKey(id) ? NewIds.Taken("team", id) : plan with { Teams = [.. plan.Teams, new ScheduledTeam(id, command.Team.Name, command.Team.DivisionId)] };
            },
            stored => stored.Teams[id].ToView(),
            ScheduleList.Teams);
    }
}
