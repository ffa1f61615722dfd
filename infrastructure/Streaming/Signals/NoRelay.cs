using LiveFeed.Infrastructure.Streaming.Signals.Presence;

namespace LiveFeed.Infrastructure.Streaming.Signals;

/// <summary>A process that hears nothing of others: what they commit is found by comparing with the log.</summary>
internal sealed class NoRelay : ISignalRelay
{
    public bool IsHealthy => false;

    public void Publish(TopicCommit commit)
    {
    }

    public void Subscribe(string topic, Func<TopicCommit, Task> apply, Action<string> missed)
    {
    }

    public void Send(IReadOnlyList<TopicPeople> topics)
    {
    }

    public void Listen(Action<string, IReadOnlyList<TopicPeople>> heard)
    {
    }

    public void Unsubscribe(string topic)
    {
    }
}
