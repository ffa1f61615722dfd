using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LiveFeed.Api.Operations;

/// <summary>Sets up metrics and traces, and their export.</summary>
internal static class TelemetryServices
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string OtlpTimeout = "OTEL_EXPORTER_OTLP_TIMEOUT";
    private const string ServiceName = "livefeed";

    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly double[] Counts = [1, 2, 4, 8, 16, 32, 64, 128, 256];

    /// <summary>
    /// Adds metrics for <c>GET /metrics</c>. If <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, also exports metrics and traces to a collector.
    /// Otherwise nothing listens to activities, so that no request pays for a trace that nobody gets.
    /// </summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(AddService)
            .WithMetrics(AddMetrics);
        if (configuration[OtlpEndpoint] is not { Length: > 0 } endpoint)
            return services;

        // The exporter reports nothing about an address that it can't use, and exports nothing.
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new InvalidOperationException($"{OtlpEndpoint} must be an http or https address, such as http://localhost:4317.");

        // The last export happens when the process ends. With the exporter's own 10 s, a collector that hangs delays the end by 15 s.
        configuration[OtlpTimeout] ??= "2000";
        telemetry
            .WithMetrics(metrics => metrics.AddHttpClientInstrumentation())
            .WithTracing(AddTraces)
            .UseOtlpExporter();
        return services;
    }

    // The variables come last, so that OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win.
    private static void AddService(ResourceBuilder resource) => resource
        .AddService(ServiceName, serviceVersion: typeof(TelemetryServices).Assembly.GetName().Version?.ToString(3))
        .AddEnvironmentVariableDetector();

    private static void AddMetrics(MeterProviderBuilder metrics)
    {
        metrics
            .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddRuntimeInstrumentation()
            .AddPrometheusExporter(prometheus =>
            {
                prometheus.ScopeInfoEnabled = false;
                prometheus.TargetInfoEnabled = false;
                prometheus.ScrapeResponseCacheDurationMilliseconds = 0;
            });
        ((IDeferredMeterProviderBuilder)metrics).Configure((provider, builder) =>
        {
            var meters = provider.GetRequiredService<IMeterFactory>();
            builder.AddView(instrument => ViewOf(instrument, meters));
        });
    }

    private static MetricStreamConfiguration? ViewOf(Instrument instrument, IMeterFactory meters) =>
        IsOfAnotherHost(instrument.Meter, meters) ? MetricStreamConfiguration.Drop
        : instrument.Unit == "s" ? new ExplicitBucketHistogramConfiguration { Boundaries = Seconds }
        : instrument.Unit == "{command}" ? new ExplicitBucketHistogramConfiguration { Boundaries = Counts }
        : null;

    /// <summary>
    /// Returns whether another host in this process measures with the meter. The provider selects meters by name, and would add up
    /// instruments that are alike. And the first of those hosts to stop would end the sum for all.
    /// </summary>
    private static bool IsOfAnotherHost(Meter meter, IMeterFactory meters) => meter.Scope is IMeterFactory && meter.Scope != meters;

    private static void AddTraces(TracerProviderBuilder traces) => traces
        .AddSource(Telemetry.Name)
        .AddAspNetCoreInstrumentation(requests =>
        {
            requests.Filter = TracedRequests.IsTraced;
            requests.EnrichWithHttpRequest = TracedRequests.RedactSecrets;
        })
        .AddHttpClientInstrumentation();
}
