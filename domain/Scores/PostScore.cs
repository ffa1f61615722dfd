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
/// <param name="Details">The outcome, the decider and whatever else there is; null for nothing.</param>
/// <param name="Reason">Why an organizer corrects a final score without having claimed the match; null unless one does.</param>
public sealed record PostScore(
    Actor Actor, EventId EventId, MatchId MatchId, IReadOnlyList<SetScore> Sets, MatchStatus Status, DateTimeOffset? OccurredAt,
    string? ClientUpdateId, string? IdempotencyKey, IfMatch<int>? ExpectedVersion,
    // The update is the same whichever device repeats it.
    [property: JsonIgnore] string? DeviceId = null,
    // Not in the idempotency hash unless it is set: earlier versions stored hashes without it.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ScoreDetails? Details = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null)
    : ICommand<ScoreView>, IGroupCommit, IValidatable
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Score;

    public const int MaxReason = 200;

    public Error? Validate() => Reason is null || DisplayText.IsValid(Reason, MaxReason)
        ? null
        : Error.Invalid(ErrorCode.InvalidRequest, "reason", $"A reason has 1 to {MaxReason} characters, without line breaks.");
}

internal sealed class PostScoreHandler(
    ClaimAuthorization authorization, IMatchStore matches, IScoreStore scores, ClaimPolicy policy, TimeProvider time)
    : IRequestHandler<PostScore, Result<ScoreView>>
{
    // Step W6: the claim, the rules, the change.
    public async Task<Result<ScoreView>> Handle(PostScore command, CancellationToken cancellationToken)
    {
        var (eventId, matchId, now) = (command.EventId, command.MatchId, time.Now());
        var stored = await scores.FindAsync(eventId, matchId);
        // A correction afterwards, with its reason, takes no claim.
        if (command.Reason is not null && stored is { Status: MatchStatus.Final } && await authorization.IsOrganizerAsync(eventId, command.Actor))
        {
            var open = await authorization.AuthorizeWithoutClaimAsync(eventId, matchId, command.Actor);
            return open.Value is { } free ? await WriteAsync(command, stored, free.Event, free.Match, null, now) : open.Error!;
        }

        var allowed = await authorization.AuthorizeAsync(eventId, matchId, command.Actor, command.DeviceId, now);
        if (allowed.Value is not { } held)
            return allowed.Error!;
        var isSigned = stored is { Official: true } || (held.Match.PartOf is { } tie && await scores.FindAsync(eventId, tie) is { Official: true });
        return isSigned && !await authorization.IsOrganizerAsync(eventId, command.Actor)
            ? ScoreErrors.WithCurrent(ErrorCode.ScoreOfficial, "The score is official, or that of the tie to which it belongs. Only an organizer can change it now.", stored)
            : await WriteAsync(command, stored, held.Event, held.Match, held.Claim, now);
    }

    private async Task<Result<ScoreView>> WriteAsync(PostScore command, Score? stored, LiveEvent liveEvent, Match match, Claim? claim, DateTimeOffset now)
    {
        if (command.ExpectedVersion?.Allows(stored?.Version ?? 0, stored is not null) == false)
            return ScoreErrors.Changed(stored);
        var format = match.FormatIn(liveEvent);
        var state = SecondPeriod.AsShootOut(new ScoreState(command.Sets, command.Status, command.Details), format);
        if (format.Kind is FormatKind.Rubbers && (await matches.RubbersAsync(command.EventId, [match.Id])).Count > 0)
        {
            if (TeamTie.Accept(state, stored) is not { } accepted)
                return ScoreErrors.WithCurrent(ErrorCode.ScoreFollowsRubbers, "The score of this tie follows from its rubbers: score these. Only an outcome of the whole tie can be recorded, without sets.", stored);
            state = accepted;
        }

        var assessment = format.Assess(match, state);
        if (assessment.ToError() is { } impossible)
            return impossible;

        var score = stored ?? new Score { EventId = command.EventId, MatchId = command.MatchId };
        var occurredAt = score.Effective(command.OccurredAt, TimeSpan.FromMilliseconds(claim?.ClockOffset ?? 0), now);
        if (claim is not null && score.IsStale(occurredAt, claim))
        {
            scores.Add(Conflict(command, occurredAt, now, score.Version));
            return Result<ScoreView>.FailedButCommitted(
                ScoreErrors.WithCurrent(ErrorCode.StaleUpdate, "A newer update of this score is stored. Yours is kept as a conflict for the organizer.", stored));
        }

        if (stored is null)
            scores.Add(score);
        var update = new ScoreUpdate(state, occurredAt, command.Actor.UserId, command.ClientUpdateId, command.Reason);
        // Raises ScoreUpdated, whose handler makes the feed entry.
        scores.Add(score.Update(update, assessment, match.Subject, now, match.PartOf is not null));
        claim?.Renew(now, policy.Lease, match.Subject);
        return score.ToView() with { ClientUpdateId = command.ClientUpdateId, Warnings = assessment.Warnings };
    }

    private static ScoreConflict Conflict(PostScore command, DateTimeOffset occurredAt, DateTimeOffset now, int currentVersion) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        EventId = command.EventId,
        MatchId = command.MatchId,
        Sets = command.Sets,
        Status = command.Status,
        Details = command.Details,
        OccurredAt = occurredAt,
        ReceivedAt = now,
        UserId = command.Actor.UserId,
        ClientUpdateId = command.ClientUpdateId,
        CurrentVersion = currentVersion,
    };
}
