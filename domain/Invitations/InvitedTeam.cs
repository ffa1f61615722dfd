namespace LiveFeed.Domain.Invitations;

/// <summary>The team that an invitation is for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">The role in it that the invitation gives.</param>
public sealed record InvitedTeam(int Id, string Name, TeamRole Role);
