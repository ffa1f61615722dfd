using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>A topic that is sent.</summary>
/// <param name="Feed">Its feed.</param>
/// <param name="Filter">Which of its entries the reader wants.</param>
public sealed record TopicRequest(TopicFeed Feed, ReaderFilter Filter);
