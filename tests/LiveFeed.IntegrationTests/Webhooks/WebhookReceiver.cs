using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiveFeed.IntegrationTests.Webhooks;

/// <summary>A server on this machine that receives what a webhook is sent.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Received> received = new();
    private readonly WebApplication app;

    private WebhookReceiver(WebApplication app) => this.app = app;

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/hook";

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<Received> All => [.. received];

    /// <summary>What came and was accepted, without pings, in order.</summary>
    public IReadOnlyList<Received> Accepted => [.. received.Where(one => one.Status < 300 && one.Body.Text("type") != "ping")];

    /// <summary>The sequences of the entries that were accepted, in order.</summary>
    public IReadOnlyList<long> Sequences => [.. Accepted.Where(one => one.Body.Text("type") == "entries").SelectMany(one => one.Body.GetProperty("sequences").EnumerateArray().Select(item => item.GetInt64()))];

    /// <summary>Returns the status of the next response.</summary>
    public Func<Received, int> Respond { get; set; } = _ => 204;

    /// <summary>What it says of a failure.</summary>
    public string Words { get; set; } = "Out of order.\nTry later.";

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(app);
        app.MapPost("/hook", receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy);
        var headers = context.Request.Headers;
        var one = new Received(
            headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), copy.ToArray(),
            JsonDocument.Parse(copy.ToArray()).RootElement);
        var status = Respond(one);
        received.Enqueue(one with { Status = status });
        context.Response.StatusCode = status;
        if (status is >= 300 and < 400)
            context.Response.Headers.Location = Url;
        if (status >= 400)
            await context.Response.WriteAsync(Words);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

/// <summary>A request that came.</summary>
internal sealed record Received(string Id, string Timestamp, string Signature, byte[] Bytes, JsonElement Body, int Status = 0)
{
    /// <summary>Returns how many of the signatures a secret has made, as Standard Webhooks describes it.</summary>
    public int SignedBy(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var expected = Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes($"{Id}.{Timestamp}."), .. Bytes]));
        return Signature.Split(' ').Count(signature => signature == "v1," + expected);
    }
}
