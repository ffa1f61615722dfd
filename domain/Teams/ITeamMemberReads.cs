namespace LiveFeed.Domain.Teams;

/// <summary>Reads of teams' members.</summary>
public interface ITeamMemberReads
{
    /// <summary>Returns a team's coaches, players and family, by name.</summary>
    Task<Page<TeamMemberView>> ListAsync(EventId eventId, int teamId, Paging paging, CancellationToken cancellationToken);

    /// <summary>Returns the teams that a user belongs to, those of open events first, by the names of events and teams.</summary>
    Task<Page<OwnTeamView>> ListOfUserAsync(UserId userId, Paging paging, CancellationToken cancellationToken);
}
