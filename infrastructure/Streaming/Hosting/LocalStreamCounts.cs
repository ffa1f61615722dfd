using System.Collections.Concurrent;

namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>Counts the streams of this instance.</summary>
internal sealed class LocalStreamCounts : IStreamCounts
{
    private readonly ConcurrentDictionary<StreamCount, int> counts = new();

    public ValueTask<bool> TryAddAsync(StreamCount of, int? max)
    {
        while (true)
        {
            var count = counts.GetOrAdd(of, 0);
            if (count >= max)
                return ValueTask.FromResult(false);
            if (counts.TryUpdate(of, count + 1, count))
                return ValueTask.FromResult(true);
        }
    }

    public void Subtract(StreamCount of)
    {
        while (counts.TryGetValue(of, out var count))
        {
            var done = count == 1 ? counts.TryRemove(KeyValuePair.Create(of, count)) : counts.TryUpdate(of, count - 1, count);
            if (done)
                return;
        }
    }
}
