using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.IntegrationTests.Feed;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>Two instances over one database that hear of each other by Redis. They never look at the log by themselves: what arrives came by a signal.</summary>
public sealed class SignalTests : IAsyncLifetime
{
    private static readonly string[] OnlySignals = ["Feed:TailCheck=01:00:00", "Feed:TailCheckWithSignals=01:00:00", "Redis:SilentAfter=00:01:00"];

    private RedisServer redis = null!;
    private LiveFeedServer first = null!;
    private LiveFeedServer second = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        if (RedisServer.WhyMissing is not null)
            return;
        redis = await RedisServer.StartAsync();
        first = await LiveFeedServer.StartAsync([redis.Setting, .. OnlySignals]);
        second = await LiveFeedServer.OverAsync(first.DataDirectory, [redis.Setting, "Redis:MaxSignalBytes=20000", .. OnlySignals]);
        admin = await first.AdminAsync();
        await admin.CreateEventAsync("cup", 4);
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
    public async Task What_is_written_on_one_instance_arrives_at_the_readers_of_the_other_byte_by_byte()
    {
        await using var stream = await StreamClient.OpenAsync(second.Http, "/api/events/cup/stream");
        var position = (await stream.NextAsync())!.Sequence;
        var gaps = await Scrape.ValueAsync(second.Http, "livefeed_feed_gaps_total");
        await admin.ClaimAsync("cup", 1);
        for (var points = 1; points <= 20; points++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Köln \"Open\" 🏐 \\u00e9" }));
        // Changes what filters look at.
        await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule?affectScored=true", TestSchedule.Of(5)));

        var log = await LogProbe.ReadAsync(first.Http, "cup");
        while (position < log.Head)
        {
            var item = await stream.NextAsync();
            Assert.Equal(++position, item!.Sequence);
            Assert.Equal(log.Entries[position].GetRawText(), item.Data.GetRawText());
        }

        Assert.Equal(await CursorAsync(first), await CursorAsync(second));
        Assert.Equal(gaps, await Scrape.ValueAsync(second.Http, "livefeed_feed_gaps_total"));
    }

    [RedisFact]
    public async Task Both_instances_write_to_one_event_and_the_readers_of_each_get_everything_once_and_in_order()
    {
        LiveFeedServer[] servers = [first, second];
        var readers = servers.Select(server => new RecordingReader(server.Client(), "/api/events/cup/stream", new Random(1), 0, TimeSpan.FromSeconds(20))).ToList();
        long? end = null;
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var reading = readers.ConvertAll(reader => Task.Run(() => reader.RunAsync(() => end, over.Token)));
        await Task.WhenAll(Enumerable.Range(1, 4).Select(async match =>
        {
            var writer = await servers[match % 2].AdminAsync();
            await writer.ClaimAsync("cup", match);
            for (var points = 1; points <= 50; points++)
                await Expect.SuccessAsync(await writer.ScoreAsync("cup", match, points, 0));
        }));
        var log = await LogProbe.ReadAsync(first.Http, "cup");
        end = log.Head;
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Over" }));
        await Task.WhenAll(reading);

        log = await LogProbe.ReadAsync(first.Http, "cup");
        foreach (var reader in readers)
        {
            Assert.Equal((1, 0), (reader.Connections, reader.Resets));
            foreach (var (sequence, entry) in reader.Entries)
                Assert.Equal(log.Entries[sequence].GetRawText(), entry);
        }
    }

    [RedisFact]
    public async Task A_change_that_restricts_arrives_before_the_entries_that_were_committed_with_it()
    {
        await admin.CreateEventAsync("club", visibility: "members");
        var member = await second.RegisterAsync("Member");
        await admin.AddMemberAsync("club", member.Id, "spectator");
        await using var stream = await StreamClient.OpenAsync(member.Http, "/api/events/club/stream");
        await stream.NextAsync();

        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/club/members/{member.Id}"));

        var next = await stream.NextAsync();
        Assert.Equal(("bye", "access_revoked"), (next!.Type, next.Data.GetProperty("code").GetString()));
    }

    [RedisFact]
    public async Task Entries_that_are_too_large_for_a_signal_are_read_from_the_log()
    {
        var writer = await second.AdminAsync();
        await using var stream = await StreamClient.OpenAsync(first.Http, "/api/events/cup/stream");
        var position = (await stream.NextAsync())!.Sequence;

        await Expect.SuccessAsync(await writer.PutAsync("/api/events/cup/schedule", TestSchedule.Of(200)));

        var log = await LogProbe.ReadAsync(second.Http, "cup");
        while (position < log.Head)
            Assert.Equal(++position, (await stream.NextAsync())!.Sequence);
    }

    [RedisFact]
    public async Task A_signal_that_is_no_signal_or_of_another_epoch_harms_nobody()
    {
        await using var stream = await StreamClient.OpenAsync(second.Http, "/api/events/cup/stream");
        var position = (await stream.NextAsync())!.Sequence;
        foreach (var message in new[] { "{", "null", "{}", """{"from":"x","epoch":"zzzz","sequence":9,"accessVersion":0,"entries":[]}""" })
        {
            Assert.Equal(":1", await redis.RunAsync($"PUBLISH livefeed:feed:events/cup {message.Replace("\"", "\\\"", StringComparison.Ordinal).Insert(0, "\"")}\""));
            await redis.RunAsync($"PUBLISH livefeed:heartbeats {message.Replace("\"", "\\\"", StringComparison.Ordinal).Insert(0, "\"")}\"");
        }

        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Next" }));
        Assert.Equal((position + 1, "event-update"), await stream.NextAsync() is { } next ? (next.Sequence, next.Kind) : default);
    }

    /// <summary>Of another version we only know that it says what it has written, perhaps in a form that this one doesn't know.</summary>
    [RedisTheory]
    [InlineData("heartbeats", "{'from':'next','isLast':true,'heads':{'events/cup':{'epoch':'EPOCH','sequence':HEAD,'later':1}},'later':{}}")]
    [InlineData("heartbeats", "{'from':{'id':'next','later':1}}")]
    [InlineData("feed:events/cup", "{'from':'next','epoch':'EPOCH','sequence':HEAD,'later':[],'entries':[{'later':1,'sequence':HEAD,'type':'event-update','payload':PAYLOAD}]}")]
    [InlineData("feed:events/cup", "{'from':'next','epoch':'EPOCH','sequence':HEAD,'entries':[]}")]
    [InlineData("feed:events/cup", "{'from':'next','epoch':'EPOCH','sequence':HEAD,'entries':'packed in another way'}")]
    [InlineData("feed:events/cup", "later")]
    public async Task A_message_of_another_version_is_understood_or_has_the_log_read(string channel, string message)
    {
        await using var stream = await StreamClient.OpenAsync(second.Http, "/api/events/cup/stream");
        var position = (await stream.NextAsync())!.Sequence;
        // Without Redis it sends no message of its own.
        await using var other = await LiveFeedServer.OverAsync(first.DataDirectory);
        await Expect.SuccessAsync(await (await other.AdminAsync()).PatchAsync("/api/events/cup", new { name = "Next" }));
        var log = await LogProbe.ReadAsync(other.Http, "cup");
        var payload = log.Entries[log.Head].GetRawText();

        var text = message.Replace('\'', '"').Replace("EPOCH", log.Epoch, StringComparison.Ordinal).Replace("HEAD", $"{log.Head}", StringComparison.Ordinal)
            .Replace("PAYLOAD", payload, StringComparison.Ordinal);
        Assert.NotEqual(":0", await redis.RunAsync($"PUBLISH livefeed:{channel} \"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\""));

        var next = await stream.NextAsync();
        Assert.Equal((position + 1, payload), (next!.Sequence, next.Data.GetRawText()));
    }

    [RedisFact]
    public async Task What_signals_do_is_measured()
    {
        await admin.ClaimAsync("cup", 1);
        var types = (await Scrape.ReadAsync(first.Http)).Types.Where(metric => metric.Key.StartsWith("livefeed_redis", StringComparison.Ordinal)
            || metric.Key.StartsWith("livefeed_signals", StringComparison.Ordinal) || metric.Key.StartsWith("livefeed_instances", StringComparison.Ordinal));
        Assert.Equal(
            [
                new("livefeed_instances", "gauge"), new("livefeed_redis_healthy", "gauge"), new("livefeed_signals_published_total", "counter"),
            ],
            types.Where(metric => metric.Key != "livefeed_signals_failed_total").OrderBy(metric => metric.Key, StringComparer.Ordinal));
        Assert.True(await Scrape.ValueAsync(first.Http, "livefeed_signals_published_total") > 0);
    }

    private static async Task<string?> CursorAsync(LiveFeedServer server) =>
        (await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/feed")).GetProperty("cursor").GetString();
}
