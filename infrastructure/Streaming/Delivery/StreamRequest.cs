using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>What a stream sends, and to whom.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Filter">Which entries the reader wants.</param>
/// <param name="Identity">Who reads.</param>
/// <param name="LastEventId">The cursor after which the stream continues; null or empty for a snapshot first.</param>
/// <param name="EndsAt">When the permission to read ends; null if it doesn't.</param>
/// <param name="SessionId">The reader's session, with which the stream ends; null if there is none.</param>
public sealed record StreamRequest(
    TopicFeed Feed, ReaderFilter Filter, ReaderIdentity Identity, string? LastEventId, DateTimeOffset? EndsAt, string? SessionId = null);
