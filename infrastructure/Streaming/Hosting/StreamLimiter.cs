using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>Counts open streams by user, address, topic and instance.</summary>
public sealed class StreamLimiter(IOptions<StreamOptions> options)
{
    private readonly ConcurrentDictionary<(string Limit, string Whose), int> counts = new();

    /// <summary>Acquires a lease for one stream, which is released by disposing it. Returns null if a limit is reached, and names the limit.</summary>
    public IDisposable? TryAcquire(UserId? userId, string address, string topic, out string? limit)
    {
        var settings = options.Value;
        var taken = new StreamLease(this, userId, address, topic);
        limit = !taken.Take("instance", settings.MaxPerInstance) ? "instance"
            : !taken.Take("event", settings.MaxPerEvent) ? "event"
            : !taken.Take("address", settings.MaxPerAddress) ? "address"
            : userId is not null && !taken.Take("user", settings.MaxPerUser) ? "user"
            : null;
        if (limit is null)
            return taken;
        taken.Dispose();
        return null;
    }

    private bool TryAdd((string, string) key, int? most)
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

    private void Subtract((string, string) key)
    {
        while (counts.TryGetValue(key, out var count))
        {
            var done = count == 1 ? counts.TryRemove(KeyValuePair.Create(key, count)) : counts.TryUpdate(key, count - 1, count);
            if (done)
                return;
        }
    }

    private sealed class StreamLease(StreamLimiter limits, UserId? userId, string address, string topic) : IDisposable
    {
        private static readonly string[] InOrder = ["instance", "event", "address", "user"];
        private int taken;

        public bool Take(string limit, int? most)
        {
            if (!limits.TryAdd(Key(limit), most))
                return false;
            taken++;
            return true;
        }

        public void Dispose()
        {
            for (; taken > 0; taken--)
                limits.Subtract(Key(InOrder[taken - 1]));
        }

        private (string, string) Key(string limit) => (limit, limit switch
        {
            "event" => topic,
            "address" => address,
            "user" => userId!.Value.Value,
            _ => "",
        });
    }
}
