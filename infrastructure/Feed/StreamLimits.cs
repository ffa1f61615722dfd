using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>Counts open streams by user, address, event and instance.</summary>
internal sealed class StreamLimits(IOptions<StreamOptions> options) : IStreamLimits
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    public bool Direct => options.Value.Direct;

    public IDisposable? TryTake(string? userId, string address, string eventId, out string? limit)
    {
        var settings = options.Value;
        var taken = new Place(this);
        limit = !taken.Take("instance", settings.MaxPerInstance) ? "instance"
            : !taken.Take("event/" + eventId, settings.MaxPerEvent) ? "event"
            : !taken.Take("address/" + address, settings.MaxPerAddress) ? "address"
            : userId is not null && !taken.Take("user/" + userId, settings.MaxPerUser) ? "user"
            : null;
        if (limit is null)
            return taken;
        taken.Dispose();
        return null;
    }

    private bool TryAdd(string key, int? most)
    {
        while (true)
        {
            var count = counts.GetOrAdd(key, 0);
            if (count >= most)
                return false;
            if (counts.TryUpdate(key, count + 1, count))
                return true;
        }
    }

    private void Subtract(string key)
    {
        while (counts.TryGetValue(key, out var count))
        {
            var done = count == 1 ? counts.TryRemove(KeyValuePair.Create(key, count)) : counts.TryUpdate(key, count - 1, count);
            if (done)
                return;
        }
    }

    private sealed class Place(StreamLimits limits) : IDisposable
    {
        private readonly List<string> keys = new(4);

        public bool Take(string key, int? most)
        {
            if (!limits.TryAdd(key, most))
                return false;
            keys.Add(key);
            return true;
        }

        public void Dispose()
        {
            foreach (var key in keys)
                limits.Subtract(key);
            keys.Clear();
        }
    }
}
