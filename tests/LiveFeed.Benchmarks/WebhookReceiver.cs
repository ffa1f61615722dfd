using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Benchmarks;

/// <summary>The receiver of an event's webhooks, in this process: it counts what comes.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private long requests;
    private long entries;

    private WebhookReceiver(WebApplication app) => this.app = app;

    /// <summary>Settings of a server that sends to this machine.</summary>
    /// <param name="webhooks">How many webhooks an event may have.</param>
    public static string[] Settings(int webhooks) =>
        ["--LiveFeed:Outbound:AllowedNetworks:0=127.0.0.0/8", "--LiveFeed:Webhooks:AllowHttp=true", $"--LiveFeed:Webhooks:MaxPerEvent={Math.Max(1, webhooks)}"];

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(app);
        app.MapPost("/", receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Makes webhooks of an event that lead here.</summary>
    public async Task AddAsync(Server server, string eventId, int webhooks)
    {
        for (var i = 0; i < webhooks; i++)
            await server.PostAsync($"/api/events/{eventId}/webhooks", new { url = app.Urls.First() });
    }

    public override string ToString() => FormattableString.Invariant($"webhooks received {Volatile.Read(ref entries)} entries in {Volatile.Read(ref requests)} requests");

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        var body = await context.Request.ReadFromJsonAsync<JsonElement>();
        Interlocked.Increment(ref requests);
        Interlocked.Add(ref entries, body.GetProperty("entries").GetArrayLength());
    }
}
