namespace LiveFeed.Domain.Teams;

/// <summary>Players and families of teams, in the transaction of the command that uses them.</summary>
public interface ITeamMemberStore
{
    Task<TeamMember?> FindAsync(EventId eventId, int teamId, UserId userId);

    /// <summary>Returns a user's memberships of an event's teams.</summary>
    Task<IReadOnlyList<TeamMember>> ListAsync(EventId eventId, UserId userId);

    void Add(TeamMember member);

    void Remove(TeamMember member);
}
