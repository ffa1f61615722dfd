using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>Removes a team that no match and no pool names.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="TeamId">The team.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ItemVersion"/> that it is based on; null for any.</param>
public sealed record RemoveTeam(Actor Actor, EventId EventId, int TeamId, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null)
    : ICommand<Done>, IScheduleEdit;

internal sealed class RemoveTeamHandler(ScheduleEditor editor) : IRequestHandler<RemoveTeam, Result<Done>>
{
    public Task<Result<Done>> Handle(RemoveTeam command, CancellationToken cancellationToken) => editor.EditAsync(
        command,
        (stored, plan) =>
            !stored.Teams.TryGetValue(command.TeamId, out var team) ? CommonErrors.TeamNotFound
            : command.ExpectedVersion.Validate(team.ToView()) is { } changed ? changed
            : ItemUse.Validate(
                team.Name,
                plan.Matches.Where(match => match.Team1Id == team.Id || match.Team2Id == team.Id || match.WorkTeamId.Value == team.Id),
                pools: plan.Divisions.SelectMany(division => division.Pools.Value ?? []).Where(pool => pool.NamedTeams.Contains(team.Id))) is { } used ? used
            : plan with { Teams = [.. plan.Teams.Where(other => other.Id != team.Id)] },
        _ => default(Done));
}
