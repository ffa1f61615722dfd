using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>Removes a match from the schedule, with its claim. Its score is archived, and returns with it. A match from which a side of another one comes stays, and so does a tie that has rubbers.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="MatchId">The match.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ItemVersion"/> that the removal is based on; null for any.</param>
/// <param name="AffectScored">Whether a match that has a score may be removed.</param>
public sealed record RemoveMatch(
    Actor Actor, EventId EventId, MatchId MatchId, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null, bool AffectScored = false)
    : ICommand<Done>, IScheduleEdit;

internal sealed class RemoveMatchHandler(ScheduleEditor editor) : IRequestHandler<RemoveMatch, Result<Done>>
{
    public Task<Result<Done>> Handle(RemoveMatch command, CancellationToken cancellationToken) => editor.EditAsync(
        command,
        (stored, plan) =>
            !stored.Matches.TryGetValue(command.MatchId, out var match) ? CommonErrors.MatchNotFound
            : command.ExpectedVersion.Validate(stored.View(match)) is { } changed ? changed
            : ItemUse.Validate($"Match {match.Number ?? match.Id.ToString()}", plan.Matches.Where(other => other.Team1From.Value?.Match == match.Id || other.Team2From.Value?.Match == match.Id || other.PartOf.Value == match.Id)) is { } used ? used
            : plan.Without(match.ToPlan()),
        _ => default(Done),
        affectScored: command.AffectScored);
}
