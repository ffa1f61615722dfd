namespace LiveFeed.Domain.Access;

/// <summary>Somebody who can sign in.</summary>
public sealed class User
{
    /// <summary>Made by the server, opaque.</summary>
    public required string Id { get; init; }

    /// <summary>Lower-case; never shown to others.</summary>
    public required string Email { get; init; }

    /// <summary>The name that others see.</summary>
    public required string DisplayName { get; set; }

    public required string PasswordHash { get; set; }

    public GlobalRole Role { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether a user can have this id. What can't isn't looked up: some databases refuse U+0000 even in a query.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= 64 && !id.Any(char.IsControl);

    public Actor ToActor() => new(Id, DisplayName, Role == GlobalRole.Admin);
}

/// <summary>What a user is to an event.</summary>
public sealed class Member
{
    public required string EventId { get; init; }

    public required string UserId { get; init; }

    public EventRole Role { get; set; }

    /// <summary>The teams that a coach or family follows.</summary>
    public List<int> TeamIds { get; set; } = [];
}
