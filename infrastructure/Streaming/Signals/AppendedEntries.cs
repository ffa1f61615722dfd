namespace LiveFeed.Infrastructure.Streaming.Signals;

/// <summary>The entries that a committed transaction appended, and the topics whose access it changed.</summary>
internal sealed record AppendedEntries(IReadOnlyList<TopicEntries> Entries, IReadOnlyList<string> ChangedAccess)
{
    public static readonly AppendedEntries None = new([], []);
}
