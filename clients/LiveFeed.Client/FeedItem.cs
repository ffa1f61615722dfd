using System.Text.Json;

namespace LiveFeed.Client;

/// <summary>
/// What comes of the feeds that a client follows: a <see cref="FeedSnapshot"/>, a <see cref="FeedEntry"/>, a <see cref="FeedProgress"/>, a <see cref="FeedSignal"/>, a
/// <see cref="TopicClosed"/> or a <see cref="StreamClosed"/>. Pass over what you don't know.
/// </summary>
public abstract record FeedItem
{
    /// <summary>
    /// The cursor to keep once this item has been dealt with: given to <see cref="FeedClient.FollowAsync"/> it goes on with what follows. Null if there is none of this item
    /// alone: then that of an earlier item counts, and what came since comes again.
    /// </summary>
    public string? Cursor { get; init; }
}

/// <summary>The whole state of a topic: it replaces all that was received of it.</summary>
/// <param name="Topic">The topic, such as <c>events/cup</c>.</param>
/// <param name="Reset">Why the entries that follow the cursor can't be sent, such as <c>too-far-behind</c>; null at the start.</param>
/// <param name="Entries">The latest entry of every key.</param>
public sealed record FeedSnapshot(string Topic, string? Reset, IReadOnlyList<FeedEntry> Entries) : FeedItem;

/// <summary>One change.</summary>
/// <param name="Topic">The topic, such as <c>events/cup</c>.</param>
/// <param name="Type">The type, such as <c>score-update</c>. Pass over types that you don't know.</param>
/// <param name="Key">Names the thing whose whole state it is, such as <c>score/17</c>; null if it has none.</param>
/// <param name="At">When it happened.</param>
/// <param name="IsRemoved">Whether the thing is gone.</param>
/// <param name="Schema">The major version of its schema (<c>GET /schemas</c>). Don't read one that is greater than you know.</param>
/// <param name="Json">All of it.</param>
public sealed record FeedEntry(string Topic, string Type, string? Key, DateTimeOffset At, bool IsRemoved, int Schema, JsonElement Json) : FeedItem;

/// <summary>Something that passes, beside the entries: never stored, and replaced by the next of its type. Only streams have it.</summary>
/// <param name="Topic">The topic, such as <c>events/cup/teams/7</c>.</param>
/// <param name="Type">The type, such as <c>presence</c> or <c>typing</c>.</param>
/// <param name="Json">All of it.</param>
public sealed record FeedSignal(string Topic, string Type, JsonElement Json) : FeedItem;

/// <summary>Nothing came that the filters let pass, and yet the cursor is a newer one. Only polls have it.</summary>
public sealed record FeedProgress : FeedItem;

/// <summary>Nothing of a topic comes any more. The others go on.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Code">Why, such as <c>event_archived</c> or <c>access_revoked</c>.</param>
public sealed record TopicClosed(string Topic, string Code) : FeedItem;

/// <summary>The server has ended the stream. While topics are left, the client opens another one by itself.</summary>
/// <param name="Code">Why, such as <c>server_draining</c>.</param>
public sealed record StreamClosed(string Code) : FeedItem;
