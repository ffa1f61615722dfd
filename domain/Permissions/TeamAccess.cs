using System.Collections.Frozen;

namespace LiveFeed.Domain.Permissions;

/// <summary>Who may read and manage a team's room.</summary>
public sealed record TeamAccess : FeedAccess
{
    private readonly FrozenSet<UserId> organizers;
    private readonly FrozenDictionary<UserId, TeamRole> members;

    /// <param name="version">The access version at which it was read.</param>
    /// <param name="sequence">The sequence of the feed at which it was read.</param>
    /// <param name="archived">Whether the event is over.</param>
    /// <param name="organizers">The event's organizers.</param>
    /// <param name="members">The roles of the team's members, by user id.</param>
    public TeamAccess(long version, long sequence, bool archived, FrozenSet<UserId> organizers, FrozenDictionary<UserId, TeamRole> members)
        : base(version, sequence)
    {
        (this.organizers, this.members) = (organizers, members);
        Archived = archived;
    }

    public override bool IsPublic => false;

    public override bool Archived { get; }

    public override Error? CheckReadAccess(ReaderIdentity reader) => TeamPermissions.CheckRead(reader, RoleOf(reader), InTeam(reader));

    public override bool MayManage(ReaderIdentity reader) => TeamPermissions.CheckManage(reader, RoleOf(reader), InTeam(reader)) is null;

    // A room has no people but its members, who know each other.
    public override bool SeesFullNames(ReaderIdentity reader) => true;

    private EventRole? RoleOf(ReaderIdentity reader) => reader.UserId is { } userId && organizers.Contains(userId) ? EventRole.Organizer : null;

    private TeamRole? InTeam(ReaderIdentity reader) => reader.UserId is { } userId && members.TryGetValue(userId, out var role) ? role : null;
}
