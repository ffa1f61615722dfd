using LiveFeed.Infrastructure.Claims;
using LiveFeed.Infrastructure.Incidents;
using LiveFeed.Infrastructure.Statistics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure;

/// <summary>What happens in matches: claims, incidents and statistics.</summary>
internal static class MatchServices
{
    public static IServiceCollection AddClaims(this IServiceCollection services, IConfiguration settings)
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

    public static IServiceCollection AddIncidents(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<IncidentOptions>().Bind(settings.GetSection("Incidents")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new IncidentPolicy(provider.GetRequiredService<IOptions<IncidentOptions>>().Value.LiveAfterEnd));
        services.AddHostedService<MatchSweep>();
        return services;
    }

    public static IServiceCollection AddStatistics(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<StatisticsOptions>().Bind(settings.GetSection("Statistics")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new StatisticsPolicy(provider.GetRequiredService<IOptions<StatisticsOptions>>().Value.Every));
        services.AddHostedService<StatisticsSweep>();
        return services;
    }
}
