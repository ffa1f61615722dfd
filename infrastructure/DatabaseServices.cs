using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Persistence.Engines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LiveFeed.Infrastructure;

/// <summary>The database, and the queue through which everything is written.</summary>
internal static class DatabaseServices
{
    /// <summary>Returns whether the settings name a replica of the database.</summary>
    public static bool HasReplica(IConfiguration settings) => !string.IsNullOrWhiteSpace(settings["Database:ReadConnectionString"]);

    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration settings, DataDirectory data)
    {
        services.AddOptions<DatabaseOptions>().Bind(settings.GetSection("Database")).ValidateDataAnnotations()
            .Validate(
                options => !DatabaseEngine.Create(options.Provider, data).NeedsConnectionString || !string.IsNullOrWhiteSpace(options.ConnectionString),
                "LiveFeed:Database:ConnectionString is required with PostgreSql and SqlServer.")
            .Validate(
                options => !HasReplica(settings) || DatabaseEngine.Create(options.Provider, data).HasReplicas,
                "LiveFeed:Database:ReadConnectionString needs PostgreSql or SqlServer: SQLite has no replicas.")
            .Validate(
                options => !HasReplica(settings) || DatabaseEngine.Create(options.Provider, data) is not { HasReplicas: true } engine || engine.CanRead(options.ReadConnectionString!),
                "LiveFeed:Database:ReadConnectionString can't be read. It has the form of LiveFeed:Database:ConnectionString.")
            .ValidateOnStart();
        var options = settings.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        var engine = DatabaseEngine.Create(options.Provider, data);
        services.AddSingleton(engine);
        services.AddSingleton<IStorageFailures>(engine);
        services.AddSingleton<WriteHealth>();
        engine.AddServices(services, options);
        if (engine.HasClock)
        {
            services.AddSingleton<DatabaseClock>();
            services.TryAddSingleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>());
        }

        services.AddSingleton<WriteMetrics>();
        services.AddSingleton<WriteTransaction>();
        services.AddSingleton<WriteQueue>();
        services.AddSingleton<DatabaseStartup>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseStartup>());
        if (engine.HasClock)
            services.AddHostedService<DatabaseClockSetter>();
        services.AddHostedService(provider => provider.GetRequiredService<WriteQueue>());
        services.AddSingleton<SurplusResponses>();
        services.AddHostedService<TransactionHousekeeping>();
        return services;
    }
}
