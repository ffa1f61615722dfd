using LiveFeed.Infrastructure.Streaming.Delivery;

namespace LiveFeed.Api.Feed;

/// <summary>What a reader gets of the topics that a request names.</summary>
/// <param name="Topics">Those that can be read.</param>
/// <param name="Rejected">Those that can't.</param>
/// <param name="Response">The response if none can be read; null otherwise.</param>
internal sealed record ReadableTopics(IReadOnlyList<TopicRequest> Topics, IReadOnlyList<RejectedTopic> Rejected, IResult? Response);
