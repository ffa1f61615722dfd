namespace LiveFeed.Domain.Access;

/// <summary>What a user is to the whole installation.</summary>
public enum GlobalRole
{
    User,
    Admin,
}

/// <summary>What a user is to one event.</summary>
public enum EventRole
{
    Spectator,
    Coach,
    Media,
    Organizer,
}

