using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>Limits open streams by user, address, topic and instance.</summary>
public sealed class StreamLimiter(IStreamCounts counts, IOptions<StreamOptions> options)
{
    /// <summary>The limit of the replays of an instance.</summary>
    public const string Replays = "replays";

    /// <summary>The limit of the replays of an address, so that one client doesn't take the place of all.</summary>
    public const string ReplaysOfAddress = "replays-of-address";

    /// <summary>
    /// Acquires a lease for one stream, which is released by disposing it. If there is none, a limit is reached, which is named. A stream of several
    /// topics counts once for its user and address, and once for each topic.
    /// </summary>
    public async ValueTask<(IDisposable? Lease, string? Limit)> AcquireAsync(UserId? userId, string address, IReadOnlyList<string> topics, bool isReplay = false)
    {
        var settings = options.Value;
        var lease = new StreamLease(counts);
        var limit = isReplay && !await lease.TakeAsync(Replays, "", settings.MaxReplays) ? Replays
            : isReplay && !await lease.TakeAsync(ReplaysOfAddress, address, settings.MaxReplaysPerAddress) ? ReplaysOfAddress
            : !await lease.TakeAsync("instance", "", settings.MaxPerInstance) ? "instance"
            : !await TakeAllAsync(lease, topics, settings.MaxPerEvent) ? "event"
            : !await lease.TakeAsync("address", address, settings.MaxPerAddress) ? "address"
            : userId is { } user && !await lease.TakeAsync("user", user.Value, settings.MaxPerUser) ? "user"
            : null;
        if (limit is null)
            return (lease, null);
        lease.Dispose();
        return (null, limit);
    }

    private static async ValueTask<bool> TakeAllAsync(StreamLease lease, IReadOnlyList<string> topics, int? max)
    {
        foreach (var topic in topics)
        {
            if (!await lease.TakeAsync("event", topic, max))
                return false;
        }

        return true;
    }

    private sealed class StreamLease(IStreamCounts counts) : IDisposable
    {
        private readonly List<StreamCount> taken = new(4);

        public async ValueTask<bool> TakeAsync(string limit, string whose, int? max)
        {
            var count = new StreamCount(limit, whose);
            if (!await counts.TryAddAsync(count, max))
                return false;
            taken.Add(count);
            return true;
        }

        public void Dispose()
        {
            taken.ForEach(counts.Subtract);
            taken.Clear();
        }
    }
}
