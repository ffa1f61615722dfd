
namespace LiveFeed.Domain.Members;

/// <summary>A user's membership of an event.</summary>
public sealed class Member
{
    public required string EventId { get; init; }

    public required string UserId { get; init; }

    public EventRole Role { get; set; }

    /// <summary>The teams that a coach or family follows.</summary>
    public List<int> TeamIds { get; set; } = [];
}
