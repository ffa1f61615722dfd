using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>Changes a team. Its matches are published if it gets another name.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="TeamId">The team.</param>
/// <param name="Change">The changes.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ItemVersion"/> that it is based on; null for any.</param>
public sealed record ChangeTeam(
    Actor Actor, EventId EventId, int TeamId, TeamChange Change, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null)
    : ICommand<TeamView>, IScheduleEdit;

internal sealed class ChangeTeamHandler(ScheduleEditor editor) : IRequestHandler<ChangeTeam, Result<TeamView>>
{
    public Task<Result<TeamView>> Handle(ChangeTeam command, CancellationToken cancellationToken) => editor.EditAsync(
        command,
        (stored, plan) =>
            !stored.Teams.TryGetValue(command.TeamId, out var team) ? CommonErrors.TeamNotFound
            : command.ExpectedVersion.Validate(team.ToView()) is { } changed ? changed
            : plan with
            {
                Teams =
                [
                    .. plan.Teams.Where(other => other.Id != team.Id),
                    new ScheduledTeam(team.Id, command.Change.Name ?? team.Name, command.Change.DivisionId.Or(team.DivisionId).Value),
                ],
            },
        stored => stored.Teams[command.TeamId].ToView(),
        ScheduleList.Teams);
}
