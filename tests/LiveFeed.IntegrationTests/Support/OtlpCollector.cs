using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LiveFeed.IntegrationTests.Support;

/// <summary>Receives OTLP over HTTP, as an OpenTelemetry collector does, and stores it.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Signal, string Body)> received = new();

    private OtlpCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1/{signal}", ReceiveAsync);
    }

    public string Address => app.Urls.First();

    /// <summary>The environment variables that make a server process export to this collector, soon.</summary>
    public Dictionary<string, string> Variables => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "100",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
    };

    public static async Task<OtlpCollector> StartAsync()
    {
        var collector = new OtlpCollector();
        await collector.app.StartAsync();
        return collector;
    }

    /// <summary>
    /// Returns everything received so far of <c>metrics</c> or <c>traces</c>: protobuf, in which texts appear as they are.
    /// </summary>
    public string Received(string signal) => string.Concat(received.Where(item => item.Signal == signal).Select(item => item.Body));

    public Task UntilAsync(string signal, string contains) => Eventually.TrueAsync(
        () => Task.FromResult(Received(signal).Contains(contains, StringComparison.Ordinal)), $"No {signal} with {contains} came.");

    /// <summary>Returns an attribute as protobuf: a message of a key, and of a message of a text.</summary>
    public static string Attribute(string key, string value) => $"\n{(char)key.Length}{key}\u0012{(char)(value.Length + 2)}\n{(char)value.Length}{value}";

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        received.Enqueue(((string)context.Request.RouteValues["signal"]!, Encoding.Latin1.GetString(body.ToArray())));
        context.Response.ContentType = "application/x-protobuf";
    }
}
