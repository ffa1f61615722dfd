using LiveFeed.Domain.RateLimits;
using LiveFeed.Infrastructure.Redis.Limits;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Signals;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>Composes what instances tell each other by Redis, if it is configured.</summary>
internal static class RedisServices
{
    /// <param name="services">The services. The streaming engine must come after, as it takes the relay that is registered first.</param>
    /// <param name="settings">The section <c>LiveFeed</c>.</param>
    public static IServiceCollection AddRedis(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<RedisOptions>().Bind(settings.GetSection("Redis")).ValidateDataAnnotations()
            .Validate(options => options.ConnectionString is null || CanRead(options.ConnectionString), "LiveFeed:Redis:ConnectionString can't be read. It looks like: redis:6379,user=livefeed,password=...,ssl=true")
            .Validate(options => options.HeartbeatEvery < options.SilentAfter, "LiveFeed:Redis:HeartbeatEvery must be shorter than LiveFeed:Redis:SilentAfter.")
            .Validate(options => options.Lease >= 2 * (options.HeartbeatEvery + options.Timeout), "LiveFeed:Redis:Lease must be at least twice as long as LiveFeed:Redis:HeartbeatEvery and LiveFeed:Redis:Timeout together.")
            .Validate(options => options.TokensHeld >= 2 * options.Timeout, "LiveFeed:Redis:TokensHeld must be at least twice as long as LiveFeed:Redis:Timeout.")
            .ValidateOnStart();
        if (string.IsNullOrWhiteSpace(settings["Redis:ConnectionString"]))
            return services;
        services.AddSingleton<RedisConnection>();
        services.AddSingleton<SignalHealth>();
        services.AddSingleton<RedisSignalRelay>();
        services.TryAddSingleton<ISignalRelay>(provider => provider.GetRequiredService<RedisSignalRelay>());
        services.AddStackExchangeRedisCache(_ => { });
        services.AddOptions<RedisCacheOptions>().Configure<RedisConnection, IOptions<RedisOptions>>((cache, connection, options) =>
        {
            cache.InstanceName = options.Value.KeyPrefix + "responses:";
            cache.ConnectionMultiplexerFactory = async () => await connection.Connecting;
        });
        services.TryAddSingleton<ISharedResponses, RedisResponses>();
        services.AddHostedService<RedisHeartbeat>();
        services.AddHostedService<InstanceWatch>();
        return services.AddSharedLimits();
    }

    private static IServiceCollection AddSharedLimits(this IServiceCollection services)
    {
        services.AddSingleton<SharedLimits>();
        services.AddSingleton<RedisBuckets>();
        services.AddSingleton<ISharedBuckets>(provider => provider.GetRequiredService<RedisBuckets>());
        services.AddSingleton<RedisStreamCounts>();
        services.AddSingleton<IStreamCounts>(provider => provider.GetRequiredService<RedisStreamCounts>());
        services.AddSingleton<ISharedSignInFailures, RedisSignInFailures>();
        services.AddHostedService<InstanceLease>();
        return services;
    }

    private static bool CanRead(string connectionString)
    {
        try
        {
            return ConfigurationOptions.Parse(connectionString).EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
