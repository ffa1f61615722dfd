using System.Globalization;
using System.Net;
using System.Text.Json;
using LiveFeed.Domain;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;
using LiveFeed.IntegrationTests.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>The stored feed is played again as it was: what was sent live, in order, at its own pace.</summary>
public sealed class ReplayTests
{
    private const string Path = "/api/events/cup/stream";

    /// <summary>The pauses between the last entries of the event, which tests wait for.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(13)];

    private readonly TestTime time = TestTime.Create();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Each_entry_comes_once_in_order_and_as_long_after_the_one_before_as_it_was_written(int speed)
    {
        await using var server = await StartAsync();
        await PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");

        await using var replay = await StreamClient.OpenAsync(server.Http, $"{Path}?speed={speed}");

        var snapshot = (await replay.NextAsync())!;
        Assert.Equal(("snapshot", 0L, 0), (snapshot.Kind, snapshot.Sequence, snapshot.Data.GetProperty("entries").GetArrayLength()));
        Assert.False(snapshot.Data.TryGetProperty("reset", out _));
        for (var sequence = 1; sequence <= log.Head - Pauses.Length; sequence++)
            AssertReplayed(log, sequence, await replay.NextAsync(), time.GetUtcNow());
        for (var i = 0; i < Pauses.Length; i++)
        {
            var next = replay.NextAsync();
            var pause = Pauses[i] / speed;
            await Eventually.TrueAsync(() => Task.FromResult(time.IsAwaited(pause)));
            time.Advance(pause - TimeSpan.FromMilliseconds(1));
            var due = time.GetUtcNow().AddMilliseconds(1);
            time.Advance(TimeSpan.FromMilliseconds(1));
            AssertReplayed(log, log.Head - Pauses.Length + i + 1, await next, due);
        }

        await AssertEndedAsync(replay);
    }

