using System.Collections.Frozen;

namespace LiveFeed.Domain.Permissions;

/// <summary>Who may read and manage an event.</summary>
public sealed record EventAccess : FeedAccess
{
    private readonly EventId eventId;
    private readonly Visibility visibility;
    private readonly FrozenDictionary<UserId, EventRole> members;

    /// <param name="eventId">The event.</param>
    /// <param name="version">The access version at which it was read.</param>
    /// <param name="sequence">The sequence of the feed at which it was read.</param>
    /// <param name="visibility">Who may read.</param>
    /// <param name="archived">Whether the event is over.</param>
    /// <param name="members">The members' roles, by user id.</param>
    public EventAccess(EventId eventId, long version, long sequence, Visibility visibility, bool archived, FrozenDictionary<UserId, EventRole> members)
        : base(version, sequence)
    {
        (this.eventId, this.visibility, this.members) = (eventId, visibility, members);
        Archived = archived;
    }

    public override bool IsPublic => visibility == Visibility.Public;

    public override bool Archived { get; }

    public override CloseReason RemovedReason => CloseReason.EventDeleted;

    public override Error? CheckReadAccess(ReaderIdentity reader) => EventPermissions.CheckRead(visibility, reader, RoleOf(reader), reader.HelpsIn(eventId));

    public override bool MayManage(ReaderIdentity reader) => EventPermissions.CheckManage(reader, RoleOf(reader)) is null;

    public override bool SeesFullNames(ReaderIdentity reader) => EventPermissions.CheckFullNames(reader, RoleOf(reader), reader.HelpsIn(eventId)) is null;

    // A helper has what the link gives, and nothing else.
    private EventRole? RoleOf(ReaderIdentity reader) =>
        reader is { ScorerLink: null, UserId: { } userId } && members.TryGetValue(userId, out var role) ? role : null;
}
