using System.Diagnostics;
using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LiveFeed.Infrastructure.Redis.Limits;

/// <summary>
/// Counts the streams of all instances by user, address and topic. Each instance counts its own, and writes the count into a hash in Redis, which has a field
/// for each instance. Fields of instances whose lease has ended don't count: the streams of one that was killed have ended with it.
/// </summary>
/// <param name="limits">Runs the scripts.</param>
/// <param name="self">This instance.</param>
/// <param name="options">The settings.</param>
internal sealed class RedisStreamCounts(SharedLimits limits, InstanceId self, IOptions<RedisOptions> options) : IStreamCounts
{
    /// <summary>How often all counts are written anew, so that they are kept.</summary>
    public static readonly TimeSpan PublishEvery = TimeSpan.FromMinutes(20);

    /// <summary>After which time Redis forgets a count that nobody has written anew.</summary>
    private static readonly long KeptFor = (long)TimeSpan.FromHours(1).TotalMilliseconds;

    /// <summary>For how long a rejection by Redis holds: of thousands who wait for the place of one address, one asks.</summary>
    private static readonly TimeSpan FullFor = TimeSpan.FromMilliseconds(100);

    /// <summary>Arguments: the instance; its streams with the new one; the most of all instances together; for how many milliseconds the hash is kept.</summary>
    private const string Open = """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local others = 0
        local fields = redis.call('HGETALL', KEYS[1])
        for i = 1, #fields, 2 do
          local instance, count = fields[i], fields[i + 1]
          if instance ~= ARGV[1] then
            local till = redis.call('ZSCORE', KEYS[2], instance)
            if till and tonumber(till) > now then
              others = others + count
            else
              redis.call('HDEL', KEYS[1], instance)
            end
          end
        end
        if others + ARGV[2] > tonumber(ARGV[3]) then
          return 0
        end
        redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
        return 1
        """;

    /// <summary>Arguments: the instance; its streams; for how many milliseconds the hash is kept.</summary>
    private const string Set = """
        if ARGV[2] == '0' then
          return redis.call('HDEL', KEYS[1], ARGV[1])
        end
        redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
        return redis.call('PEXPIRE', KEYS[1], ARGV[3])
        """;

    private const int BatchSize = 100;

    private readonly LocalStreamCounts ofInstance = new();
    private readonly Dictionary<StreamCount, Own> counts = [];
    private readonly Lock gate = new();

    /// <summary>The key of the leases. All keys of streams belong to one slot of a cluster, as a script reads two of them.</summary>
    public static RedisKey LeasesKey(RedisOptions options) => $"{options.KeyPrefix}{{streams}}:instances";

    public ValueTask<bool> TryAddAsync(StreamCount of, int? max)
    {
        if (of.IsOfInstance)
            return ofInstance.TryAddAsync(of, max);
        if (max is null)
            return ValueTask.FromResult(true);
        lock (gate)
        {
            if (!counts.TryGetValue(of, out var own))
                counts[of] = own = new Own();
            if (own.Count >= max || own.IsFull)
                return ValueTask.FromResult(false);
            own.Count++;
            // Within the lock, so that Redis gets the counts in their order.
            return new ValueTask<bool>(AddAsync(of, limits.RunAsync(Open, [Key(of), LeasesKey(options.Value)], [self.Value, own.Count, max, KeptFor])));
        }
    }

    public void Subtract(StreamCount of)
    {
        if (of.IsOfInstance)
            ofInstance.Subtract(of);
        else
            Subtract(of, isFull: false);
    }

    /// <summary>Writes all counts.</summary>
    public async Task PublishAllAsync()
    {
        List<StreamCount> all;
        lock (gate)
            all = [.. counts.Keys];
        foreach (var batch in all.Chunk(BatchSize))
        {
            var sent = new List<Task>();
            lock (gate)
            {
                foreach (var of in batch)
                {
                    if (counts.TryGetValue(of, out var own))
                        sent.Add(PublishAsync(of, own));
                }
            }

            await Task.WhenAll(sent);
        }
    }

    /// <summary>Forgets whoever has no stream here.</summary>
    public void RemoveIdle()
    {
        lock (gate)
        {
            foreach (var (of, own) in counts)
            {
                if (own is { Count: 0, IsFull: false })
                    counts.Remove(of);
            }
        }
    }

    private async Task<bool> AddAsync(StreamCount of, Task<RedisResult?> asked)
    {
        // If Redis is away, only this instance's streams count.
        if (await asked is not { } isWithin || (bool)isWithin)
            return true;
        Subtract(of, isFull: true);
        return false;
    }

    private void Subtract(StreamCount of, bool isFull)
    {
        lock (gate)
        {
            if (!counts.TryGetValue(of, out var own))
                return;
            own.Count--;
            own.FullAt = isFull ? Stopwatch.GetTimestamp() : 0;
            _ = PublishAsync(of, own);
        }
    }

    private Task PublishAsync(StreamCount of, Own own) => limits.RunAsync(Set, [Key(of)], [self.Value, own.Count, KeptFor]);

    private RedisKey Key(StreamCount of) => $"{options.Value.KeyPrefix}{{streams}}:{of.Limit}:{of.Whose}";

    /// <summary>The streams of this instance.</summary>
    private sealed class Own
    {
        public int Count { get; set; }

        /// <summary>When Redis has rejected a stream; 0 if one has ended since.</summary>
        public long FullAt { get; set; }

        public bool IsFull => FullAt != 0 && Stopwatch.GetElapsedTime(FullAt) < FullFor;
    }
}
