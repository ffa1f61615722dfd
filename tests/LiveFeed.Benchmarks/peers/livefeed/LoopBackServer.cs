using LiveFeed.Api.Hosting;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Signals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.Benchmarks.Peers;

/// <summary>LiveFeed's host with one additional endpoint, <c>POST /bench/publish?topics=</c>, whose body becomes an entry of a feed: of the only one, or of each of several in turn.</summary>
internal static class LoopBackServer
{
    public const string Command = "serve-livefeed";

    public static async Task RunAsync(string[] settings)
    {
        await using var app = LiveFeedHost.Build(settings);
        var publishers = LiveFeedTopicsPeer.Events.Select(id => new LoopBackPublisher(
            app.Services.GetRequiredService<FeedRegistry>(), app.Services.GetRequiredService<IFeedSignal>(), Topics.ForEvent(EventId.From(id)))).ToList();
        var turn = 0;
        app.MapPost("/bench/publish", async (HttpContext context, int topics = 1) =>
        {
            var publisher = publishers[(Interlocked.Increment(ref turn) & int.MaxValue) % topics];
            await publisher.PublishAsync(await context.Request.ReadBodyAsync(), context.RequestAborted);
            return Results.NoContent();
        });
        await app.RunAsync();
    }
}
