using System.Text.Json.Serialization;
using MediatR;

namespace LiveFeed.Domain.Claims;

/// <summary>Claims a match, or renews the actor's own claim.</summary>
/// <param name="Actor">The user who claims.</param>
/// <param name="EventId">The event.</param>
/// <param name="MatchId">The match.</param>
/// <param name="ExpiresAt">When the claim shall expire; null for the default lease.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="DeviceId">The device that alone shall write; null for any of the account.</param>
/// <param name="DeviceTime">The time by the device's clock.</param>
/// <param name="TakeOver">Whether to take the claim from its holder, if that is allowed now.</param>
public sealed record ClaimMatch(
    Actor Actor, EventId EventId, MatchId MatchId, DateTimeOffset? ExpiresAt, string? IdempotencyKey = null,
    // Not in the idempotency hash unless they are set: earlier versions stored hashes without them. A repeat comes at another time.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] string? DeviceId = null,
    [property: JsonIgnore] DateTimeOffset? DeviceTime = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool TakeOver = false)
    : ICommand<ClaimedMatch>, IGroupCommit, IValidatable
{
    public Error? Validate() => ClaimingDevice.Validate(DeviceId, "deviceId");

    EventPermission? IIdempotent.RepeatPermission => EventPermission.Score;
}

/// <summary>A claim that was made or renewed.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="IsNew">Whether it was made.</param>
/// <param name="TakenFrom">Who held the match until now; null for nobody.</param>
public sealed record ClaimedMatch(ClaimView Claim, bool IsNew, UserId? TakenFrom = null);

internal sealed class ClaimMatchHandler(EventAuthorization authorization, IClaimStore claims, ClaimPolicy policy, TimeProvider time)
    : IRequestHandler<ClaimMatch, Result<ClaimedMatch>>
{
    public async Task<Result<ClaimedMatch>> Handle(ClaimMatch command, CancellationToken cancellationToken)
    {
        var (eventId, matchId, now) = (command.EventId, command.MatchId, time.Now());
        var allowed = await authorization.AuthorizeScoreAsync(eventId, matchId, command.Actor);
        if (allowed.Value is not { Match: var match } open)
            return allowed.Error!;
        var expiresAt = command.ExpiresAt?.ToMilliseconds() ?? now + policy.Lease;
        if (expiresAt <= now || expiresAt > now + policy.MaxLease)
            return Error.Invalid(ErrorCode.InvalidRequest, "expiresAt", $"A claim ends in the future, at most {policy.MaxLease} from now.");
        // Nobody else waits for a helper who may score no longer.
        if (expiresAt > open.Until)
            expiresAt = open.Until.Value;

        var device = new ClaimingDevice(command.DeviceId, command.DeviceTime);
        var claim = await claims.FindAsync(eventId, matchId);
        UserId? takenFrom = null;
        if (claim is not null && !claim.HasExpired(now))
        {
            if (claim.IsHeldBy(command.Actor.UserId, device.Id))
            {
                claim.Extend(device, expiresAt, match.Subject, now);
                return new ClaimedMatch(claim.ToView(), false);
            }

            if (!command.TakeOver || !MayTakeOver(claim, command.Actor, now))
                return claim.Held(command.Actor.UserId, policy.Silence);
            takenFrom = claim.HolderId;
        }

        if (claim is null)
        {
            claim = new Claim { EventId = eventId, MatchId = matchId };
            claims.Add(claim);
        }

        claim.Take(command.Actor, device, now, expiresAt, match.Subject, now);
        return new ClaimedMatch(claim.ToView(), true, takenFrom);
    }

    // A person with two devices knows which of them is right.
    private bool MayTakeOver(Claim claim, Actor actor, DateTimeOffset now) => claim.HolderId == actor.UserId || now - claim.LastSeenAt >= policy.Silence;
}
