namespace LiveFeed.Domain.Members;

/// <summary>A user's membership of an event.</summary>
public sealed class Member : Aggregate
{
    public required EventId EventId { get; init; }

    public required UserId UserId { get; init; }

    public EventRole Role { get; private set; }

    /// <summary>The teams that a coach or family follows.</summary>
    public List<int> TeamIds { get; private set; } = [];

    /// <summary>Gives the member a role, and the teams that go with it.</summary>
    public void Give(EventRole role, IReadOnlyList<int> teamIds)
    {
        (Role, TeamIds) = (role, [.. teamIds.Distinct()]);
        Raise(new MembershipChanged(EventId));
    }

    /// <summary>Ends the membership.</summary>
    public void End() => Raise(new MembershipChanged(EventId));
}
