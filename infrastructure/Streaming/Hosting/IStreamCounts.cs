namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>Counts open streams, of this instance or of all.</summary>
public interface IStreamCounts
{
    /// <summary>Counts one more, unless there are that many already. Returns whether it was counted.</summary>
    ValueTask<bool> TryAddAsync(StreamCount of, int? max);

    /// <summary>Counts one less.</summary>
    void Subtract(StreamCount of);
}
