namespace LiveFeed.Domain.Players;

/// <summary>Players, in the transaction of the command that uses them.</summary>
public interface IPlayerStore
{
    Task<Player?> FindAsync(EventId eventId, int id);

    /// <summary>Returns all players of an event.</summary>
    Task<IReadOnlyList<Player>> ListAsync(EventId eventId);

    /// <summary>Returns the players of one team.</summary>
    Task<IReadOnlyList<Player>> ListAsync(EventId eventId, int teamId);

    /// <summary>Returns the ids of all players of an event.</summary>
    Task<IReadOnlyList<int>> IdsAsync(EventId eventId);

    void Add(Player player);

    void Remove(Player player);
}
