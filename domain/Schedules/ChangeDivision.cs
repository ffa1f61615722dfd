using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>Changes a division. Its matches are published if they show or are played in something else.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="DivisionId">The division.</param>
/// <param name="Change">The changes.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ItemVersion"/> that it is based on; null for any.</param>
public sealed record ChangeDivision(
    Actor Actor, EventId EventId, int DivisionId, DivisionChange Change, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null)
    : ICommand<DivisionView>, IScheduleEdit;

internal sealed class ChangeDivisionHandler(ScheduleEditor editor) : IRequestHandler<ChangeDivision, Result<DivisionView>>
{
    public Task<Result<DivisionView>> Handle(ChangeDivision command, CancellationToken cancellationToken) => editor.EditAsync(
        command,
        (stored, plan) =>
            !stored.Divisions.TryGetValue(command.DivisionId, out var division) ? CommonErrors.DivisionNotFound
            : command.ExpectedVersion.Validate(stored.View(division)) is { } changed ? changed
            : plan with { Divisions = [.. plan.Divisions.Where(other => other.Id != division.Id), Changed(plan.Divisions.Single(own => own.Id == division.Id), command.Change)] },
        stored => stored.View(stored.Divisions[command.DivisionId]),
        ScheduleList.Divisions);

    private static ScheduledDivision Changed(ScheduledDivision division, DivisionChange change) =>
        new ScheduledDivision(division.Id, change.Name ?? division.Name, change.Format, change.Pools, change.Standings).AppliedTo(division);
}
