namespace LiveFeed.Domain.Members;

/// <summary>A user's role in one event.</summary>
public enum EventRole
{
    Spectator,
    Coach,
    Media,
    Organizer,
}
