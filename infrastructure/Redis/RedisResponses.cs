using System.Buffers.Binary;
using System.Text;
using LiveFeed.Infrastructure.Streaming.Feeds;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>
/// Responses in Redis. Each is stored under the feed's position, so that it never becomes wrong: the ages only bound what is kept. A value is the length of the
/// ETag in four bytes, the ETag, and the body. That something is missing is not stored.
/// </summary>
internal sealed class RedisResponses(IDistributedCache cache, SignalHealth health, IOptions<RedisOptions> options) : ISharedResponses
{
    public async Task<ResponseContent?> FindAsync(string topic, FeedCursor cursor, string key)
    {
        // A server that doesn't respond would cost each read a time-out.
        if (!health.HearsItself)
            return null;
        try
        {
            return await cache.GetAsync(Key(topic, cursor, key)) is { } value ? Read(value) : null;
        }
        catch (Exception exception) when (IsAway(exception))
        {
            return null;
        }
    }

    public void Store(string topic, FeedCursor cursor, string key, ResponseContent response)
    {
        if (health.HearsItself && response.Json is not null)
            _ = StoreAsync(Key(topic, cursor, key), Write(response), AgeOf(key));
    }

    private async Task StoreAsync(string key, byte[] value, TimeSpan age)
    {
        try
        {
            await cache.SetAsync(key, value, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = age });
        }
        catch (Exception exception) when (IsAway(exception))
        {
            // The others build their own. That Redis is away is seen by the heartbeats.
        }
    }

    // A full server responds with an error, too.
    private static bool IsAway(Exception exception) => exception is RedisException or TimeoutException or ObjectDisposedException;

    private TimeSpan AgeOf(string key) => key.StartsWith("score", StringComparison.Ordinal) ? options.Value.ScoresFor : options.Value.EventsFor;

    private static string Key(string topic, FeedCursor cursor, string key) => $"{topic}@{cursor}:{key}";

    private static byte[] Write(ResponseContent response)
    {
        var etag = Encoding.UTF8.GetBytes(response.ETag ?? "");
        var value = new byte[sizeof(int) + etag.Length + response.Json!.Length];
        BinaryPrimitives.WriteInt32LittleEndian(value, etag.Length);
        etag.CopyTo(value, sizeof(int));
        response.Json.CopyTo(value, sizeof(int) + etag.Length);
        return value;
    }

    private static ResponseContent Read(byte[] value)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(value);
        var body = sizeof(int) + length;
        return new ResponseContent(value[body..], length == 0 ? null : Encoding.UTF8.GetString(value, sizeof(int), length));
    }
}
