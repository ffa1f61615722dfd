namespace LiveFeed.Domain.Feed;

/// <summary>The topics of an event beside the event's own, and those of users, in the transaction of a command that has locked the event or the users.</summary>
public interface ITopicStore
{
    /// <summary>Makes sure that a topic has a feed, so that entries can be added to it.</summary>
    Task OpenAsync(string topic);

    /// <summary>Makes sure that each of some topics has a feed.</summary>
    Task OpenAsync(IReadOnlyList<string> topics);

    /// <summary>Returns the topics of an event that have a feed, but for the event's own.</summary>
    Task<IReadOnlyList<string>> OpenedAsync(EventId eventId);

    /// <summary>
    /// Blanks what the entries of a key say in texts of people: in the stored log now, and in every memory once an entry follows by which readers drop the key.
    /// Their sequences and checks stay.
    /// </summary>
    Task BlankAsync(string topic, string key);

    /// <summary>Removes a topic with its feed, if it has one. Its streams end.</summary>
    Task RemoveAsync(string topic);
}
