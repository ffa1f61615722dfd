using LiveFeed.Infrastructure.Jobs;
using LiveFeed.Infrastructure.Privacy;
using LiveFeed.Infrastructure.Retention;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure;

/// <summary>Work that is done again and again, and what it removes.</summary>
internal static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<JobOptions>().Bind(settings.GetSection("Jobs")).ValidateDataAnnotations()
            .Validate(options => options.Lease >= 3 * options.PollEvery, "LiveFeed:Jobs:Lease must be at least three times as long as LiveFeed:Jobs:PollEvery.")
            .ValidateOnStart();
        services.AddSingleton<JobMetrics>();
        services.AddHostedService<RecurringJobs>();
        services.AddHostedService<JobRunner>();
        return services;
    }

    public static IServiceCollection AddRetention(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<RetentionOptions>().Bind(settings.GetSection("Retention")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new IdempotencyPolicy(provider.GetRequiredService<IOptions<RetentionOptions>>().Value.IdempotencyKeys));
        services.AddScoped<IJobHandler, RetentionJob>();
        services.AddScoped<IJobHandler, HiddenNamesJob>();
        services.AddScoped<IJobHandler, ErasedUserJob>();
        services.AddSingleton(provider => new RecurringJob(RetentionJob.Name, provider.GetRequiredService<IOptions<RetentionOptions>>().Value.FirstAfter));
        return services;
    }
}
