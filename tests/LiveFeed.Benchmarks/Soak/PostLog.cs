namespace LiveFeed.Benchmarks.Soak;

/// <summary>The results of all posts so far.</summary>
internal sealed class PostLog
{
    private readonly Lock mutex = new();
    private List<double> latencies = [];

    public long Succeeded { get; private set; }

    public long Failed { get; private set; }

    /// <summary>Why the first failed post failed; null if none failed.</summary>
    public string? FirstFailure { get; private set; }

    /// <param name="latency">The time since the post was due.</param>
    /// <param name="failure">Why it failed; null if it succeeded.</param>
    public void Add(TimeSpan latency, string? failure)
    {
        lock (mutex)
        {
            latencies.Add(latency.TotalMilliseconds);
            if (failure is null)
                Succeeded++;
            else
                Failed++;
            FirstFailure ??= failure;
        }
    }

    /// <summary>Returns the latencies since the last call, in milliseconds.</summary>
    public List<double> TakeLatencies()
    {
        lock (mutex)
        {
            var taken = latencies;
            latencies = [];
            return taken;
        }
    }
}
