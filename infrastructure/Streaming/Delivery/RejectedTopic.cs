namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>A topic that is not sent.</summary>
/// <param name="Topic">Its path.</param>
/// <param name="Code">The code of the error.</param>
public sealed record RejectedTopic(string Topic, string Code);
