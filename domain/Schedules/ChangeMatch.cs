using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>Changes a match: moves it, or gives it other teams or details.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="MatchId">The match.</param>
/// <param name="Change">The changes.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ItemVersion"/> that the change is based on; null for any.</param>
/// <param name="AffectScored">Whether a match that has a score may get other teams; see <see cref="PutSchedule"/>.</param>
public sealed record ChangeMatch(
    Actor Actor, EventId EventId, MatchId MatchId, MatchChange Change, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null, bool AffectScored = false)
    : ICommand<MatchEdit>, IScheduleEdit;

internal sealed class ChangeMatchHandler(ScheduleEditor editor) : IRequestHandler<ChangeMatch, Result<MatchEdit>>
{
    public Task<Result<MatchEdit>> Handle(ChangeMatch command, CancellationToken cancellationToken) => editor.EditAsync(
        command,
        (stored, plan) =>
            !stored.Matches.TryGetValue(command.MatchId, out var match) ? CommonErrors.MatchNotFound
            : command.ExpectedVersion.Validate(stored.View(match)) is { } changed ? changed
            : plan.With(command.Change.ApplyTo(match.ToPlan())),
        stored => editor.Edited(stored, command.MatchId),
        ScheduleList.Matches,
        command.AffectScored);
}
