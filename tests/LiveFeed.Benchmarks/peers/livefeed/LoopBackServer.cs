using LiveFeed.Api.Hosting;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Signals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.Benchmarks.Peers;

/// <summary>LiveFeed's host with one additional endpoint, <c>POST /bench/publish</c>, whose body becomes an entry of the feed.</summary>
internal static class LoopBackServer
{
    public const string Command = "serve-livefeed";

    public static async Task RunAsync(string[] settings)
    {
        await using var app = LiveFeedHost.Build(settings);
        var publisher = new LoopBackPublisher(
            app.Services.GetRequiredService<FeedRegistry>(), app.Services.GetRequiredService<IFeedSignal>(), Topics.ForEvent(EventId.From(LiveFeedPeer.Event)));
        app.MapPost("/bench/publish", async (HttpContext context) =>
        {
            await publisher.PublishAsync(await context.Request.ReadBodyAsync(), context.RequestAborted);
            return Results.NoContent();
        });
        await app.RunAsync();
    }
}
