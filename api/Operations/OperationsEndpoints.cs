using LiveFeed.Infrastructure;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveFeed.Api.Operations;

/// <summary>What those who run LiveFeed look at.</summary>
internal static class OperationsEndpoints
{
    private const string Ready = "ready";

    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DrainCheck>("draining", tags: [Ready])
            .AddDatabaseCheck("database", Ready);
        services.AddSingleton<PrometheusText>();
        services.AddHostedService(provider => provider.GetRequiredService<PrometheusText>());
        services.AddHostedService<WelcomeMessage>();
        return services;
    }

    public static void MapOperations(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync });
        app.MapGet("/metrics", (PrometheusText metrics) => Results.Text(metrics.Collect(), "text/plain; version=0.0.4; charset=utf-8"))
            .ExcludeFromDescription();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new HealthView(
            report.Status.ToString().ToLowerInvariant(),
            report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? entry.Value.Status.ToString().ToLowerInvariant())),
        WireJson.Options,
        context.RequestAborted);

    private sealed record HealthView(string Status, Dictionary<string, string> Checks);
}

/// <summary>Not ready while this instance shuts down, so that load balancers send nobody here.</summary>
internal sealed class DrainCheck(IFeedHub hub) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(hub.IsDraining ? HealthCheckResult.Unhealthy("draining") : HealthCheckResult.Healthy("no"));
}
