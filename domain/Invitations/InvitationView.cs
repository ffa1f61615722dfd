namespace LiveFeed.Domain.Invitations;

/// <summary>An invitation, as the event's organizers see it: without its secret.</summary>
/// <param name="Id">The id.</param>
/// <param name="Role">The role in the event that it gives.</param>
/// <param name="InTeam">The role in the team that it gives, if it is for a team.</param>
/// <param name="TeamIds">The teams that go with the role.</param>
/// <param name="UsesLeft">How many people can still use it.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">Who made it.</param>
public sealed record InvitationView(
    string Id, EventRole Role, TeamRole? InTeam, IReadOnlyList<int> TeamIds, int UsesLeft, DateTimeOffset ExpiresAt, DateTimeOffset CreatedAt, PersonView CreatedBy);
