using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>Gives a division another name. Its matches are published.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="DivisionId">The division.</param>
/// <param name="Change">The new name.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ItemVersion"/> that it is based on; null for any.</param>
public sealed record RenameDivision(
    Actor Actor, EventId EventId, int DivisionId, NameChange Change, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null)
    : ICommand<NamedView>, IScheduleEdit;

internal sealed class RenameDivisionHandler(ScheduleEditor editor) : IRequestHandler<RenameDivision, Result<NamedView>>
{
    public Task<Result<NamedView>> Handle(RenameDivision command, CancellationToken cancellationToken) => editor.EditAsync(
        command,
        (stored, plan) =>
            !stored.Divisions.TryGetValue(command.DivisionId, out var division) ? CommonErrors.DivisionNotFound
            : command.ExpectedVersion.Validate(division.ToView()) is { } changed ? changed
            : plan with { Divisions = [.. plan.Divisions.Where(other => other.Id != division.Id), plan.Divisions.Single(own => own.Id == division.Id) with { Name = command.Change.Name }] },
        stored => stored.Divisions[command.DivisionId].ToView());
}
