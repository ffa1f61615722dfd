using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace LiveFeed.Infrastructure.Redis.Limits;

/// <summary>
/// Runs the scripts of the limits that instances share. The first script that Redis fails to run in time makes this instance limit by itself: no request
/// waits for Redis again until the background has found that it is back (<see cref="InstanceLease"/>).
/// </summary>
internal sealed partial class SharedLimits
{
    private static readonly Task<RedisResult?> NotShared = Task.FromResult<RedisResult?>(null);

    private readonly RedisConnection redis;
    private readonly ILogger<SharedLimits> logger;
    private readonly Counter<long> failed;
    private int areShared;

    public SharedLimits(RedisConnection redis, Telemetry telemetry, ILogger<SharedLimits> logger)
    {
        (this.redis, this.logger) = (redis, logger);
        failed = telemetry.Meter.CreateCounter<long>("livefeed.limits.failures", "{script}", "Scripts of shared limits that Redis did not run in time for a request.");
        telemetry.Meter.CreateObservableGauge("livefeed.limits.local", () => AreShared ? 0 : 1, "{1}", "1 while this instance limits by itself, because Redis is away.");
    }

    public bool AreShared => Volatile.Read(ref areShared) == 1;

    /// <summary>
    /// Runs a script. Returns null if Redis is away. Scripts begin in the order of these calls: each is handed to the connection before the call returns.
    /// </summary>
    public Task<RedisResult?> RunAsync(string script, RedisKey[] keys, RedisValue[] arguments) => AreShared ? RunForRequestAsync(script, keys, arguments) : NotShared;

    /// <summary>Runs a script whether Redis is away or not. If it succeeds, limits are shared from then on.</summary>
    public async Task<RedisResult?> RunInBackgroundAsync(string script, RedisKey[] keys, RedisValue[] arguments)
    {
        var result = await TryAsync(script, keys, arguments);
        if (result is not null && Interlocked.Exchange(ref areShared, 1) == 0)
            Log.Shared(logger);
        return result;
    }

    private async Task<RedisResult?> RunForRequestAsync(string script, RedisKey[] keys, RedisValue[] arguments)
    {
        var result = await TryAsync(script, keys, arguments);
        if (result is null)
            failed.Add(1);
        return result;
    }

    private async Task<RedisResult?> TryAsync(string script, RedisKey[] keys, RedisValue[] arguments)
    {
        if (redis.Connected is not { } connection)
        {
            ByItself(null);
            return null;
        }

        try
        {
            // The client sends the script's hash, and the script itself when the server doesn't know it.
            return await connection.GetDatabase().ScriptEvaluateAsync(script, keys, arguments);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            ByItself(exception);
            return null;
        }
    }

    private void ByItself(Exception? cause)
    {
        if (Interlocked.Exchange(ref areShared, 0) == 1)
            Log.Local(logger, cause);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.LimitsShared, Level = LogLevel.Information, Message = "Limits are shared with the other instances by Redis.")]
        public static partial void Shared(ILogger logger);

        [LoggerMessage(EventId = LogEventIds.LimitsLocal, Level = LogLevel.Warning, Message = "Redis is away: this instance limits by itself until it is back.")]
        public static partial void Local(ILogger logger, Exception? exception);
    }
}
