namespace LiveFeed.Infrastructure.Streaming.Signals;

/// <summary>
/// The latest signal of each type of one topic. A newer one replaces it, so that a slow reader gets few, and a new one all that hold. Safe for concurrent use.
/// </summary>
internal sealed class TopicSignals
{
    private readonly Lock gate = new();
    private (string Type, long Version, byte[] Members)[] latest = [];
    private long version;

    /// <summary>Grows with each signal.</summary>
    public long Version => Volatile.Read(ref version);

    /// <summary>Sets the latest signal of a type. Returns false if it is the one of before.</summary>
    /// <param name="type">The type.</param>
    /// <param name="members">Its JSON, after the opening brace and the topic.</param>
    public bool Set(string type, byte[] members)
    {
        lock (gate)
        {
            if (Array.Find(latest, signal => signal.Type == type).Members is { } before && before.AsSpan().SequenceEqual(members))
                return false;
            var next = version + 1;
            Volatile.Write(ref latest, [.. latest.Where(signal => signal.Type != type), (type, next, members)]);
            Volatile.Write(ref version, next);
            return true;
        }
    }

    /// <summary>Returns the latest signals of those types that have one after a version, and advances it.</summary>
    public IReadOnlyList<byte[]> After(ref long seen)
    {
        var (current, after) = (Volatile.Read(ref latest), seen);
        if (current.Length > 0)
            seen = current.Max(signal => signal.Version);
        return [.. current.Where(signal => signal.Version > after).Select(signal => signal.Members)];
    }
}
