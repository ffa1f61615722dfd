namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>What a stream of several topics sends, and to whom.</summary>
/// <param name="Topics">The topics that are sent, at least one.</param>
/// <param name="Rejected">Those that the reader has asked for and doesn't get.</param>
/// <param name="Identity">Who reads.</param>
/// <param name="LastEventId">The joined cursor after which the stream continues; null or empty for snapshots first.</param>
/// <param name="EndsAt">When the permission to read ends; null if it doesn't.</param>
/// <param name="SessionId">The reader's session, with which the stream ends; null if there is none.</param>
public sealed record JoinedStreamRequest(
    IReadOnlyList<TopicRequest> Topics, IReadOnlyList<RejectedTopic> Rejected, ReaderIdentity Identity, string? LastEventId, DateTimeOffset? EndsAt, string? SessionId);
