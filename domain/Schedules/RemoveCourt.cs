using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>Removes a court that nothing names.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="CourtId">The court.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ItemVersion"/> that it is based on; null for any.</param>
public sealed record RemoveCourt(Actor Actor, EventId EventId, int CourtId, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null)
    : ICommand<Done>, IScheduleEdit;

internal sealed class RemoveCourtHandler(ScheduleEditor editor) : IRequestHandler<RemoveCourt, Result<Done>>
{
    public Task<Result<Done>> Handle(RemoveCourt command, CancellationToken cancellationToken) => editor.EditAsync(
        command,
        (stored, plan) =>
            !stored.Courts.TryGetValue(command.CourtId, out var court) ? CommonErrors.CourtNotFound
            : command.ExpectedVersion.Validate(court.ToView()) is { } changed ? changed
            : ItemUse.Validate(court.Name, plan.Matches.Where(match => match.CourtId == command.CourtId)) is { } used ? used
            : plan with { Courts = [.. plan.Courts.Where(other => other.Id != court.Id)] },
        _ => default(Done));
}
