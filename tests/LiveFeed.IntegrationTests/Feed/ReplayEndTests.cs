using System.Text.Json;
using LiveFeed.IntegrationTests.Support;
using static LiveFeed.IntegrationTests.Feed.ReplayBench;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>A replay is open to who may read, within limits, and ends as a live stream does; it costs others nothing.</summary>
public sealed class ReplayEndTests
{
    private readonly ReplayBench bench = new();

    [Fact]
    public async Task One_address_does_not_take_the_places_of_all()
    {
        await using var server = await bench.StartAsync("Streams:MaxReplaysPerAddress=1", "Streams:OpenWait=00:00:00");
        await bench.PlayAsync(server);
        await using var first = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?speed=1");

        var problem = await Expect.ProblemAsync(await server.Http.GetAsync($"{StreamPath}?speed=1"), 429, "too_many_replays");

        Assert.Contains("your address", problem.Text("detail"), StringComparison.Ordinal);
        await using var live = await StreamClient.OpenAsync(server.Http, StreamPath);
        Assert.Equal("snapshot", (await live.NextAsync())!.Kind);
    }

    [Fact]
    public async Task Only_so_many_replays_are_sent_at_once_and_live_streams_are_not_concerned()
    {
        await using var server = await bench.StartAsync("Streams:MaxReplays=2", "Streams:OpenWait=00:00:00");
        await bench.PlayAsync(server);
        await using var first = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?speed=1");
        var second = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?speed=1");

        using (var rejected = await server.Http.GetAsync($"{StreamPath}?speed=1"))
        {
            Assert.NotNull(rejected.Headers.RetryAfter);
            await Expect.ProblemAsync(rejected, 429, "too_many_replays");
        }

        Assert.Equal(2, await Scrape.ValueAsync(server.Http, "livefeed_replays_open"));
        await using (var live = await StreamClient.OpenAsync(server.Http, StreamPath))
            Assert.Equal("snapshot", (await live.NextAsync())!.Kind);
        await second.DisposeAsync();
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                await using var again = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?speed=1");
                return true;
            }
            catch (StreamRejectedException)
            {
                return false;
            }
        });
    }

    [Fact]
    public async Task A_members_event_is_replayed_to_members_only_and_ends_with_the_membership()
    {
        await using var server = await bench.StartAsync();
        var admin = await bench.PlayAsync(server, "members");
        var (member, stranger) = (await server.RegisterAsync("Member"), await server.RegisterAsync("Stranger"));
        await admin.AddMemberAsync("cup", member.Id, "spectator");
        await Expect.ProblemAsync(await server.Http.GetAsync($"{StreamPath}?speed=1"), 401, "token_required");
        await Expect.ProblemAsync(await stranger.Http.GetAsync($"{StreamPath}?speed=1"), 403, "not_a_member");
        await using var replay = await StreamClient.OpenAsync(member.Http, $"{StreamPath}?speed=1");
        await replay.UntilAsync(item => item.Kind == "claim-update");

        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/members/{member.Id}"));

        await AssertByeAsync(replay, "access_revoked");
        await Expect.ProblemAsync(await ResumeAsync(server, $"{StreamPath}?speed=1", "x.1"), 401, "token_required");
    }

    [Fact]
    public async Task What_nobody_may_get_any_more_is_not_replayed_by_a_replay_that_has_begun()
    {
        await using var server = await bench.StartAsync();
        await bench.PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        await using var replay = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?speed=1");
        var last = await replay.UntilAsync(item => item.Kind != "snapshot" && item.Sequence == log.Head - Pauses.Length);

        await CutAsync(server, log.Head, forgets: true);

        await AssertByeAsync(replay, "internal_error");
        await using var again = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?speed=1", last.Id);
        var snapshot = (await again.NextAsync())!;
        Assert.Equal(("other-epoch", log.Head), (snapshot.Data.GetProperty("reset").GetString(), snapshot.Sequence));
        await AssertByeAsync(again, "replay_ended");
    }

    [Fact]
    public async Task It_ends_with_its_event()
    {
        await using var server = await bench.StartAsync();
        var admin = await bench.PlayAsync(server);
        await using var replay = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?speed=1");
        await replay.UntilAsync(item => item.Kind == "claim-update");

        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup"));

        await AssertByeAsync(replay, "event_deleted");
    }

    [Fact]
    public async Task It_ends_with_its_token()
    {
        await using var server = await bench.StartAsync("Jwt:AccessLifetime=00:00:40");
        await bench.PlayAsync(server);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        var admin = await server.AdminAsync();
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Later" }));
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        await using var replay = await StreamClient.OpenAsync(admin.Http, $"{StreamPath}?from={log.Epoch}.{log.Head - 2}");
        await replay.NextAsync();
        await replay.NextAsync();

        bench.Time.Advance(TimeSpan.FromSeconds(40));

        await AssertByeAsync(replay, "token_expired");
    }

    [Fact]
    public async Task It_ends_with_its_session()
    {
        await using var server = await bench.StartAsync();
        await bench.PlayAsync(server);
        var user = await server.RegisterAsync("Somebody");
        await using var replay = await StreamClient.OpenAsync(user.Http, $"{StreamPath}?speed=1");
        await replay.UntilAsync(item => item.Kind == "claim-update");

        await Expect.SuccessAsync(await user.PostAsync("/api/auth/logout", new { refreshToken = user.RefreshToken }));

        await AssertByeAsync(replay, "session_ended");
    }

    [Fact]
    public async Task A_stop_says_bye_and_the_reader_goes_on_after_the_restart()
    {
        await using var server = await bench.StartAsync();
        await bench.PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        await using var replay = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?speed=1");
        var last = await replay.UntilAsync(item => item.Sequence == log.Head - Pauses.Length);

        await server.RestartAsync(() => AssertByeAsync(replay, "server_draining"));

        await using var again = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?speed=1", last.Id);
        Assert.Equal(last.Sequence + 1, (await again.NextAsync())!.Sequence);
    }

    [Fact]
    public async Task A_reader_that_reads_nothing_of_it_is_closed_and_costs_others_nothing()
    {
        await using var server = await LiveFeedServer.StartAsync("Feed:StallTimeout=00:00:01", "Feed:MemoryEntries=16", "Feed:MaxResumeEntries=100000");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1_500);
        // Far more than the system's own buffers take.
        for (var burst = 1; burst <= 24; burst++)
            await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", Renamed(burst)));
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        using var silent = await RawClient.GetAsync(server.Address, $"{StreamPath}?speed=1000", 4_096);

        await using var healthy = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?speed=1000");
        Assert.Equal(log.Head + 2, (await ReadToEndAsync(healthy)).Count);

        await Eventually.TrueAsync(async () => await Scrape.ValueAsync(server.Http, "livefeed_streams_closed_total", "reason=\"stalled\"") == 1);
        Assert.Equal(0, await Scrape.ValueAsync(server.Http, "livefeed_replays_open"));
    }

    private static object Renamed(int burst)
    {
        var schedule = JsonSerializer.SerializeToNode(TestSchedule.Of(1_500))!;
        foreach (var team in schedule["teams"]!.AsArray())
            team!["name"] = $"Team {team["id"]} {burst} {new string('x', 80)}";
        return schedule;
    }
}
