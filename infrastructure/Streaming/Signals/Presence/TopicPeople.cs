namespace LiveFeed.Infrastructure.Streaming.Signals.Presence;

/// <summary>Who is in a topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Present">Who has a stream of it open, each once.</param>
/// <param name="Typing">Who is writing.</param>
internal sealed record TopicPeople(string Topic, IReadOnlyList<Person> Present, IReadOnlyList<Person> Typing)
{
    public bool IsEmpty => Present.Count == 0 && Typing.Count == 0;
}
