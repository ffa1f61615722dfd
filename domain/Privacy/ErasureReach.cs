namespace LiveFeed.Domain.Privacy;

/// <summary>What the erasure of an account changes.</summary>
/// <param name="EventIds">The events with something of the user that doesn't stay.</param>
/// <param name="UserIds">The user; all administrators if the user is one.</param>
public sealed record ErasureReach(IReadOnlyCollection<EventId> EventIds, IReadOnlyCollection<UserId> UserIds)
{
    internal bool IsWithin(EraseUser command) => !EventIds.Except(command.EventIds).Any() && !UserIds.Except(command.UserIds).Any();
}
