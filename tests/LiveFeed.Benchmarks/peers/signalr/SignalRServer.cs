using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Benchmarks.Peers;

/// <summary>A hub at <c>/feed</c>, and <c>POST /publish</c>.</summary>
internal static class SignalRServer
{
    public const string Command = "serve-signalr";

    public static async Task RunAsync(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // The load tool sends no pings.
        var signalR = builder.Services.AddSignalR(hub => hub.ClientTimeoutInterval = TimeSpan.FromHours(1));
        if (builder.Configuration["redis"] is { } redis)
            signalR.AddStackExchangeRedis(redis);
        await using var app = builder.Build();
        app.MapHub<Readers>("/feed");
        app.MapPost("/publish", async (HttpRequest request, IHubContext<Readers> hub) =>
        {
            using var message = JsonDocument.Parse(await request.ReadBodyAsync());
            await hub.Clients.All.SendAsync("message", message.RootElement);
            return Results.NoContent();
        });
        await app.RunAsync();
    }

    private sealed class Readers : Hub;
}
