namespace LiveFeed.Domain.Invitations;

/// <summary>What an invitation gives.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Role">The role in the event.</param>
/// <param name="TeamIds">The teams that go with that role.</param>
/// <param name="TeamId">The team that it is for; null if it is for the event.</param>
/// <param name="InTeam">The role in that team.</param>
internal sealed record InvitedTo(EventId EventId, EventRole Role, IReadOnlyList<int> TeamIds, int? TeamId = null, TeamRole? InTeam = null);
