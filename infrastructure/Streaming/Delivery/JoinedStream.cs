namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>A stream of several topics that has been opened: how far each of them has been sent.</summary>
public sealed class JoinedStream
{
    internal JoinedStream(JoinedStreamRequest request, IReadOnlyList<JoinedTopic> topics) => (Request, Topics) = (request, topics);

    internal JoinedStreamRequest Request { get; }

    internal IReadOnlyList<JoinedTopic> Topics { get; }
}
