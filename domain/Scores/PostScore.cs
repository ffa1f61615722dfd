using System.Text.Json.Serialization;
using MediatR;

namespace LiveFeed.Domain.Scores;

/// <summary>Writes a match's score, by the holder of its live claim.</summary>
/// <param name="Actor">The user who writes.</param>
/// <param name="EventId">The event.</param>
/// <param name="MatchId">The match.</param>
/// <param name="Sets">All sets so far.</param>
/// <param name="Status">How far the match has come.</param>
/// <param name="OccurredAt">When the scorekeeper's device recorded it; null for now.</param>
/// <param name="ClientUpdateId">The client's name for this update.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The version that the update is based on (0: none yet); null for any.</param>
/// <param name="DeviceId">The device that writes; null if it gives no id.</param>
public sealed record PostScore(
    Actor Actor, EventId EventId, MatchId MatchId, IReadOnlyList<SetScore> Sets, MatchStatus Status, DateTimeOffset? OccurredAt,
    string? ClientUpdateId, string? IdempotencyKey, IfMatch<int>? ExpectedVersion,
    // The update is the same whichever device repeats it.
    [property: JsonIgnore] string? DeviceId = null)
    : ICommand<ScoreView>, IGroupCommit
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Score;
}

internal sealed class PostScoreHandler(
    EventAuthorization authorization, IMatchStore matches, IScoreStore scores, IClaimStore claims, ClaimPolicy policy, TimeProvider time)
    : IRequestHandler<PostScore, Result<ScoreView>>
{
    // Step W6: the claim, the rules, the change.
    public async Task<Result<ScoreView>> Handle(PostScore command, CancellationToken cancellationToken)
    {
        var (eventId, matchId, now) = (command.EventId, command.MatchId, time.Now());
        var allowed = await authorization.AuthorizeScoreAsync(eventId, command.Actor);
        if (allowed.Value is not { } liveEvent)
            return allowed.Error!;
        if (await matches.FindAsync(eventId, matchId) is not { } match)
            return CommonErrors.MatchNotFound;
        var claim = await claims.FindAsync(eventId, matchId);
        if (claim is null || claim.HasExpired(now))
            return new Error(ErrorCode.ClaimRequired, $"Claim the match first: POST /api/events/{eventId}/claims/{matchId}.");
        if (!claim.IsHeldBy(command.Actor.UserId, command.DeviceId))
            return claim.Held(command.Actor.UserId, policy.Silence);

        var stored = await scores.FindAsync(eventId, matchId);
        if (command.ExpectedVersion?.Allows(stored?.Version ?? 0, stored is not null) == false)
            return WithCurrent(ErrorCode.VersionMismatch, "The score has changed since you read it. Read it again and decide anew.", stored);
        var assessment = liveEvent.Rules().Assess(command.Sets, command.Status);
        if (assessment.ToError() is { } impossible)
            return impossible;

        var score = stored ?? new Score { EventId = eventId, MatchId = matchId };
        var occurredAt = score.Effective(command.OccurredAt, TimeSpan.FromMilliseconds(claim.ClockOffset), now);
        if (score.IsStale(occurredAt, claim))
        {
            scores.Add(Conflict(command, occurredAt, now, score.Version));
            return Result<ScoreView>.FailedButCommitted(
                WithCurrent(ErrorCode.StaleUpdate, "A newer update of this score is stored. Yours is kept as a conflict for the organizer.", stored));
        }

        if (stored is null)
            scores.Add(score);
        var update = new ScoreUpdate(command.Sets, command.Status, occurredAt, command.Actor.UserId, command.ClientUpdateId);
        // Raises ScoreUpdated, whose handler makes the feed entry.
        scores.Add(score.Update(update, assessment, match.Subject, now));
        claim.Renew(now, policy.Lease, match.Subject);
        return score.ToView() with { ClientUpdateId = command.ClientUpdateId, Warnings = assessment.Warnings };
    }

    private static ScoreConflict Conflict(PostScore command, DateTimeOffset occurredAt, DateTimeOffset now, int currentVersion) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        EventId = command.EventId,
        MatchId = command.MatchId,
        Sets = command.Sets,
        Status = command.Status,
        OccurredAt = occurredAt,
        ReceivedAt = now,
        UserId = command.Actor.UserId,
        ClientUpdateId = command.ClientUpdateId,
        CurrentVersion = currentVersion,
    };

    private static Error WithCurrent(ErrorCode code, string detail, Score? current) =>
        new(code, detail, Extensions: new Dictionary<string, object?> { ["current"] = current?.ToView() });
}
