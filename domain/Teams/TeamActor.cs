namespace LiveFeed.Domain.Teams;

/// <summary>What somebody who acts is to a team.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Role">The role in the event.</param>
/// <param name="InTeam">The role in the team.</param>
internal sealed record TeamActor(Actor Actor, EventRole? Role, TeamRole? InTeam)
{
    public ReaderIdentity Reader => Actor.ToReader();
}
