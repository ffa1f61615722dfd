using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Feed.Replicas;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Redis;
using LiveFeed.Infrastructure.ScheduleFiles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace LiveFeed.Infrastructure;

/// <summary>Registers the services of this layer.</summary>
public static class DependencyInjection
{
    /// <summary>
    /// Adds the implementations of the domain's ports, and the services that run with them. Settings come from the section <c>LiveFeed</c>.
    /// </summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.GetSection("LiveFeed");
        var data = DataDirectory.FromSettings(settings);
        services.AddSingleton(data);
        services.AddSingleton<Telemetry>();
        services.AddSingleton(InstanceId.Create());
        services.AddDatabase(settings, data);
        // Unless the instances share the database server's clock.
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddStores()
            .AddScheduleFiles()
            .AddRedis(settings)
            .AddFeed(settings)
            .AddAccess(settings, data, environment)
            .AddClaims(settings)
            .AddIncidents(settings)
            .AddStatistics(settings)
            .AddEvents(settings)
            .AddAcrossEvents(settings)
            .AddSchedules(settings)
            .AddInvitations(settings)
            .AddScorerLinks(settings)
            .AddAnnouncements(settings)
            .AddNotifications(settings)
            .AddImports(settings)
            .AddOutbound(settings)
            .AddWebhooks(settings)
            .AddJobs(settings)
            .AddRetention(settings);
    }

    /// <summary>Adds a health check that reports whether the database responds.</summary>
    public static IHealthChecksBuilder AddDatabaseCheck(this IHealthChecksBuilder checks, string name, params string[] tags) =>
        checks.AddCheck<DatabaseCheck>(name, HealthStatus.Degraded, tags, DatabaseCheck.Patience);

    /// <summary>Adds a health check that reports whether writes are stored, and in time.</summary>
    public static IHealthChecksBuilder AddWriteCheck(this IHealthChecksBuilder checks, string name, params string[] tags) =>
        checks.AddCheck<WriteCheck>(name, tags: tags);

    /// <summary>Adds a health check that reports whether signals of other instances arrive, if there is Redis.</summary>
    public static IHealthChecksBuilder AddRedisCheck(this IHealthChecksBuilder checks, IConfiguration configuration, string name, params string[] tags) =>
        string.IsNullOrWhiteSpace(configuration["LiveFeed:Redis:ConnectionString"]) ? checks : checks.AddCheck<RedisCheck>(name, tags: tags);

    /// <summary>Adds a health check that reports whether the replica of the database is read, if there is one.</summary>
    public static IHealthChecksBuilder AddReplicaCheck(this IHealthChecksBuilder checks, IConfiguration configuration, string name, params string[] tags) =>
        DatabaseServices.HasReplica(configuration.GetSection("LiveFeed")) ? checks.AddCheck<ReplicaCheck>(name, tags: tags) : checks;

    /// <summary>Applies the migrations that the configured database lacks.</summary>
    public static async Task MigrateDatabaseAsync(this IServiceProvider provider, CancellationToken cancellationToken)
    {
        await provider.GetRequiredService<DatabaseStartup>().MigrateAsync(cancellationToken);
    }

    /// <summary>Adds the reader of schedule files. It needs no other service, and no settings.</summary>
    public static IServiceCollection AddScheduleFiles(this IServiceCollection services) =>
        services.AddSingleton<IScheduleFileReader, ScheduleFileReader>();
}
