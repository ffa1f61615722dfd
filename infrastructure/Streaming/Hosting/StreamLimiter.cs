using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>Limits open streams by user, address, topic and instance.</summary>
public sealed class StreamLimiter(IStreamCounts counts, IOptions<StreamOptions> options)
{
    /// <summary>Acquires a lease for one stream, which is released by disposing it. If there is none, a limit is reached, which is named.</summary>
    public async ValueTask<(IDisposable? Lease, string? Limit)> AcquireAsync(UserId? userId, string address, string topic)
    {
        var settings = options.Value;
        var lease = new StreamLease(counts, userId, address, topic);
        var limit = !await lease.TakeAsync("instance", settings.MaxPerInstance) ? "instance"
            : !await lease.TakeAsync("event", settings.MaxPerEvent) ? "event"
            : !await lease.TakeAsync("address", settings.MaxPerAddress) ? "address"
            : userId is not null && !await lease.TakeAsync("user", settings.MaxPerUser) ? "user"
            : null;
        if (limit is null)
            return (lease, null);
        lease.Dispose();
        return (null, limit);
    }

    private sealed class StreamLease(IStreamCounts counts, UserId? userId, string address, string topic) : IDisposable
    {
        private static readonly string[] InOrder = ["instance", "event", "address", "user"];
        private int taken;

        public async ValueTask<bool> TakeAsync(string limit, int? max)
        {
            if (!await counts.TryAddAsync(Key(limit), max))
                return false;
            taken++;
            return true;
        }

        public void Dispose()
        {
            for (; taken > 0; taken--)
                counts.Subtract(Key(InOrder[taken - 1]));
        }

        private StreamCount Key(string limit) => new(limit, limit switch
        {
            "event" => topic,
            "address" => address,
            "user" => userId!.Value.Value,
            _ => "",
        });
    }
}
