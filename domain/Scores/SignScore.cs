using System.Text.Json.Serialization;
using MediatR;

namespace LiveFeed.Domain.Scores;

/// <summary>Makes a final score official, as by the referee's signature, or takes that back.</summary>
/// <param name="Actor">The holder of the match's claim, or an organizer. Only an organizer can take it back.</param>
/// <param name="EventId">The event.</param>
/// <param name="MatchId">The match.</param>
/// <param name="Official">Whether the score is official.</param>
/// <param name="DeviceId">The device that writes; null if it gives no id.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The version of the score that was seen before; null for any.</param>
public sealed record SignScore(
    Actor Actor, EventId EventId, MatchId MatchId, bool Official, string? DeviceId = null, string? IdempotencyKey = null,
    // Not in the idempotency hash unless it is set: earlier versions stored hashes without it.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IfMatch<int>? ExpectedVersion = null)
    : ICommand<ScoreView>, IIdempotent, IEventCommand
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Score;
}

internal sealed class SignScoreHandler(
    EventAuthorization authorization, IScoreStore scores, ClaimAuthorization claims, TimeProvider time)
    : IRequestHandler<SignScore, Result<ScoreView>>
{
    public async Task<Result<ScoreView>> Handle(SignScore command, CancellationToken cancellationToken)
    {
        var (eventId, matchId, now) = (command.EventId, command.MatchId, time.Now());
        var allowed = await authorization.AuthorizeScoreAsync(eventId, matchId, command.Actor);
        if (allowed.Value is not { Match: var match })
            return allowed.Error!;
        if (await scores.FindAsync(eventId, matchId) is not { } score)
            return new Error(ErrorCode.ScoreNotFound, "This match has no score yet.");
        if ((await authorization.AuthorizeManageAsync(eventId, command.Actor)).Error is { } notOrganizer)
        {
            if (!command.Official)
                return notOrganizer;
            if ((await claims.AuthorizeAsync(eventId, matchId, command.Actor, command.DeviceId, now)).Error is { } notHeld)
                return notHeld;
        }

        if (command.ExpectedVersion?.Allows(score.Version, exists: true) == false)
            return ScoreErrors.Changed(score);
        if (score.Status is not MatchStatus.Final)
            return Error.Invalid(ErrorCode.InvalidScore, "official", "Only a final score can be official.");
        if (score.Official != command.Official)
            scores.Add(score.Sign(command.Official, command.Actor.UserId, match.Subject, now));
        return score.ToView();
    }
}
