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
        var (formerRole, formerTeams) = (Role, CoachedTeams);
        (Role, TeamIds) = (role, [.. teamIds.Distinct()]);
        Publish(formerRole, formerTeams);
    }

    /// <summary>Ends the membership.</summary>
    public void End()
    {
        var (formerRole, formerTeams) = (Role, CoachedTeams);
        (Role, TeamIds) = (EventRole.Spectator, []);
        Publish(formerRole, formerTeams);
    }

    public MemberView ToView(string name) => new(UserId, name, Role, TeamIds);

    private List<int> CoachedTeams => Role == EventRole.Coach ? TeamIds : [];

    private void Publish(EventRole formerRole, List<int> formerTeams) => Raise(new MembershipChanged(
        EventId, (formerRole == EventRole.Organizer) == (Role == EventRole.Organizer) ? [.. formerTeams.Except(CoachedTeams), .. CoachedTeams.Except(formerTeams)] : null));
}
