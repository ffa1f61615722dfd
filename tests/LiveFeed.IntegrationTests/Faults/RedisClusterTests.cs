namespace LiveFeed.IntegrationTests.Faults;

/// <summary>The same with a cluster of three Redis servers: signals go over channels that belong to shards, and each key to its own server.</summary>
public sealed class RedisClusterTests
{
    // They never look at the log by themselves: what arrives came by a signal.
    private static readonly string[] OnlySignals = ["Feed:TailCheck=01:00:00", "Feed:TailCheckWithSignals=01:00:00", .. InstancePair.Patient];

    [RedisFact]
    public async Task What_is_written_on_one_instance_arrives_at_the_readers_of_the_other()
    {
        await using var redis = await RedisCluster.StartAsync();
        await using var first = await LiveFeedServer.StartAsync([redis.Setting, .. OnlySignals]);
        await using var second = await LiveFeedServer.OverAsync(first.DataDirectory, [redis.Setting, .. OnlySignals]);
        await Instances.HealthyAsync(first, second);
        var admin = await first.AdminAsync();
        // Topics of several shards.
        for (var number = 1; number <= 6; number++)
        {
            var id = $"cup-{number}";
            await admin.CreateEventAsync(id, 1);
            await admin.ClaimAsync(id, 1);
            await using var stream = await StreamClient.OpenAsync(second.Http, $"/api/events/{id}/stream");
            var position = (await stream.NextAsync())!.Sequence;
            for (var points = 1; points <= 5; points++)
                await Expect.SuccessAsync(await admin.ScoreAsync(id, 1, points, 0));
            for (var points = 1; points <= 5; points++)
            {
                var item = await stream.UntilAsync(item => item.Kind == "score-update");
                Assert.Equal(points, item.Data.GetProperty("sets")[0].GetProperty("team1").GetInt32());
                Assert.True(item.Sequence > position);
                position = item.Sequence;
            }

            // On one server of the three only, not on all of them.
            var channels = await Task.WhenAll(redis.Nodes.Select(node => node.RunAsync($"PUBSUB SHARDCHANNELS *events/{id}")));
            Assert.Single(channels, "*1");
        }
    }

    [RedisFact]
    public async Task Limits_are_those_of_both_instances_together()
    {
        await using var redis = await RedisCluster.StartAsync();
        string[] settings = [redis.Setting, .. InstancePair.Patient, "Streams:MaxPerUser=3", "RateLimits:Enabled=true", "RateLimits:Read:Permits=20", "RateLimits:Read:Period=1.00:00:00"];
        await using var first = await LiveFeedServer.StartAsync(settings);
        await using var second = await LiveFeedServer.OverAsync(first.DataDirectory, settings);
        await Instances.HealthyAsync(first, second);
        foreach (var server in new[] { first, second })
            await Eventually.TrueAsync(async () => await Scrape.ValueAsync(server.Http, "livefeed_limits_local") == 0);
        var admin = await first.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        var (here, there) = (admin.Http, second.Client());
        there.DefaultRequestHeaders.Authorization = here.DefaultRequestHeaders.Authorization;

        var served = 0;
        while ((await (served % 2 == 0 ? here : there).GetAsync("/api/events/cup")).IsSuccessStatusCode)
            served++;
        // Some were taken to create the event.
        Assert.InRange(served, 15, 20);

        await using var one = await StreamClient.OpenAsync(here, "/api/events/cup/stream");
        await using var two = await StreamClient.OpenAsync(there, "/api/events/cup/stream");
        await using var three = await StreamClient.OpenAsync(here, "/api/events/cup/stream");
        await Expect.ProblemAsync(await there.GetAsync("/api/events/cup/stream"), 429, "too_many_streams");
    }
}
