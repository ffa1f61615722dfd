namespace LiveFeed.Domain.Invitations;

/// <summary>How often and how long an invitation can be used.</summary>
/// <param name="Uses">For how many people; 1 if it is missing.</param>
/// <param name="ExpiresAt">Until when; for <see cref="InvitationPolicy.Lifetime"/> if it is missing.</param>
public sealed record InvitationTerms(int? Uses, DateTimeOffset? ExpiresAt);
