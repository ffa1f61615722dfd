using LiveFeed.Domain;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;
using LiveFeed.IntegrationTests.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>What tests of replays share: an event that was played, on a clock that they advance.</summary>
internal sealed class ReplayBench
{
    public const string StreamPath = "/api/events/cup/stream";

    /// <summary>The pauses between the last entries of the event, which tests wait for.</summary>
    public static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(13)];

    public TestTime Time { get; } = TestTime.Create();

    public Task<LiveFeedServer> StartAsync(params string[] settings) => LiveFeedServer.StartAsync(Time, null, settings);

    /// <summary>Makes an event whose last entries are scores with <see cref="Pauses"/> before them.</summary>
    public async Task<ApiUser> PlayAsync(LiveFeedServer server, string visibility = "public")
    {
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 2, visibility);
        await admin.ClaimAsync("cup", 1);
        for (var i = 0; i < Pauses.Length; i++)
        {
            Time.Advance(Pauses[i]);
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, i + 1, 0));
        }

        return admin;
    }

    public static async Task CutAsync(LiveFeedServer server, long upTo, bool forgets = false)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().SendAsync(new CutFeed(EventId.From("cup"), upTo, Archived: false, forgets));
    }

    public static async Task AssertByeAsync(StreamClient replay, string code)
    {
        var bye = (await replay.NextAsync())!;
        Assert.Equal(("bye", code), (bye.Type, bye.Data.GetProperty("code").GetString()));
        Assert.Null(await replay.NextAsync());
    }

    public static async Task<List<StreamItem>> ReadToEndAsync(StreamClient replay)
    {
        var items = new List<StreamItem>();
        while (await replay.NextAsync() is { } item)
            items.Add(item);
        Assert.Equal("replay_ended", items[^1].Data.GetProperty("code").GetString());
        return items;
    }

    public static async Task<HttpResponseMessage> ResumeAsync(LiveFeedServer server, string path, string lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Last-Event-ID", lastEventId);
        return await server.Http.SendAsync(request);
    }
}
