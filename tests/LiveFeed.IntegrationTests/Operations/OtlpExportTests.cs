using System.Diagnostics;
using LiveFeed.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace LiveFeed.IntegrationTests.Operations;

/// <summary>The environment variables belong to the process, so each server that exports is a separate process.</summary>
public sealed class OtlpExportTests : IAsyncLifetime
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("livefeed-test-");
    private OtlpCollector collector = null!;

    public async Task InitializeAsync() => collector = await OtlpCollector.StartAsync();

    public async Task DisposeAsync()
    {
        await collector.DisposeAsync();
        data.Delete(true);
    }

    [Fact]
    public async Task Metrics_and_traces_reach_a_collector_under_the_name_livefeed()
    {
        using var server = await StartAsync();
        await server.AdminAsync();

        await collector.UntilAsync("metrics", "livefeed.commit.duration");
        await collector.UntilAsync("traces", "/api/auth/login");
        foreach (var signal in new[] { "metrics", "traces" })
        {
            Assert.Contains(OtlpCollector.Attribute("service.name", "livefeed"), collector.Received(signal), StringComparison.Ordinal);
            Assert.Contains(OtlpCollector.Attribute("service.version", "0.1.0"), collector.Received(signal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Streams_health_and_metrics_have_no_span()
    {
        using var server = await StartAsync(("OTEL_SERVICE_NAME", "hall-2"));
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        foreach (var path in new[] { "/api/events/cup/stream", "/api/events/cup/Stream/" })
        {
            await using var stream = await StreamClient.OpenAsync(admin.Http, path);
            await stream.NextAsync();
        }

        await Eventually.TrueAsync(async () => await Scrape.ValueAsync(admin.Http, "livefeed_streams_open") == 0);
        foreach (var path in new[] { "/health/live", "/health/ready", "/metrics" })
            await admin.Http.GetStringAsync(path);

        // Spans are exported in the order in which they end.
        await admin.Http.GetStringAsync("/api/events/cup/matches");
        await collector.UntilAsync("traces", "/api/events/cup/matches");
        var traces = collector.Received("traces");
        Assert.Contains(OtlpCollector.Attribute("service.name", "hall-2"), traces, StringComparison.Ordinal);
        Assert.All(["cup/stream", "{eventId}/stream", "/health", "/metrics"], path => Assert.DoesNotContain(path, traces, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task A_ticket_is_in_no_span_whatever_is_set(string withoutRedaction)
    {
        const string Ticket = "a-ticket-that-nobody-may-see";
        using var server = await StartAsync(("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", withoutRedaction));
        using var http = new HttpClient { BaseAddress = server.Address };
        foreach (var name in new[] { "ticket", "Ticket", "%74icket" })
            (await http.GetAsync($"/api/events/cup/feed?wait=0&{name}={Ticket}&{name}={Ticket}")).Dispose();

        await http.GetAsync("/api/events/cup/matches?limit=7");
        await collector.UntilAsync("traces", "/api/events/cup/matches");
        var traces = collector.Received("traces");
        Assert.Contains("/api/events/cup/feed", traces, StringComparison.Ordinal);
        Assert.DoesNotContain(Ticket, traces, StringComparison.Ordinal);
        Assert.Equal(withoutRedaction == "true", traces.Contains("limit=7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_invitations_secret_is_in_no_span_whatever_prefix_a_proxy_leaves_in_the_path()
    {
        const string Secret = "a-secret-that-nobody-may-see";
        using var server = await StartAsync(("LiveFeed__PathBase", "/scores"));
        using var http = new HttpClient { BaseAddress = server.Address };
        foreach (var path in new[] { "/api/invitations", "/scores/api/invitations", "/scores/API/Invitations" })
        {
            (await http.GetAsync($"{path}/{Secret}")).Dispose();
            (await http.PostAsync($"{path}/{Secret}/accept", null)).Dispose();
        }

        await http.GetAsync("/api/events/cup/matches");
        await collector.UntilAsync("traces", "/api/events/cup/matches");
        var traces = collector.Received("traces");
        Assert.Contains("/api/invitations/{token}", traces, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_collector_nothing_listens_to_activities()
    {
        await using var server = await LiveFeedServer.StartAsync();
        Assert.Null(server.Services.GetService<TracerProvider>());
        using var requests = new ActivitySource("Microsoft.AspNetCore");
        using var calls = new ActivitySource("System.Net.Http");
        Assert.False(requests.HasListeners());
        Assert.False(calls.HasListeners());
    }

    [Theory]
    [InlineData("collector:4317")]
    [InlineData("collector")]
    public async Task A_wrong_endpoint_is_named_and_nothing_starts(string endpoint)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LiveFeedServer.StartAsync($"/OTEL_EXPORTER_OTLP_ENDPOINT={endpoint}"));
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT", failure.Message, StringComparison.Ordinal);
    }

    private Task<ServerProcess> StartAsync(params (string Name, string Value)[] variables)
    {
        var environment = collector.Variables;
        foreach (var (name, value) in variables)
            environment[name] = value;
        return ServerProcess.StartAsync(data.FullName, environment);
    }
}
