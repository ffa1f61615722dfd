using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Replays;
using LiveFeed.Infrastructure.Streaming.Signals;
using LiveFeed.Infrastructure.Streaming.Signals.Presence;
using LiveFeed.Infrastructure.Streaming.Transports;
using LiveFeed.Infrastructure.Streaming.Transports.IoUring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.Hosting;

/// <summary>Composes the streaming engine.</summary>
internal static class StreamingServices
{
    /// <summary>The engine, but for its ports: <see cref="IFeedLog"/>, <see cref="IReplayLog"/>, <see cref="ITopicAccess"/> and <see cref="IEndedSessions"/> must be registered too.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The section <c>LiveFeed</c>.</param>
    public static IServiceCollection AddStreaming(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<FeedOptions>().Bind(settings.GetSection("Feed")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<StreamOptions>().Bind(settings.GetSection("Streams")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<FeedMetrics>();
        services.AddSingleton<FeedSynchronizer>();
        services.AddSingleton<HistoryPages>();
        services.AddSingleton<ResumePositions>();
        services.AddSingleton<HistoryFlush>();
        services.AddSingleton<FeedPager>();
        services.AddSingleton<JoinedHistory>();
        services.AddSingleton<ISendBatchFactory, IoUringFactory>();
        services.AddSingleton<StreamTransports>();
        services.TryAddSingleton<IStreamCounts, LocalStreamCounts>();
        services.AddSingleton<StreamLimiter>();
        // Their constructors are this layer's own.
        services.AddSingleton(provider => new FeedRegistry(
            provider.GetRequiredService<IFeedLog>(), provider.GetRequiredService<ITopicAccess>(), provider.GetRequiredService<FeedSynchronizer>(),
            provider.GetRequiredService<ISignalRelay>(), provider.GetRequiredService<FeedPager>(), provider.GetRequiredService<ISharedResponses>(), provider.GetRequiredService<FeedMetrics>(),
            provider.GetRequiredService<IOptions<FeedOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ISignalRelay, NoRelay>();
        services.TryAddSingleton<ISharedResponses>(NoSharedResponses.Instance);
        services.AddSingleton<IFeedSignal, FeedSignal>();
        services.AddSingleton(provider => new StreamRunner(
            provider.GetRequiredService<FeedRegistry>(), provider.GetRequiredService<FeedPager>(), provider.GetRequiredService<IEndedSessions>(), provider.GetRequiredService<FeedMetrics>(),
            provider.GetRequiredService<ISendBatchFactory>(), provider.GetRequiredService<IOptions<FeedOptions>>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => new JoinedStreamRunner(
            provider.GetRequiredService<StreamRunner>(), provider.GetRequiredService<JoinedHistory>(), provider.GetRequiredService<FeedMetrics>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<JoinedStreamRunner>>()));
        services.AddSingleton<ReplayStarts>();
        services.AddSingleton(provider => new ReplayRunner(
            provider.GetRequiredService<ReplayStarts>(), provider.GetRequiredService<IReplayLog>(), provider.GetRequiredService<StreamRunner>(), provider.GetRequiredService<FeedRegistry>(),
            provider.GetRequiredService<HistoryPages>(), provider.GetRequiredService<HistoryFlush>(), provider.GetRequiredService<IEndedSessions>(), provider.GetRequiredService<FeedMetrics>(),
            provider.GetRequiredService<IOptions<FeedOptions>>(), provider.GetRequiredService<IOptions<StreamOptions>>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ReplayRunner>>()));
        services.AddHostedService<PumpService>();
        services.AddHostedService<FeedReconciler>();
        services.AddHostedService<PresenceService>();
        return services;
    }
}
