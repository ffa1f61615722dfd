namespace LiveFeed.Domain.Permissions;

/// <summary>What an actor may do in an event (<see cref="EventPermissions"/>).</summary>
public enum EventPermission
{
    Read,
    Score,
    Manage,
}
