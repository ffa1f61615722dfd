namespace LiveFeed.Domain.Claims;

public interface IClaimStore
{
    Task<Claim?> FindAsync(EventId eventId, MatchId matchId);

    /// <summary>Returns the claims of these matches; a match may have none.</summary>
    Task<IReadOnlyList<Claim>> ListAsync(EventId eventId, IReadOnlyCollection<MatchId> matchIds);

    /// <summary>Returns the claims of an event that these users hold.</summary>
    Task<IReadOnlyList<Claim>> ListHeldByAsync(EventId eventId, IReadOnlyCollection<UserId> holderIds);

    /// <summary>Returns an event's claims that expired at or before the given time, oldest first.</summary>
    Task<IReadOnlyList<Claim>> FindExpiredAsync(EventId eventId, DateTimeOffset now, int limit);

    void Add(Claim claim);

    void Remove(Claim claim);
}
