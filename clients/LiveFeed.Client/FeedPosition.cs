namespace LiveFeed.Client;

/// <summary>The topics that are followed, and how far.</summary>
internal sealed class FeedPosition
{
    private readonly List<string> topics;

    public FeedPosition(IEnumerable<string> topics, string? cursor)
    {
        this.topics = [.. topics];
        Cursor = cursor;
        if (this.topics.Count == 0)
            throw new ArgumentException("Name at least one topic, such as events/cup.", nameof(topics));
    }

    /// <summary>The last id: the cursors of all topics, joined. Null before the first one.</summary>
    public string? Cursor { get; set; }

    public bool IsOver => topics.Count == 0;

    public string Query => string.Join('&', topics.Select(topic => $"topic={Uri.EscapeDataString(topic)}"));

    /// <summary>Returns whether the topic with a tag has begun.</summary>
    public bool Has(string tag) => Cursor?.Split('~').Any(part => part.StartsWith($"{tag}:", StringComparison.Ordinal)) == true;

    public void Close(string topic) => topics.RemoveAll(followed => followed.Split('?')[0] == topic);

    /// <summary>Nothing comes any more.</summary>
    public void Close() => topics.Clear();
}
