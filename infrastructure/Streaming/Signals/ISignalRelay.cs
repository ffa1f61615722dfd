using LiveFeed.Infrastructure.Streaming.Signals.Presence;

namespace LiveFeed.Infrastructure.Streaming.Signals;

/// <summary>Carries signals between instances. No call waits for anything.</summary>
internal interface ISignalRelay
{
    /// <summary>Whether the signals of all other instances arrive here. If not, the log has to be looked at more often.</summary>
    bool IsHealthy { get; }

    /// <summary>Sends a commit to the other instances.</summary>
    void Publish(TopicCommit commit);

    /// <summary>Receives the commits of other instances to a topic from now on.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="apply">Gets each commit, one after another, in the order in which they arrive.</param>
    /// <param name="missed">Gets the topic if a signal can't be read or applied, such as one of another version: what it tells has to be read from the log.</param>
    void Subscribe(string topic, Func<TopicCommit, Task> apply, Action<string> missed);

    /// <summary>Sends who is in topics, by this instance's streams, to the other instances. It may be lost, and is repeated.</summary>
    void Send(IReadOnlyList<TopicPeople> topics);

    /// <summary>Receives what other instances send of who is in topics.</summary>
    /// <param name="heard">Gets the name of the instance, and what it has sent.</param>
    void Listen(Action<string, IReadOnlyList<TopicPeople>> heard);

    /// <summary>Receives no more commits to a topic.</summary>
    void Unsubscribe(string topic);
}
