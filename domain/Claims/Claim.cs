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

    /// <summary>The expiry that was last published in the feed.</summary>
    public DateTimeOffset PublishedExpiresAt { get; private set; }

    /// <summary>
    /// Grows with every write under the claim, so that each write updates this row. The update's predicate (holder and expiry) rejects the
    /// write if the claim was lost in the meantime.
    /// </summary>
    public int WriteCount { get; private set; }

    public bool HasExpired(DateTimeOffset now) => ExpiresAt <= now;

    public void Take(Actor holder, DateTimeOffset claimedAt, DateTimeOffset expiresAt, EntrySubject subject, DateTimeOffset now)
    {
        (HolderId, HolderName, ClaimedAt) = (holder.UserId, holder.Name, claimedAt);
        Extend(expiresAt, subject, now);
    }

    /// <summary>Sets a new expiry and publishes it.</summary>
    public void Extend(DateTimeOffset expiresAt, EntrySubject subject, DateTimeOffset now)
    {
        ExpiresAt = PublishedExpiresAt = expiresAt;
        WriteCount++;
        Raise(new ClaimChanged(EventId, ToView(), subject, now));
    }

    /// <summary>
    /// Extends the lease after a write. The new expiry is published only if less than half a lease is left of the published one, not at
    /// every point scored: the expiry that readers know is a lower bound.
    /// </summary>
    public void Renew(DateTimeOffset now, TimeSpan lease, EntrySubject subject)
    {
        WriteCount++;
        if (now + lease > ExpiresAt)
            ExpiresAt = now + lease;
        if (PublishedExpiresAt - now < lease / 2)
            Extend(ExpiresAt, subject, now);
    }

    /// <summary>Publishes that the claim ended.</summary>
    public void End(ClaimState state, EntrySubject subject, DateTimeOffset now) =>
        Raise(new ClaimChanged(EventId, new ClaimView(MatchId, state), subject, now));

    public ClaimView ToView() => new(MatchId, ClaimState.Claimed, new PersonView(HolderId, HolderName), ClaimedAt, ExpiresAt);

    /// <summary>Returns the error that other users get.</summary>
    public Error Held() => new(
        ErrorCode.ClaimHeld,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{HolderName} holds this match until {ExpiresAt:yyyy-MM-ddTHH:mm:ssZ}. Ask for it to be released, or wait until it expires."),
        Extensions: new Dictionary<string, object?> { ["holder"] = new PersonView(HolderId, HolderName), ["expiresAt"] = ExpiresAt });
}
