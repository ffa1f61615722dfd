namespace LiveFeed.Domain.Teams;

/// <summary>A member of a team.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Name">The name that the user chose.</param>
/// <param name="Role">What the user is to the team.</param>
public sealed record TeamMemberView(UserId UserId, string Name, TeamRole Role);
