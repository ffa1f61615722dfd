namespace LiveFeed.Domain.Access;

/// <summary>A user's role in the whole installation.</summary>
public enum GlobalRole
{
    User,
    Admin,
}

/// <summary>A user's role in one event.</summary>
public enum EventRole
{
    Spectator,
    Coach,
    Media,
    Organizer,
}

