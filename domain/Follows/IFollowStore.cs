namespace LiveFeed.Domain.Follows;

public interface IFollowStore
{
    Task<Follow?> FindAsync(UserId userId, FollowTarget target);

    Task<int> CountAsync(UserId userId);

    /// <summary>Returns whether anybody follows anything of an event.</summary>
    Task<bool> AnyAsync(EventId eventId);

    /// <summary>Returns whether anybody follows a match, or a team of it.</summary>
    Task<bool> AnyAsync(EventId eventId, MatchId matchId, int? team1Id, int? team2Id);

    void Add(Follow follow);

    void Remove(Follow follow);
}
