using System.Globalization;
using System.Net;
using static LiveFeed.IntegrationTests.Feed.ReplayBench;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>The stored feed is played again as it was: what was sent live, in order, at its own pace.</summary>
public sealed class ReplayTests
{
    private readonly ReplayBench bench = new();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Each_entry_comes_once_in_order_and_as_long_after_the_one_before_as_it_was_written(int speed)
    {
        await using var server = await bench.StartAsync();
        await bench.PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");

        await using var replay = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?speed={speed}");

        var snapshot = (await replay.NextAsync())!;
        Assert.Equal(("snapshot", 0L, 0), (snapshot.Kind, snapshot.Sequence, snapshot.Data.GetProperty("entries").GetArrayLength()));
        Assert.False(snapshot.Data.TryGetProperty("reset", out _));
        for (var sequence = 1; sequence <= log.Head - Pauses.Length; sequence++)
            AssertReplayed(log, sequence, await replay.NextAsync(), bench.Time.GetUtcNow());
        for (var i = 0; i < Pauses.Length; i++)
        {
            var next = replay.NextAsync();
            var pause = Pauses[i] / speed;
            await Eventually.TrueAsync(() => Task.FromResult(bench.Time.IsAwaited(pause)));
            bench.Time.Advance(pause - TimeSpan.FromMilliseconds(1));
            var due = bench.Time.GetUtcNow().AddMilliseconds(1);
            bench.Time.Advance(TimeSpan.FromMilliseconds(1));
            AssertReplayed(log, log.Head - Pauses.Length + i + 1, await next, due);
        }

        await AssertEndedAsync(replay);
    }

    [Fact]
    public async Task After_the_end_a_browser_that_comes_back_gets_204_although_the_feed_has_grown_and_its_filter_left_the_last_entries_out()
    {
        await using var server = await bench.StartAsync();
        await bench.PlayAsync(server);
        const string path = $"{StreamPath}?speed=1000&matches=2";
        await using var replay = await StreamClient.OpenAsync(server.Http, path);
        var read = ReadToEndAsync(replay);
        await AdvanceUntilAsync(read);
        var items = await read;
        Assert.All(items[1..^1], item => Assert.DoesNotContain("score", item.Kind!, StringComparison.Ordinal));

        // The clock has gone on, perhaps beyond the end of the token and of the claim.
        await Expect.SuccessAsync(await (await server.AdminAsync()).PatchAsync("/api/events/cup", new { name = "Later" }));

        Assert.Equal(HttpStatusCode.NoContent, (await ResumeAsync(server, path, items[^1].Id)).StatusCode);
    }

    [Fact]
    public async Task A_reader_whose_connections_end_gets_every_entry_once_whatever_from_says()
    {
        await using var server = await bench.StartAsync("Feed:HistoryPageSize=4", "Feed:MemoryEntries=16");
        var admin = await bench.PlayAsync(server);
        for (var i = 0; i < 40; i++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 10 + i, 0));
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        var (seen, last) = (new List<long>(), (string?)null);

        while (seen.Count < log.Head)
        {
            await using var replay = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?from=2026-07-04T00:00:00Z&speed=1000", last);
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
        await using var server = await bench.StartAsync();
        var admin = await bench.PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        Assert.Equal(HttpStatusCode.NoContent, (await server.Http.GetAsync(StreamPath)).StatusCode);

        await using var replay = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?speed=1000");
        var read = ReadToEndAsync(replay);
        await AdvanceUntilAsync(read);

        var entries = (await read)[1..^1];
        Assert.Equal(log.Head + 1, entries.Count);
        Assert.True(entries[^1].Data.GetProperty("archived").GetBoolean());
    }

    [Fact]
    public async Task From_a_cursor_it_begins_with_the_state_there()
    {
        await using var server = await bench.StartAsync();
        await bench.PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        var from = log.Head - 2;

        await using var replay = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?from={log.Epoch}.{from}");

        await AssertBeginsAfterAsync(replay, log, from);
    }

    [Fact]
    public async Task From_a_time_it_begins_with_the_state_before_the_first_entry_of_that_time_or_later()
    {
        await using var server = await bench.StartAsync();
        await bench.PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        var from = log.Head - 2;
        var at = log.Entries[from + 1].GetProperty("at").GetDateTimeOffset();

        foreach (var text in new[] { At("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", at), At("yyyy-MM-dd'T'HH:mm:ss'%2B02:00'", at.AddHours(2)), At("yyyy-MM-dd'T'HH:mm:ss'Z'", at.AddSeconds(-3)) })
        {
            await using var replay = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?from={text}");
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
        await using var server = await bench.StartAsync();
        await bench.PlayAsync(server);
        var epoch = (await LogProbe.ReadAsync(server.Http, "cup")).Epoch;

        var problem = await Expect.ProblemAsync(await server.Http.GetAsync($"{StreamPath}?{query.Replace("{epoch}", epoch)}"), 400, "invalid_request");

        Assert.Contains(parameter, problem.GetProperty("errors").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_resumes_with_a_cursor_of_another_log_begins_anew_and_learns_why()
    {
        await using var server = await bench.StartAsync();
        await bench.PlayAsync(server);

        await using var replay = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?speed=10", "zzzz.5");

        var snapshot = (await replay.NextAsync())!;
        Assert.Equal(("other-epoch", 0L), (snapshot.Data.GetProperty("reset").GetString(), snapshot.Sequence));
    }

    [Fact]
    public async Task A_pause_lasts_no_longer_than_the_configured_one()
    {
        await using var server = await bench.StartAsync("Streams:ReplayMaxPause=00:00:03");
        await bench.PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");

        await using var replay = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?from={log.Epoch}.{log.Head - 2}");
        await replay.NextAsync();
        await replay.NextAsync();
        var next = replay.NextAsync();
        await Eventually.TrueAsync(() => Task.FromResult(bench.Time.IsAwaited(TimeSpan.FromSeconds(3))));
        bench.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(log.Head, (await next)!.Sequence);
    }

    [Fact]
    public async Task A_pause_is_not_silent()
    {
        await using var server = await bench.StartAsync();
        var admin = await bench.PlayAsync(server);
        bench.Time.Advance(TimeSpan.FromMinutes(4));
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 5, 5));
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        using var response = await server.Http.GetAsync($"{StreamPath}?from={log.Epoch}.{log.Head - 2}", HttpCompletionOption.ResponseHeadersRead);
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
    public async Task What_was_removed_from_the_log_is_skipped_with_a_snapshot_that_says_so()
    {
        await using var server = await bench.StartAsync();
        await bench.PlayAsync(server);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        var cut = log.Head - 2;
        await CutAsync(server, cut);

        foreach (var query in new[] { "speed=1", "from=2020-01-01T00:00:00Z", $"from={log.Epoch}.1", $"lastEventId={log.Epoch}.1&speed=1" })
        {
            await using var replay = await StreamClient.OpenAsync(server.Http, $"{StreamPath}?{query}");
            await AssertBeginsAfterAsync(replay, log, cut, "too-far-behind");
        }
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

    private static async Task AssertEndedAsync(StreamClient replay) => await AssertByeAsync(replay, "replay_ended");

    /// <summary>Lets the time pass until something has come.</summary>
    private async Task AdvanceUntilAsync(Task something)
    {
        while (!something.IsCompleted)
        {
            // The server's timers run on this clock; its tasks run on real threads.
            bench.Time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }
    }
}
