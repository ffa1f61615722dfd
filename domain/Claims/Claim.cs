using System.Globalization;

namespace LiveFeed.Domain.Claims;

/// <summary>
/// A lease on a match: its holder, and nobody else, may post the match's score until it expires. There is at most one row per match, so
/// there is at most one live claim.
/// </summary>
public sealed class Claim : Aggregate
{
    public required EventId EventId { get; init; }

    public required MatchId MatchId { get; init; }

    public UserId HolderId { get; private set; }

    public string HolderName { get; private set; } = "";

    public DateTimeOffset ClaimedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>The device that claimed, and alone writes under the claim; null if any device of the holder may.</summary>
    public string? DeviceId { get; private set; }

    /// <summary>How far the clock of that device was ahead of the server's when it claimed, in milliseconds.</summary>
    public long ClockOffset { get; private set; }

    /// <summary>When the holder last claimed, renewed or wrote.</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>The expiry that was last published in the feed.</summary>
    public DateTimeOffset PublishedExpiresAt { get; private set; }

    /// <summary>
    /// Grows with every write under the claim, so that each write updates this row. The update's predicate (holder and expiry) rejects the
    /// write if the claim was lost in the meantime.
    /// </summary>
    public int WriteCount { get; private set; }

    public bool HasExpired(DateTimeOffset now) => ExpiresAt <= now;

    /// <summary>Returns whether this user may write under the claim from this device.</summary>
    public bool IsHeldBy(UserId userId, string? deviceId) => HolderId == userId && (DeviceId is null || DeviceId == deviceId);

    public void Take(Actor holder, ClaimingDevice device, DateTimeOffset claimedAt, DateTimeOffset expiresAt, EntrySubject subject, DateTimeOffset now)
    {
        (HolderId, HolderName, ClaimedAt) = (holder.UserId, holder.Name, claimedAt);
        (DeviceId, ClockOffset) = (device.Id, 0);
        Extend(device, expiresAt, subject, now);
    }

    /// <summary>Sets a new expiry for the holder and publishes it.</summary>
    public void Extend(ClaimingDevice device, DateTimeOffset expiresAt, EntrySubject subject, DateTimeOffset now)
    {
        if (device.Time is { } deviceTime)
            ClockOffset = (long)(deviceTime - now).TotalMilliseconds;
        LastSeenAt = now;
        Extend(expiresAt, subject, now);
    }

    /// <summary>Publishes the claim as it is, because its match has readers who don't have it.</summary>
    public void Republish(EntrySubject subject, DateTimeOffset now) => Raise(new ClaimChanged(EventId, ToView(), subject, now));

    /// <summary>
    /// Extends the lease after a write. The new expiry is published only if less than half a lease is left of the published one, not at
    /// every point scored: the expiry that readers know is a lower bound.
    /// </summary>
    public void Renew(DateTimeOffset now, TimeSpan lease, EntrySubject subject)
    {
        WriteCount++;
        LastSeenAt = now;
        if (now + lease > ExpiresAt)
            ExpiresAt = now + lease;
        if (PublishedExpiresAt - now < lease / 2)
            Extend(ExpiresAt, subject, now);
    }

    /// <summary>Returns when something happened, by the server's clock: the current time, if that of the device is wrong.</summary>
    /// <param name="recorded">The time by the clock of the device that claimed; null if it gave none.</param>
    /// <param name="now">The current time.</param>
    public DateTimeOffset Correct(DateTimeOffset? recorded, DateTimeOffset now) =>
        DeviceClock.ToServerTime(recorded, TimeSpan.FromMilliseconds(ClockOffset), now) ?? now;

    /// <summary>Publishes that the claim ended.</summary>
    public void End(ClaimState state, EntrySubject subject, DateTimeOffset now) =>
        Raise(new ClaimChanged(EventId, new ClaimView(MatchId, state), subject, now));

    public ClaimView ToView() => new(MatchId, ClaimState.Claimed, new PersonView(HolderId, HolderName), ClaimedAt, ExpiresAt);

    /// <summary>Returns the error that others get, other devices of the holder among them.</summary>
    /// <param name="other">Who gets it.</param>
    /// <param name="silence">For how long the holder must have been silent before somebody else may take the claim over.</param>
    public Error Held(UserId other, TimeSpan silence)
    {
        var isSameAccount = other == HolderId;
        return new Error(
            ErrorCode.ClaimHeld,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(isSameAccount ? "Another device of your account" : HolderName)} holds this match until {ExpiresAt:yyyy-MM-ddTHH:mm:ssZ}. {(isSameAccount ? "To go on here, claim it with takeOver." : $"Ask for it to be released, or claim it with takeOver once its holder has been silent for {silence.TotalSeconds:0} s.")}"),
            Extensions: new Dictionary<string, object?>
            {
                ["holder"] = new PersonView(HolderId, HolderName),
                ["expiresAt"] = ExpiresAt,
                ["lastSeenAt"] = LastSeenAt,
                ["sameAccount"] = isSameAccount,
            });
    }

    private void Extend(DateTimeOffset expiresAt, EntrySubject subject, DateTimeOffset now)
    {
        ExpiresAt = PublishedExpiresAt = expiresAt;
        WriteCount++;
        Raise(new ClaimChanged(EventId, ToView(), subject, now));
    }
}
