namespace LiveFeed.Domain.Feed;

/// <summary>Cuts the logs of feeds, in the transaction of the command that uses it.</summary>
public interface IFeedCutter
{
    /// <summary>
    /// Removes the oldest entries of a topic's log that are not part of its state at <paramref name="upTo"/>, and advances <see cref="FeedHead.CutTo"/> by at most
    /// a limited number of sequences.
    /// </summary>
    /// <param name="topic">The topic, whose head is locked.</param>
    /// <param name="upTo">The sequence to which the log is to be cut.</param>
    /// <returns>How far the log is cut now; null if there is no such topic.</returns>
    Task<FeedCut?> CutAsync(string topic, long upTo);

    /// <summary>Removes all entries of a topic's log but the newest ones: whatever they were about, nobody reads back to them.</summary>
    /// <param name="topic">The topic, whose head is locked.</param>
    /// <param name="count">How many stay.</param>
    Task KeepNewestAsync(string topic, int count);

    /// <summary>Gives a topic's log another epoch, so that every reader who comes back gets a snapshot. Returns false if there is no such topic.</summary>
    Task<bool> TryStartEpochAsync(string topic);
}
