namespace LiveFeed.Domain.Teams;

/// <summary>Reads of teams' members.</summary>
public interface ITeamMemberReads
{
    /// <summary>Returns a team's coaches, players and family, by name.</summary>
    Task<Page<TeamMemberView>> ListAsync(EventId eventId, int teamId, Paging paging, CancellationToken cancellationToken);
}
