using LiveFeed.Infrastructure.Events;
using LiveFeed.Infrastructure.Feed;
using LiveFeed.Infrastructure.Feed.Replicas;
using LiveFeed.Infrastructure.Notifications;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Replays;
using LiveFeed.Infrastructure.Teams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.Infrastructure;

/// <summary>The feeds of events, and how they are read.</summary>
internal static class FeedServices
{
    public static IServiceCollection AddFeed(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<FeedLog>();
        if (DatabaseServices.HasReplica(settings))
            services.AddReplica();
        else
            services.AddSingleton<IFeedLog>(provider => provider.GetRequiredService<FeedLog>());
        services.AddSingleton<IReplayLog, StoredReplayLog>();
        services.AddSingleton<EventTopicAccess>();
        services.AddSingleton<TeamTopicAccess>();
        services.AddSingleton<UserTopicAccess>();
        services.AddSingleton<ITopicAccess, TopicAccess>();
        services.AddSingleton<FeedAppender>();
        return services.AddStreaming(settings);
    }

    private static void AddReplica(this IServiceCollection services)
    {
        services.AddSingleton<ReplicaContexts>();
        services.AddSingleton<ReplicaHealth>();
        services.AddSingleton<ReplicaLog>();
        services.AddSingleton<IFeedLog, ReplicatedFeedLog>();
        services.AddHostedService<ReplicaWatch>();
    }
}
