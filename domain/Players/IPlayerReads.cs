namespace LiveFeed.Domain.Players;

/// <summary>Reads of players.</summary>
public interface IPlayerReads
{
    /// <summary>Returns a team's players, by id.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="teamId">The team.</param>
    /// <param name="fullNames">Whether the reader sees full names, whatever is published of them.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>Null if there is no such team.</returns>
    Task<PlayerList?> ListAsync(EventId eventId, int teamId, bool fullNames, CancellationToken cancellationToken);

    Task<PlayerView?> FindAsync(EventId eventId, int teamId, int playerId, bool fullNames, CancellationToken cancellationToken);
}
