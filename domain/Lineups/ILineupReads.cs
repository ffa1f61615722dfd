namespace LiveFeed.Domain.Lineups;

/// <summary>Reads of line-ups.</summary>
public interface ILineupReads
{
    /// <summary>Returns the line-up of a side.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="matchId">The match.</param>
    /// <param name="side">1 or 2.</param>
    /// <param name="fullNames">Whether the reader sees full names, whatever is published of them.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>Null if none was given.</returns>
    Task<LineupView?> FindAsync(EventId eventId, MatchId matchId, int side, bool fullNames, CancellationToken cancellationToken);

    /// <summary>Returns the line-ups of both sides.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="matchId">The match.</param>
    /// <param name="fullNames">Whether the reader sees full names, whatever is published of them.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>Null if there is no such match.</returns>
    Task<MatchLineupsView?> OfMatchAsync(EventId eventId, MatchId matchId, bool fullNames, CancellationToken cancellationToken);
}
