namespace LiveFeed.Domain.Clocks;

public interface IClockStore
{
    Task<MatchClock?> FindAsync(EventId eventId, MatchId matchId);

    /// <summary>Returns the matches of an event that have a clock.</summary>
    Task<IReadOnlySet<MatchId>> MatchesAsync(EventId eventId);

    void Add(MatchClock clock);

    void Remove(MatchClock clock);
}
