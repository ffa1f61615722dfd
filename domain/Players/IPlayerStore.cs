namespace LiveFeed.Domain.Players;

/// <summary>Players, in the transaction of the command that uses them.</summary>
public interface IPlayerStore
{
    Task<Player?> FindAsync(EventId eventId, int id);

    /// <summary>Returns all players of an event, as changed so far.</summary>
    Task<IReadOnlyList<Player>> ListAsync(EventId eventId);

    void Add(Player player);

    void Remove(Player player);
}
