using LiveFeed.Domain.Follows;
using LiveFeed.Domain.Notifications;
using LiveFeed.Infrastructure.Jobs;
using LiveFeed.Infrastructure.Notifications;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure;

/// <summary>What users follow, and what they are notified of.</summary>
internal static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<NotificationOptions>().Bind(settings.GetSection("Notifications")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new FollowPolicy(provider.GetRequiredService<IOptions<NotificationOptions>>().Value.MaxFollows));
        services.AddSingleton(provider => new NotificationPolicy(provider.GetRequiredService<IOptions<NotificationOptions>>().Value.MaxPerUser));
        services.AddScoped<Recipients>();
        services.AddScoped<NotificationContents>();
        services.AddScoped<IJobHandler, NotificationJob>();
        services.AddScoped<IJobHandler, MatchSoonJob>();
        services.AddSingleton(new RecurringJob(MatchSoonJob.Name, TimeSpan.Zero));
        return services;
    }
}
