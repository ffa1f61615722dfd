using LiveFeed.Infrastructure;
using LiveFeed.Infrastructure.Streaming.Delivery;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveFeed.Api.Operations;

/// <summary>The endpoints for operators: health and metrics.</summary>
internal static class OperationsEndpoints
{
    private const string Ready = "ready";
    private const string Writes = "writes";

    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHealthChecks()
            .AddCheck<DrainCheck>("draining", tags: [Ready])
            .AddDatabaseCheck("database", Ready)
            .AddReplicaCheck(configuration, "replica", Ready)
            .AddRedisCheck(configuration, "redis", Ready)
            .AddWriteCheck("writes", Writes);
        services.AddTelemetry(configuration);
        services.AddHostedService<WelcomeMessage>();
        return services;
    }

    public static void MapOperations(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/writes", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Writes), ResponseWriter = WriteAsync });
        app.MapPrometheusScrapingEndpoint("/metrics", meterProvider: null, AlwaysPlainText, optionsName: null)
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get]))
            .ExcludeFromDescription();
    }

    // One format for everybody. Prometheus prefers OpenMetrics, but in that format the exporter writes bucket bounds in another way and
    // adds series.
    private static void AlwaysPlainText(IApplicationBuilder scrape) => scrape.Use((context, next) =>
    {
        context.Request.Headers.Accept = default;
        context.Response.Headers.CacheControl = "no-store";
        return next(context);
    });

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new HealthView(
            report.Status.ToString().ToLowerInvariant(),
            report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? entry.Value.Status.ToString().ToLowerInvariant())),
        ApiJson.Options,
        context.RequestAborted);

    private sealed record HealthView(string Status, Dictionary<string, string> Checks);
}

/// <summary>Reports not ready while this instance shuts down, so that load balancers send no clients here.</summary>
internal sealed class DrainCheck(StreamRunner streams) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(streams.IsDraining ? HealthCheckResult.Unhealthy("draining") : HealthCheckResult.Healthy("no"));
}