    [Fact]
    public async Task After_the_end_a_browser_that_comes_back_gets_204_although_the_feed_has_grown_and_its_filter_left_the_last_entries_out()
    {
        await using var server = await StartAsync();
        var admin = await PlayAsync(server);
        const string path = $"{Path}?speed=1000&matches=2";
        await using var replay = await StreamClient.OpenAsync(server.Http, path);
        var read = ReadToEndAsync(replay);
        await AdvanceUntilAsync(read);
        var items = await read;
        Assert.All(items[1..^1], item => Assert.DoesNotContain("score", item.Kind!, StringComparison.Ordinal));

        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 9, 9));

        Assert.Equal(HttpStatusCode.NoContent, (await ResumeAsync(server, path, items[^1].Id)).StatusCode);
    }

    [Fact]
    public async Task A_reader_whose_connections_end_gets_every_entry_once_whatever_from_says()
    {
        await using var server = await StartAsync("Feed:HistoryPageSize=4", "Feed:MemoryEntries=16");
        var admin = await PlayAsync(server);
        for (var i = 0; i < 40; i++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 10 + i, 0));
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        var (seen, last) = (new List<long>(), (string?)null);

        while (seen.Count < log.Head)
        {
            await using var replay = await StreamClient.OpenAsync(server.Http, $"{Path}?from=2026-07-04T00:00:00Z&speed=1000", last);
            for (var i = 0; i < 5 && seen.Count < log.Head; i++)
            {
                var next = replay.NextAsync();
                await AdvanceUntilAsync(next);
                var item = (await next)!;
                // Only the first connection begins with a snapshot.
                Assert.Equal(last is null, item.Kind == "snapshot");
                last = item.Id;
                if (item.Kind != "snapshot")
                    seen.Add(item.Sequence);
            }
        }

        Assert.Equal(Enumerable.Range(1, (int)log.Head).Select(sequence => (long)sequence), seen);
    }

    [Fact]
    public async Task An_archived_event_is_replayed()
    {
        await using var server = await StartAsync();
        var admin = await PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        Assert.Equal(HttpStatusCode.NoContent, (await server.Http.GetAsync(Path)).StatusCode);

        await using var replay = await StreamClient.OpenAsync(server.Http, $"{Path}?speed=1000");
        var read = ReadToEndAsync(replay);
        await AdvanceUntilAsync(read);

        var entries = (await read)[1..^1];
        Assert.Equal(log.Head + 1, entries.Count);
        Assert.True(entries[^1].Data.GetProperty("archived").GetBoolean());
    }

    [Fact]
    public async Task From_a_cursor_it_begins_with_the_state_there()
    {
        await using var server = await StartAsync();
        await PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        var from = log.Head - 2;

        await using var replay = await StreamClient.OpenAsync(server.Http, $"{Path}?from={log.Epoch}.{from}");

        await AssertBeginsAfterAsync(replay, log, from);
    }

    [Fact]
    public async Task From_a_time_it_begins_with_the_state_before_the_first_entry_of_that_time_or_later()
    {
        await using var server = await StartAsync();
        await PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        var from = log.Head - 2;
        var at = log.Entries[from + 1].GetProperty("at").GetDateTimeOffset();

        foreach (var text in new[] { At("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", at), At("yyyy-MM-dd'T'HH:mm:ss'%2B02:00'", at.AddHours(2)), At("yyyy-MM-dd'T'HH:mm:ss'Z'", at.AddSeconds(-3)) })
        {
            await using var replay = await StreamClient.OpenAsync(server.Http, $"{Path}?from={text}");
            await AssertBeginsAfterAsync(replay, log, from);
        }

        static string At(string format, DateTimeOffset at) => at.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-07-04", "from")]
    [InlineData("from=2026-07-04T10:00:00", "from")]
    [InlineData("from=zzzz.5", "from")]
    [InlineData("from={epoch}.1000000", "from")]
    [InlineData("from={epoch}.3.zzzz", "from")]
    [InlineData("speed=0", "speed")]
    [InlineData("speed=1001", "speed")]
    [InlineData("speed=fast", "speed")]
    public async Task What_cannot_be_replayed_is_rejected_and_says_what_to_send(string query, string parameter)
    {
        await using var server = await StartAsync();
        await PlayAsync(server);
        var epoch = (await LogProbe.ReadAsync(server.Http, "cup")).Epoch;

        var problem = await Expect.ProblemAsync(await server.Http.GetAsync($"{Path}?{query.Replace("{epoch}", epoch)}"), 400, "invalid_request");

        Assert.Contains(parameter, problem.GetProperty("errors").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_resumes_with_a_cursor_of_another_log_begins_anew_and_learns_why()
    {
        await using var server = await StartAsync();
        await PlayAsync(server);

        await using var replay = await StreamClient.OpenAsync(server.Http, $"{Path}?speed=10", "zzzz.5");

        var snapshot = (await replay.NextAsync())!;
        Assert.Equal(("other-epoch", 0L), (snapshot.Data.GetProperty("reset").GetString(), snapshot.Sequence));
    }

    [Fact]
    public async Task A_pause_lasts_no_longer_than_the_configured_one()
    {
        await using var server = await StartAsync("Streams:ReplayMaxPause=00:00:03");
        await PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");

        await using var replay = await StreamClient.OpenAsync(server.Http, $"{Path}?from={log.Epoch}.{log.Head - 2}");
        await replay.NextAsync();
        await replay.NextAsync();
        var next = replay.NextAsync();
        await Eventually.TrueAsync(() => Task.FromResult(time.IsAwaited(TimeSpan.FromSeconds(3))));
        time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(log.Head, (await next)!.Sequence);
    }

    [Fact]
    public async Task A_pause_is_not_silent()
    {
        await using var server = await StartAsync();
        var admin = await PlayAsync(server);
        time.Advance(TimeSpan.FromMinutes(4));
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 5, 5));
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        using var response = await server.Http.GetAsync($"{Path}?from={log.Epoch}.{log.Head - 2}", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());

        for (var comments = 0; comments < 3;)
        {
            var next = lines.ReadLineAsync();
            await AdvanceUntilAsync(next);
            if (await next == ": keep-alive")
                comments++;
        }
    }

    [Fact]
    public async Task One_address_does_not_take_the_places_of_all()
    {
        await using var server = await StartAsync("Streams:MaxReplaysPerAddress=1", "Streams:OpenWait=00:00:00");
        await PlayAsync(server);
        await using var first = await StreamClient.OpenAsync(server.Http, $"{Path}?speed=1");

        var problem = await Expect.ProblemAsync(await server.Http.GetAsync($"{Path}?speed=1"), 429, "too_many_replays");

        Assert.Contains("your address", problem.Text("detail"), StringComparison.Ordinal);
        await using var live = await StreamClient.OpenAsync(server.Http, Path);
        Assert.Equal("snapshot", (await live.NextAsync())!.Kind);
    }

    [Fact]
    public async Task Only_so_many_replays_are_sent_at_once_and_live_streams_are_not_concerned()
    {
        await using var server = await StartAsync("Streams:MaxReplays=2", "Streams:OpenWait=00:00:00");
        await PlayAsync(server);
        await using var first = await StreamClient.OpenAsync(server.Http, $"{Path}?speed=1");
        var second = await StreamClient.OpenAsync(server.Http, $"{Path}?speed=1");

        using (var rejected = await server.Http.GetAsync($"{Path}?speed=1"))
        {
            Assert.NotNull(rejected.Headers.RetryAfter);
            await Expect.ProblemAsync(rejected, 429, "too_many_replays");
        }

        Assert.Equal(2, await Scrape.ValueAsync(server.Http, "livefeed_replays_open"));
        await using (var live = await StreamClient.OpenAsync(server.Http, Path))
            Assert.Equal("snapshot", (await live.NextAsync())!.Kind);
        await second.DisposeAsync();
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                await using var again = await StreamClient.OpenAsync(server.Http, $"{Path}?speed=1");
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
        await using var server = await StartAsync();
        var admin = await PlayAsync(server, "members");
        var (member, stranger) = (await server.RegisterAsync("Member"), await server.RegisterAsync("Stranger"));
        await admin.AddMemberAsync("cup", member.Id, "spectator");
        await Expect.ProblemAsync(await server.Http.GetAsync($"{Path}?speed=1"), 401, "token_required");
        await Expect.ProblemAsync(await stranger.Http.GetAsync($"{Path}?speed=1"), 403, "not_a_member");
        await using var replay = await StreamClient.OpenAsync(member.Http, $"{Path}?speed=1");
        await replay.UntilAsync(item => item.Kind == "claim-update");

        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/members/{member.Id}"));

        await AssertByeAsync(replay, "access_revoked");
        await Expect.ProblemAsync(await ResumeAsync(server, $"{Path}?speed=1", "x.1"), 401, "token_required");
    }

    [Fact]
    public async Task What_was_removed_from_the_log_is_skipped_with_a_snapshot_that_says_so()
    {
        await using var server = await StartAsync();
        await PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        var cut = log.Head - 2;
        await CutAsync(server, cut);

        foreach (var query in new[] { "speed=1", "from=2020-01-01T00:00:00Z", $"from={log.Epoch}.1", $"lastEventId={log.Epoch}.1&speed=1" })
        {
            await using var replay = await StreamClient.OpenAsync(server.Http, $"{Path}?{query}");
            await AssertBeginsAfterAsync(replay, log, cut, "too-far-behind");
        }
    }

    [Fact]
    public async Task What_nobody_may_get_any_more_is_not_replayed_by_a_replay_that_has_begun()
    {
        await using var server = await StartAsync();
        await PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        await using var replay = await StreamClient.OpenAsync(server.Http, $"{Path}?speed=1");
        var last = await replay.UntilAsync(item => item.Kind != "snapshot" && item.Sequence == log.Head - Pauses.Length);

        await CutAsync(server, log.Head, forgets: true);

        await AssertByeAsync(replay, "internal_error");
        await using var again = await StreamClient.OpenAsync(server.Http, $"{Path}?speed=1", last.Id);
        var snapshot = (await again.NextAsync())!;
        Assert.Equal(("other-epoch", log.Head), (snapshot.Data.GetProperty("reset").GetString(), snapshot.Sequence));
        await AssertByeAsync(again, "replay_ended");
    }

    [Fact]
    public async Task It_ends_with_its_event()
    {
        await using var server = await StartAsync();
        var admin = await PlayAsync(server);
        await using var replay = await StreamClient.OpenAsync(server.Http, $"{Path}?speed=1");
        await replay.UntilAsync(item => item.Kind == "claim-update");

        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup"));

        await AssertByeAsync(replay, "event_deleted");
    }

    [Fact]
    public async Task It_ends_with_its_token()
    {
        await using var server = await StartAsync("Jwt:AccessLifetime=00:00:40");
        await PlayAsync(server);
        time.Advance(TimeSpan.FromMinutes(1));
        var admin = await server.AdminAsync();
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Later" }));
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        await using var replay = await StreamClient.OpenAsync(admin.Http, $"{Path}?from={log.Epoch}.{log.Head - 2}");
        await replay.NextAsync();
        await replay.NextAsync();

        time.Advance(TimeSpan.FromSeconds(40));

        await AssertByeAsync(replay, "token_expired");
    }

    [Fact]
    public async Task It_ends_with_its_session()
    {
        await using var server = await StartAsync();
        await PlayAsync(server);
        var user = await server.RegisterAsync("Somebody");
        await using var replay = await StreamClient.OpenAsync(user.Http, $"{Path}?speed=1");
        await replay.UntilAsync(item => item.Kind == "claim-update");

        await Expect.SuccessAsync(await user.PostAsync("/api/auth/logout", new { refreshToken = user.RefreshToken }));

        await AssertByeAsync(replay, "session_ended");
    }

    [Fact]
    public async Task A_stop_says_bye_and_the_reader_goes_on_after_the_restart()
    {
        await using var server = await StartAsync();
        await PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        await using var replay = await StreamClient.OpenAsync(server.Http, $"{Path}?speed=1");
        var last = await replay.UntilAsync(item => item.Sequence == log.Head - Pauses.Length);

        await server.RestartAsync(() => AssertByeAsync(replay, "server_draining"));

        await using var again = await StreamClient.OpenAsync(server.Http, $"{Path}?speed=1", last.Id);
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
        using var silent = await RawClient.GetAsync(server.Address, $"{Path}?speed=1000", 4_096);

        await using var healthy = await StreamClient.OpenAsync(server.Http, $"{Path}?speed=1000");
        Assert.Equal(log.Head + 2, (await ReadToEndAsync(healthy)).Count);

        await Eventually.TrueAsync(async () => await Scrape.ValueAsync(server.Http, "livefeed_streams_closed_total", "reason=\"stalled\"") == 1);
        Assert.Equal(0, await Scrape.ValueAsync(server.Http, "livefeed_replays_open"));
    }

    private Task<LiveFeedServer> StartAsync(params string[] settings) => LiveFeedServer.StartAsync(time, null, settings);

    /// <summary>Makes an event whose last entries are scores with <see cref="Pauses"/> before them.</summary>
    private async Task<ApiUser> PlayAsync(LiveFeedServer server, string visibility = "public")
    {
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 2, visibility);
        await admin.ClaimAsync("cup", 1);
        for (var i = 0; i < Pauses.Length; i++)
        {
            time.Advance(Pauses[i]);
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, i + 1, 0));
        }

        return admin;
    }

    private static object Renamed(int burst)
    {
        var schedule = JsonSerializer.SerializeToNode(TestSchedule.Of(1_500))!;
        foreach (var team in schedule["teams"]!.AsArray())
            team!["name"] = $"Team {team["id"]} {burst} {new string('x', 80)}";
        return schedule;
    }

    private void AssertReplayed(LogProbe log, long sequence, StreamItem? item, DateTimeOffset replayedAt)
    {
        Assert.Equal(sequence, item!.Sequence);
        Assert.Equal(log.Epoch, item.Id.Split('.')[0]);
        var entry = item.Data.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetRawText());
        Assert.Equal(replayedAt, item.Data.GetProperty("replayedAt").GetDateTimeOffset());
        entry.Remove("replayedAt");
        Assert.Equal(log.Entries[sequence].EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetRawText()), entry);
    }

    private static async Task AssertBeginsAfterAsync(StreamClient replay, LogProbe log, long from, string? reset = null)
    {
        var snapshot = (await replay.NextAsync())!;
        Assert.Equal(("snapshot", from), (snapshot.Kind, snapshot.Sequence));
        Assert.Equal(reset, snapshot.Data.TryGetProperty("reset", out var why) ? why.GetString() : null);
        Assert.Equal(
            LogProbe.StateOf(log.Entries.Where(entry => entry.Key <= from).OrderBy(entry => entry.Key).Select(entry => entry.Value)).OrderBy(entry => entry.Key, StringComparer.Ordinal),
            LogProbe.StateOf(snapshot.Data.GetProperty("entries").EnumerateArray()).OrderBy(entry => entry.Key, StringComparer.Ordinal));
        // The first one is due at once.
        Assert.Equal(from + 1, (await replay.NextAsync())!.Sequence);
    }

    private static async Task CutAsync(LiveFeedServer server, long upTo, bool forgets = false)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().SendAsync(new CutFeed(EventId.From("cup"), upTo, Archived: false, forgets));
    }

    private static async Task AssertEndedAsync(StreamClient replay) => await AssertByeAsync(replay, "replay_ended");

    private static async Task AssertByeAsync(StreamClient replay, string code)
    {
        var bye = (await replay.NextAsync())!;
        Assert.Equal(("bye", code), (bye.Type, bye.Data.GetProperty("code").GetString()));
        Assert.Null(await replay.NextAsync());
    }

    private static async Task<List<StreamItem>> ReadToEndAsync(StreamClient replay)
    {
        var items = new List<StreamItem>();
        while (await replay.NextAsync() is { } item)
            items.Add(item);
        Assert.Equal("replay_ended", items[^1].Data.GetProperty("code").GetString());
        return items;
    }

    private static async Task<HttpResponseMessage> ResumeAsync(LiveFeedServer server, string path, string lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Last-Event-ID", lastEventId);
        return await server.Http.SendAsync(request);
    }

    /// <summary>Lets the time pass until something has come.</summary>
    private async Task AdvanceUntilAsync(Task something)
    {
        while (!something.IsCompleted)
        {
            // The server's timers run on this clock; its tasks run on real threads.
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }
    }
}
