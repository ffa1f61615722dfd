using LiveFeed.Domain.Jobs;
using LiveFeed.Infrastructure.Accounts;
using LiveFeed.Infrastructure.Claims;
using LiveFeed.Infrastructure.Clocks;
using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Coverage;
using LiveFeed.Infrastructure.Events;
using LiveFeed.Infrastructure.Exports;
using LiveFeed.Infrastructure.Feed;
using LiveFeed.Infrastructure.Feed.Replicas;
using LiveFeed.Infrastructure.ImportExport;
using LiveFeed.Infrastructure.Incidents;
using LiveFeed.Infrastructure.Invitations;
using LiveFeed.Infrastructure.Jobs;
using LiveFeed.Infrastructure.Members;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Persistence.Engines;
using LiveFeed.Infrastructure.Redis;
using LiveFeed.Infrastructure.Retention;
using LiveFeed.Infrastructure.ScheduleFiles;
using LiveFeed.Infrastructure.Schedules;
using LiveFeed.Infrastructure.Scores;
using LiveFeed.Infrastructure.Sessions;
using LiveFeed.Infrastructure.Standings;
using LiveFeed.Infrastructure.Statistics;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.History;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

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
            .AddSchedules(settings)
            .AddInvitations(settings)
            .AddImports(settings)
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
        HasReplica(configuration.GetSection("LiveFeed")) ? checks.AddCheck<ReplicaCheck>(name, tags: tags) : checks;

    /// <summary>Applies the migrations that the configured database lacks.</summary>
    public static async Task MigrateDatabaseAsync(this IServiceProvider provider, CancellationToken cancellationToken)
    {
        await provider.GetRequiredService<DatabaseStartup>().MigrateAsync(cancellationToken);
    }

    /// <summary>Adds the reader of schedule files. It needs no other service, and no settings.</summary>
    public static IServiceCollection AddScheduleFiles(this IServiceCollection services) =>
        services.AddSingleton<IScheduleFileReader, ScheduleFileReader>();

    private static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration settings, DataDirectory data)
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

    private static IServiceCollection AddStores(this IServiceCollection services)
    {
        services.AddScoped<DbSession>();
        services.AddScoped<IFeedEntryCollector>(provider => provider.GetRequiredService<DbSession>());
        services.AddScoped<IRaisedNotifications>(provider => provider.GetRequiredService<DbSession>());
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped<IIdempotencyStore, IdempotencyStore>();
        services.AddScoped<IEventStore, EventStore>();
        services.AddScoped<IMatchStore, MatchStore>();
        services.AddScoped<IPoolStore, PoolStore>();
        services.AddScoped<IDerivedWork>(provider => provider.GetRequiredService<DbSession>());
        services.AddScoped<IScheduleStore, ScheduleStore>();
        services.AddScoped<IScoreStore, ScoreStore>();
        services.AddScoped<IClaimStore, ClaimStore>();
        services.AddScoped<IIncidentStore, IncidentStore>();
        services.AddScoped<IClockStore, ClockStore>();
        services.AddScoped<IStatisticsStore, StatisticsStore>();
        services.AddScoped<ICoverageStore, CoverageStore>();
        services.AddScoped<IUserStore, UserStore>();
        services.AddScoped<IMemberStore, MemberStore>();
        services.AddScoped<IInvitationStore, InvitationStore>();
        services.AddScoped<ISessionStore, SessionStore>();
        services.AddScoped<IJobStore, JobStore>();
        services.AddScoped<IFeedCutter, FeedCutter>();
        services.AddSingleton<IEventReads, EventReads>();
        services.AddSingleton<IScheduleReads, ScheduleReads>();
        services.AddSingleton<IScoreReads, ScoreReads>();
        services.AddSingleton<IExportWriter, ExportWriter>();
        services.AddSingleton<IClaimReads, ClaimReads>();
        services.AddSingleton<IIncidentReads, IncidentReads>();
        services.AddSingleton<IClockReads, ClockReads>();
        services.AddSingleton<IStatisticsReads, StatisticsReads>();
        services.AddSingleton<IMemberReads, MemberReads>();
        services.AddSingleton<IInvitationReads, InvitationReads>();
        services.AddSingleton<ISessionReads, SessionReads>();
        services.AddScoped<ICoverageReads, CoverageReads>();
        services.AddScoped<IStandingsReads, StandingsReads>();
        return services;
    }

    private static IServiceCollection AddFeed(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<FeedLog>();
        if (HasReplica(settings))
            services.AddReplica();
        else
            services.AddSingleton<IFeedLog>(provider => provider.GetRequiredService<FeedLog>());
        services.AddSingleton<ITopicAccess, EventTopicAccess>();
        services.AddSingleton<FeedAppender>();
        return services.AddStreaming(settings);
    }

    private static bool HasReplica(IConfiguration settings) => !string.IsNullOrWhiteSpace(settings["Database:ReadConnectionString"]);

    private static void AddReplica(this IServiceCollection services)
    {
        services.AddSingleton<ReplicaContexts>();
        services.AddSingleton<ReplicaHealth>();
        services.AddSingleton<ReplicaLog>();
        services.AddSingleton<IFeedLog, ReplicatedFeedLog>();
        services.AddHostedService<ReplicaWatch>();
    }

    private static IServiceCollection AddAccess(
        this IServiceCollection services, IConfiguration settings, DataDirectory data, IHostEnvironment environment)
    {
        services.AddOptions<JwtOptions>().Bind(settings.GetSection("Jwt")).ValidateDataAnnotations()
            .Validate(
                options => options.SigningKey is not null || environment.IsDevelopment(),
                "LiveFeed:Jwt:SigningKey is required outside Development. Make one with: openssl rand -base64 48")
            .Validate(
                options => options.SigningKey is null || SigningKey.IsLongEnough(options.SigningKey),
                $"LiveFeed:Jwt:SigningKey needs at least {SigningKey.MinBytes} bytes (256 bits).")
            .Validate(
                options => options.PreviousSigningKeys.All(SigningKey.IsLongEnough),
                $"LiveFeed:Jwt:PreviousSigningKeys: each needs at least {SigningKey.MinBytes} bytes (256 bits), as SigningKey does.")
            .ValidateOnStart();
        services.AddOptions<AdminOptions>().Bind(settings.GetSection("Admin"))
            .Validate(options => (options.Email is null) == (options.Password is null), "Give LiveFeed:Admin:Email and LiveFeed:Admin:Password together.")
            .ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var jwt = provider.GetRequiredService<IOptions<JwtOptions>>().Value;
            return new SigningKey(jwt.SigningKey ?? data.DevelopmentKey(), jwt.PreviousSigningKeys);
        });
        services.AddSingleton(provider =>
        {
            var jwt = provider.GetRequiredService<IOptions<JwtOptions>>().Value;
            return new SessionLifetime(jwt.RefreshLifetime, jwt.RefreshGrace, jwt.MaxSession, jwt.AccessLifetime);
        });
        services.AddSingleton<ISuccessorTokens, SuccessorTokens>();
        services.AddSingleton<IPasswordResetTokens, PasswordResetTokens>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<IEndedSessions>(provider => provider.GetRequiredService<EndedSessions>());
        services.AddHostedService<EndedSessionsReader>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<IAccessTokens>(provider => provider.GetRequiredService<AccessTokens>());
        services.AddSingleton<IAccessTokenReader>(provider => provider.GetRequiredService<AccessTokens>());
        services.AddSingleton<IPasswordHashing, PasswordHashing>();
        services.AddHostedService<AdminSeeder>();
        services.AddHostedService<ExpiredTokenCleanup>();
        return services;
    }

    private static IServiceCollection AddEvents(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<EventOptions>().Bind(settings.GetSection("Events"))
            .Validate(
                options => EventTimeZone.IsValid(options.TimeZone),
                "LiveFeed:Events:TimeZone must be the IANA name of a time zone that this system has, such as Europe/Berlin, or UTC. (Is tzdata installed?)")
            .ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<EventOptions>>().Value;
            return new EventPolicy(options.AnyUserMayCreate, options.TimeZone);
        });
        return services;
    }

    private static IServiceCollection AddSchedules(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<ScheduleOptions>().Bind(settings.GetSection("Schedules")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new SchedulePolicy(provider.GetRequiredService<IOptions<ScheduleOptions>>().Value.MinRest));
        return services;
    }

    private static IServiceCollection AddInvitations(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<InvitationOptions>().Bind(settings.GetSection("Invitations")).ValidateDataAnnotations()
            .Validate(options => options.Lifetime <= options.MaxLifetime, "LiveFeed:Invitations:Lifetime can't be longer than LiveFeed:Invitations:MaxLifetime.")
            .ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<InvitationOptions>>().Value;
            return new InvitationPolicy(options.Lifetime, options.MaxLifetime, options.MaxUses, options.MaxOpen);
        });
        return services;
    }

    private static IServiceCollection AddImports(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<ImportOptions>().Bind(settings.GetSection("Imports")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<ImportOptions>>().Value;
            return new ImportPolicy(options.MaxItems, options.MaxPlannedMatches, options.ItemsPerTransaction);
        });
        return services;
    }

    private static IServiceCollection AddClaims(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<ClaimOptions>().Bind(settings.GetSection("Claims")).ValidateDataAnnotations()
            .Validate(options => options.Lease <= options.MaxLease, "LiveFeed:Claims:Lease can't be longer than LiveFeed:Claims:MaxLease.")
            .ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<ClaimOptions>>().Value;
            return new ClaimPolicy(options.Lease, options.MaxLease, options.Silence);
        });
        services.AddHostedService<ClaimSweep>();
        return services;
    }

    private static IServiceCollection AddIncidents(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<IncidentOptions>().Bind(settings.GetSection("Incidents")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new IncidentPolicy(provider.GetRequiredService<IOptions<IncidentOptions>>().Value.LiveAfterEnd));
        services.AddHostedService<MatchSweep>();
        return services;
    }

    private static IServiceCollection AddStatistics(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<StatisticsOptions>().Bind(settings.GetSection("Statistics")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new StatisticsPolicy(provider.GetRequiredService<IOptions<StatisticsOptions>>().Value.Every));
        services.AddHostedService<StatisticsSweep>();
        return services;
    }

    private static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<JobOptions>().Bind(settings.GetSection("Jobs")).ValidateDataAnnotations()
            .Validate(options => options.Lease >= 3 * options.PollEvery, "LiveFeed:Jobs:Lease must be at least three times as long as LiveFeed:Jobs:PollEvery.")
            .ValidateOnStart();
        services.AddSingleton<JobMetrics>();
        services.AddHostedService<RecurringJobs>();
        services.AddHostedService<JobRunner>();
        return services;
    }

    private static IServiceCollection AddRetention(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<RetentionOptions>().Bind(settings.GetSection("Retention")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new IdempotencyPolicy(provider.GetRequiredService<IOptions<RetentionOptions>>().Value.IdempotencyKeys));
        services.AddScoped<IJobHandler, RetentionJob>();
        services.AddSingleton(provider => new RecurringJob(RetentionJob.Name, provider.GetRequiredService<IOptions<RetentionOptions>>().Value.FirstAfter));
        return services;
    }
}
