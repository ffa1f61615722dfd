namespace LiveFeed.Domain.Teams;

/// <summary>A player or a family member of a team. A team's coaches are members of its event (<see cref="TeamRoles"/>).</summary>
public sealed class TeamMember : Aggregate
{
    public required EventId EventId { get; init; }

    public required int TeamId { get; init; }

    public required UserId UserId { get; init; }

    public TeamRole Role { get; private set; }

    /// <summary>Makes the person a player or family.</summary>
    public void Give(TeamRole role)
    {
        if (role == TeamRole.Coach)
            throw new ArgumentException("A coach is a member of the event.", nameof(role));
        Role = role;
        Raise(new TeamMembershipChanged(EventId, TeamId));
    }

    /// <summary>Ends the membership.</summary>
    public void End() => Raise(new TeamMembershipChanged(EventId, TeamId));
}
