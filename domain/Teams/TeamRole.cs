namespace LiveFeed.Domain.Teams;

/// <summary>What somebody is to a team, in the order of what it allows.</summary>
public enum TeamRole
{
    /// <summary>Belongs to a player, or follows the team.</summary>
    Family,
    Player,

    /// <summary>A member of the event with the role coach, and this team among the member's teams.</summary>
    Coach,
}
