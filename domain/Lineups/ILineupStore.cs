namespace LiveFeed.Domain.Lineups;

/// <summary>Line-ups, in the transaction of the command that uses them.</summary>
public interface ILineupStore
{
    Task<Lineup?> FindAsync(EventId eventId, MatchId matchId, int side);

    /// <summary>Returns all line-ups of an event.</summary>
    Task<IReadOnlyList<Lineup>> ListAsync(EventId eventId);

    /// <summary>Returns the matches of an event that have a line-up, as they were when this transaction first asked.</summary>
    Task<IReadOnlySet<MatchId>> MatchesAsync(EventId eventId);

    void Add(Lineup lineup);

    void Remove(Lineup lineup);
}
