using System.Globalization;
using System.Text.Json.Serialization;
using MediatR;

namespace LiveFeed.Domain.Claims;

/// <summary>A lease: who may write a match's score now. There is at most one row per match, so at most one live claim.</summary>
public sealed class Claim : Aggregate
{
    public required string EventId { get; init; }

    public required int MatchId { get; init; }

    public string HolderId { get; private set; } = "";

    public string HolderName { get; private set; } = "";

    public DateTimeOffset ClaimedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>The expiry that the feed was last told.</summary>
    public DateTimeOffset ToldExpiresAt { get; private set; }

    /// <summary>
    /// Grows with every write under the claim, so that each of them updates this row: the update's predicate (holder and expiry) is
    /// what keeps a claim that was lost in the meantime from writing.
    /// </summary>
    public int Uses { get; private set; }

    public bool HasExpired(DateTimeOffset now) => ExpiresAt <= now;

    public void Take(Actor holder, DateTimeOffset claimedAt, DateTimeOffset expiresAt, Facets facets, DateTimeOffset now)
    {
        (HolderId, HolderName, ClaimedAt) = (holder.UserId, holder.Name, claimedAt);
        Extend(expiresAt, facets, now);
    }

    /// <summary>Sets a new end and tells of it.</summary>
    public void Extend(DateTimeOffset expiresAt, Facets facets, DateTimeOffset now)
    {
        ExpiresAt = ToldExpiresAt = expiresAt;
        Uses++;
        Raise(new ClaimChanged(EventId, ToView(), facets, now));
    }

    /// <summary>
    /// Extends the lease by a write. The feed is told once half of the lease it knows of has passed, not at every point scored: what
    /// readers know is a lower bound.
    /// </summary>
    public void Renew(DateTimeOffset now, TimeSpan lease, Facets facets)
    {
        Uses++;
        if (now + lease > ExpiresAt)
            ExpiresAt = now + lease;
        if (ToldExpiresAt - now < lease / 2)
            Extend(ExpiresAt, facets, now);
    }

    /// <summary>Tells that the claim ended.</summary>
    public void End(ClaimState state, Facets facets, DateTimeOffset now) =>
        Raise(new ClaimChanged(EventId, new ClaimView(MatchId, state), facets, now));

    public ClaimView ToView() => new(MatchId, ClaimState.Claimed, new PersonView(HolderId, HolderName), ClaimedAt, ExpiresAt);

    /// <summary>The refusal that others get.</summary>
    public Error Held() => new(
        ErrorCode.ClaimHeld,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{HolderName} holds this match until {ExpiresAt:yyyy-MM-ddTHH:mm:ssZ}. Ask for it to be released, or wait until it expires."),
        Extensions: new Dictionary<string, object?> { ["holder"] = new PersonView(HolderId, HolderName), ["expiresAt"] = ExpiresAt });
}

public enum ClaimState
{
    Claimed,
    Released,
    Expired,
}

/// <summary>Somebody, by id and chosen display name; never an address.</summary>
public sealed record PersonView(string Id, string Name);

/// <summary>A claim, as clients see it.</summary>
public sealed record ClaimView(
    int MatchId,
    ClaimState State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PersonView? ClaimedBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ClaimedAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ExpiresAt = null);

/// <summary>How long claims live.</summary>
/// <param name="Lease">What a claim and each write under it gets.</param>
/// <param name="MaxLease">The most that a claim may ask for.</param>
public sealed record ClaimPolicy(TimeSpan Lease, TimeSpan MaxLease);

/// <summary>A claim was made, extended, or ended.</summary>
public sealed record ClaimChanged(string EventId, ClaimView Claim, Facets Facets, DateTimeOffset At) : INotification;

internal sealed class ClaimChangedToFeed(IFeedOutbox feed) : INotificationHandler<ClaimChanged>
{
    public Task Handle(ClaimChanged changed, CancellationToken cancellationToken)
    {
        feed.Add(new FeedEntryDraft(
            changed.EventId, EntryTypes.ClaimUpdate, $"claim/{changed.Claim.MatchId}", changed.At, changed.Claim, changed.Facets));
        return Task.CompletedTask;
    }
}

public interface IClaimStore
{
    Task<Claim?> FindAsync(string eventId, int matchId, CancellationToken cancellationToken);

    /// <summary>An event's claims that ended at or before the moment, oldest first.</summary>
    Task<IReadOnlyList<Claim>> FindExpiredAsync(string eventId, DateTimeOffset now, int limit, CancellationToken cancellationToken);

    void Add(Claim claim);

    void Remove(Claim claim);
}
