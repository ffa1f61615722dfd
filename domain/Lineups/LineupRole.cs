namespace LiveFeed.Domain.Lineups;

/// <summary>What a player of a line-up is beside a player.</summary>
public enum LineupRole
{
    Captain,

    /// <summary>The defensive specialist of volleyball.</summary>
    Libero,

    Goalkeeper,
}
