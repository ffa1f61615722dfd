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

    public void Send(PresenceMessage message)
    {
    }

    public void Listen(Action<PresenceMessage> heard)
    {
    }

    public void Unsubscribe(string topic)
    {
    }
}
