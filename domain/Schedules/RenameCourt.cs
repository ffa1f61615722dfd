using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>Gives a court another name. Its matches are published.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="CourtId">The court.</param>
/// <param name="Change">The new name.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ItemVersion"/> that it is based on; null for any.</param>
public sealed record RenameCourt(
    Actor Actor, EventId EventId, int CourtId, NameChange Change, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null)
    : ICommand<NamedView>, IScheduleEdit;

internal sealed class RenameCourtHandler(ScheduleEditor editor) : IRequestHandler<RenameCourt, Result<NamedView>>
{
    public Task<Result<NamedView>> Handle(RenameCourt command, CancellationToken cancellationToken) => editor.EditAsync(
        command,
        (stored, plan) =>
            !stored.Courts.TryGetValue(command.CourtId, out var court) ? CommonErrors.CourtNotFound
            : command.ExpectedVersion.Validate(court.ToView()) is { } changed ? changed
            : plan with { Courts = [.. plan.Courts.Where(other => other.Id != court.Id), new ScheduledName(court.Id, command.Change.Name)] },
        stored => stored.Courts[command.CourtId].ToView(),
        ScheduleList.Courts);
}
