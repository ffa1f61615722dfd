namespace LiveFeed.Domain.Invitations;

/// <summary>What invitations may be like.</summary>
/// <param name="Lifetime">How long one can be used unless its maker says otherwise.</param>
/// <param name="MaxLifetime">The longest lifetime that a maker may choose.</param>
/// <param name="MaxUses">The most people that one may be for.</param>
/// <param name="MaxOpen">The most that can be open at once in an event.</param>
/// <param name="MaxOpenOfTeam">The most that can be open at once in a team.</param>
public sealed record InvitationPolicy(TimeSpan Lifetime, TimeSpan MaxLifetime, int MaxUses, int MaxOpen, int MaxOpenOfTeam);
