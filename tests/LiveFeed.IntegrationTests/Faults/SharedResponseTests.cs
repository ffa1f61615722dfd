using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>Responses that one instance has built are served by the others, and never one that is older than an entry which was sent already.</summary>
public sealed class SharedResponseTests : IAsyncLifetime
{
    private RedisServer redis = null!;
    private LiveFeedServer first = null!;
    private LiveFeedServer second = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        if (RedisServer.WhyMissing is not null)
            return;
        redis = await RedisServer.StartAsync();
        first = await LiveFeedServer.StartAsync(redis.Setting);
        second = await LiveFeedServer.OverAsync(first.DataDirectory, redis.Setting);
        admin = await first.AdminAsync();
        await admin.CreateEventAsync("cup", 2);
        await admin.ClaimAsync("cup", 1);
        await Instances.HealthyAsync(first, second);
    }

    public async Task DisposeAsync()
    {
        if (RedisServer.WhyMissing is not null)
            return;
        await second.DisposeAsync();
        await first.DisposeAsync();
        await redis.DisposeAsync();
    }

    [RedisFact]
    public async Task A_response_that_one_instance_has_built_is_served_by_the_other()
    {
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 7, 0));
        await ArrivedAsync(7);
        var built = await first.Http.GetStringAsync("/api/events/cup/scores");
        await Eventually.TrueAsync(async () => await redis.RunAsync("DBSIZE") != ":0");
        // What only the database shows can't be in a response that comes from the other instance.
        await TestDatabase.ExecuteAsync(first.DataDirectory, "UPDATE scores SET version = 4711");
        Assert.Equal(built, await second.Http.GetStringAsync("/api/events/cup/scores"));
    }

    [RedisFact]
    public async Task Whoever_has_got_an_entry_gets_no_older_score_from_any_instance()
    {
        await using var stream = await StreamClient.OpenAsync(second.Http, "/api/events/cup/stream");
        // Or the first score could be in the snapshot, and not come as an entry.
        await stream.NextAsync();
        for (var points = 1; points <= 50; points++)
        {
            var posting = admin.ScoreAsync("cup", 1, points, 0);
            // Meanwhile both build and share what they have.
            await Task.WhenAll(PointsAsync(first), PointsAsync(second));
            await Expect.SuccessAsync(await posting);
            Assert.Equal(points, await PointsAsync(first));
            await stream.UntilAsync(item => item.Kind == "score-update" && item.Data.GetProperty("sets")[0].GetProperty("team1").GetInt32() == points);
            Assert.Equal(points, await PointsAsync(second));
        }
    }

    [RedisFact]
    public async Task Without_Redis_each_instance_builds_its_own()
    {
        await redis.KillAsync();
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 9, 0));
        Assert.Equal(9, await PointsAsync(first));
        await ArrivedAsync(9);
    }

    private Task ArrivedAsync(int points) => Eventually.TrueAsync(async () => await PointsAsync(second) == points);

    private static async Task<int> PointsAsync(LiveFeedServer server)
    {
        var scores = (await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/scores")).GetProperty("items");
        return scores.GetArrayLength() == 0 ? 0 : scores[0].GetProperty("sets")[0].GetProperty("team1").GetInt32();
    }
}
