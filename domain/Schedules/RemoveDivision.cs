using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>Removes a division that nothing names.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="DivisionId">The division.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ItemVersion"/> that it is based on; null for any.</param>
public sealed record RemoveDivision(Actor Actor, EventId EventId, int DivisionId, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null)
    : ICommand<Done>, IScheduleEdit;

internal sealed class RemoveDivisionHandler(ScheduleEditor editor) : IRequestHandler<RemoveDivision, Result<Done>>
{
    public Task<Result<Done>> Handle(RemoveDivision command, CancellationToken cancellationToken) => editor.EditAsync(
        command,
        (stored, plan) =>
            !stored.Divisions.TryGetValue(command.DivisionId, out var division) ? CommonErrors.DivisionNotFound
            : command.ExpectedVersion.Validate(stored.View(division)) is { } changed ? changed
            : Use(division, plan) is { } used ? used
            : plan with { Divisions = [.. plan.Divisions.Where(other => other.Id != division.Id)] },
        _ => default(Done));

    // A match of another division can be one of its pools' or have a side that comes from one.
    private static Error? Use(Division division, Schedule plan)
    {
        var pools = plan.Divisions.Single(planned => planned.Id == division.Id).Pools.Value?.Select(pool => pool.Id).ToHashSet() ?? [];
        return ItemUse.Validate(
            division.Name,
            plan.Matches.Where(match => match.DivisionId == division.Id || new[] { match.Pool.Value, match.Team1From.Value?.Pool, match.Team2From.Value?.Pool }.Any(pool => pool is not null && pools.Contains(pool))),
            plan.Teams.Where(team => team.DivisionId == division.Id));
    }
}
