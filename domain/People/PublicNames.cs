namespace LiveFeed.Domain.People;

/// <summary>What an event publishes of the names of its players, its officials and the persons of incidents. Each value publishes less than the one before.</summary>
public enum PublicNames
{
    /// <summary>Names as they are.</summary>
    Full,

    /// <summary>"A. S." for Ada Striker.</summary>
    Initials,

    /// <summary>No names: players are known by their numbers, and officials are left out.</summary>
    None,
}
