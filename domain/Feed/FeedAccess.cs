using System.Collections.Frozen;

namespace LiveFeed.Domain.Feed;

/// <summary>Who may read an event, at one version of its access.</summary>
public sealed record FeedAccess(long Version, Visibility Visibility, bool Archived, FrozenDictionary<string, EventRole> Members)
{
    /// <summary>Returns null if the reader may read; otherwise the error.</summary>
    public Error? CheckReadAccess(ReaderIdentity reader)
    {
        if (Visibility == Visibility.Public || reader.IsAdmin)
            return null;
        if (reader.UserId is not { } userId)
            return new Error(ErrorCode.TokenRequired, "This event is for its members. Sign in, and send your access token.");
        return Members.ContainsKey(userId)
            ? null
            : new Error(ErrorCode.NotAMember, "This event is for its members. Ask an organizer to add you.");
    }

    public bool MayManage(ReaderIdentity reader) =>
        reader.IsAdmin || (reader.UserId is { } id && Members.TryGetValue(id, out var role) && role == EventRole.Organizer);
}
