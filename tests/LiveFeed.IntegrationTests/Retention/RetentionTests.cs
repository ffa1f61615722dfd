using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.Domain;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.IntegrationTests.Feed;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Retention;

/// <summary>What is old is removed. No reader notices, but for one who was away for longer, and gets a snapshot with the reason.</summary>
public sealed class RetentionTests
{
    private const int Matches = 3;

    private static readonly string[] Soon = ["Retention:Every=00:00:01", "Retention:FirstAfter=00:00:00", "Jobs:PollEvery=00:00:00.100"];

    // So little in memory that readers are served from the log.
    private static readonly string[] SmallMemory = ["Feed:MemoryEntries=16", "Feed:HistoryPageSize=8", "Retention:EntriesPerTransaction=7"];

    [Fact]
    public async Task Old_entries_are_removed_and_the_state_remains()
    {
        await using var server = await LiveFeedServer.StartAsync([.. Soon, .. SmallMemory, "Retention:FeedEntries=00:00:01"]);
        var admin = await CupAsync(server, scores: 60);
        await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", TestSchedule.Of(Matches + 1)));
        await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", TestSchedule.Of(Matches)));
        var before = await SnapshotAsync(server);

        await Eventually.TrueAsync(async () => await EntriesAsync(server) <= before.GetProperty("entries").GetArrayLength() + 1);

        Assert.Equal(before.GetRawText(), (await SnapshotAsync(server)).GetRawText());
        await server.RestartAsync();
        Assert.Equal(before.GetRawText(), (await SnapshotAsync(server)).GetRawText());
        // The feed goes on where it was.
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 77, 0));
        var next = await server.Http.GetFromJsonAsync<JsonElement>($"/api/events/cup/feed?after={before.GetProperty("cursor").GetString()}");
        Assert.False(next.TryGetProperty("reset", out _));
        Assert.Equal(77, next.GetProperty("entries")[0].GetProperty("sets")[0].GetProperty("team1").GetInt32());
    }

    [Fact]
    public async Task A_reader_from_before_the_cut_gets_a_snapshot_with_the_reason()
    {
        await using var server = await LiveFeedServer.StartAsync([.. Soon, .. SmallMemory, "Retention:FeedEntries=00:00:01"]);
        await CupAsync(server, scores: 60);
        var now = await SnapshotAsync(server);
        var cursors = await CursorsAsync(server);
        await Eventually.TrueAsync(async () => await EntriesAsync(server) <= now.GetProperty("entries").GetArrayLength() + 1);
        // Pages of the log that are still in memory would serve him.
        await server.RestartAsync();

        var head = cursors.Count;
        foreach (var cursor in cursors.Take(head - 16).Append($"{cursors[0].Split('.')[0]}.0").Append($"{cursors[0].Split('.')[0]}.5"))
        {
            var page = await server.Http.GetFromJsonAsync<JsonElement>($"/api/events/cup/feed?after={cursor}");
            Assert.Equal("too-far-behind", page.GetProperty("reset").GetString());
            Assert.Equal(now.GetProperty("entries").GetRawText(), page.GetProperty("entries").GetRawText());
            await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream", cursor);
            var snapshot = await stream.NextAsync();
            Assert.Equal("too-far-behind", snapshot!.Data.GetProperty("reset").GetString());
            Assert.Equal(now.GetProperty("entries").GetRawText(), snapshot.Data.GetProperty("entries").GetRawText());
        }
    }

    /// <summary>Who loads the feed as it was a moment ago, while later entries come, finds its state then.</summary>
    [Fact]
    public async Task A_cut_keeps_the_whole_state_at_the_cut_and_everything_after_it()
    {
        await using var server = await LiveFeedServer.StartAsync("Retention:EntriesPerTransaction=5");
        await CupAsync(server, scores: 30);
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        var cut = log.Head - 11;
        var state = log with { Entries = log.Entries.Where(entry => entry.Key <= cut).ToDictionary(entry => entry.Key, entry => entry.Value) };

        await using var scope = server.Services.CreateAsyncScope();
        FeedCut? done;
        do
            done = (await scope.ServiceProvider.GetRequiredService<IMediator>().SendAsync(new CutFeed(EventId.From("cup"), cut, Archived: false))).Value;
        while (done!.CutTo < cut);

        var kept = new List<(long Sequence, string Entry)>();
        await using (var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create())
            kept.AddRange((await db.FeedEntries.OrderBy(row => row.Sequence).ToListAsync()).Select(row => (row.Sequence, System.Text.Encoding.UTF8.GetString(row.Payload))));
        Assert.Equal(state.State().Values.Order(StringComparer.Ordinal), kept.Where(row => row.Sequence <= cut).Select(row => row.Entry).Order(StringComparer.Ordinal));
        Assert.Equal(log.Entries.Where(entry => entry.Key > cut).OrderBy(entry => entry.Key).Select(entry => entry.Value.GetRawText()), kept.Where(row => row.Sequence > cut).Select(row => row.Entry));
    }

    [Fact]
    public async Task While_the_log_is_cut_again_and_again_each_reader_gets_every_entry_or_a_reset()
    {
        await using var server = await LiveFeedServer.StartAsync([.. Soon, .. SmallMemory, "Retention:FeedEntries=00:00:00.300", "Retention:Every=00:00:01"]);
        var admin = await CupAsync(server, scores: 0);
        long? end = null;
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var readers = Enumerable.Range(0, 6).Select(i => new RecordingReader(server.Client(), "/api/events/cup/stream", new Random(i), 0.05)).ToList();
        var reading = readers.ConvertAll(reader => Task.Run(() => reader.RunAsync(() => end, over.Token)));
        var (cuts, lastCut) = (0, 0L);
        for (var points = 1; points <= 400 || cuts < 4; points++)
        {
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1 + (points % Matches), points % 900, 0));
            if (await TestDatabase.CountAsync(server.DataDirectory, "SELECT COALESCE(cut_to, 0) FROM feed_heads") is var cut && cut > lastCut + 20)
                (cuts, lastCut) = (cuts + 1, cut);
            Assert.False(over.IsCancellationRequested);
        }

        var feed = await SnapshotAsync(server);
        end = long.Parse(feed.GetProperty("cursor").GetString()!.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture);
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Over" }));
        await Task.WhenAll(reading);

        var state = LogProbe.StateOf(feed.GetProperty("entries").EnumerateArray());
        foreach (var reader in readers)
            Assert.Equal(state["score/1"], reader.State["score/1"]);
        // What two readers got under one sequence is the same.
        foreach (var entries in readers.SelectMany(reader => reader.Entries).GroupBy(entry => entry.Key))
            Assert.Single(entries.Select(entry => entry.Value).Distinct());
    }

    [Fact]
    public async Task The_log_of_an_archived_event_is_cut_to_its_last_state_under_an_epoch_of_its_own()
    {
        await using var server = await LiveFeedServer.StartAsync([.. Soon, .. SmallMemory, "Retention:ArchivedFeeds=00:00:01"]);
        var admin = await CupAsync(server, scores: 40);
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        var before = await SnapshotAsync(server);
        var epoch = before.GetProperty("cursor").GetString()!.Split('.')[0];

        JsonElement after = default;
        await Eventually.TrueAsync(async () =>
        {
            after = await SnapshotAsync(server);
            return after.GetProperty("cursor").GetString()!.Split('.')[0] != epoch;
        });

        Assert.Equal(before.GetProperty("entries").GetRawText(), after.GetProperty("entries").GetRawText());
        Assert.Equal(before.GetProperty("entries").GetArrayLength(), await EntriesAsync(server));
        var reset = await server.Http.GetFromJsonAsync<JsonElement>($"/api/events/cup/feed?after={before.GetProperty("cursor").GetString()}");
        Assert.Equal("other-epoch", reset.GetProperty("reset").GetString());
        Assert.Equal(HttpStatusCode.NotModified, await PollAsync(server, after));

        // It may be opened again, and goes on.
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = false }));
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 88, 0));
        var next = await server.Http.GetFromJsonAsync<JsonElement>($"/api/events/cup/feed?after={after.GetProperty("cursor").GetString()}");
        Assert.False(next.TryGetProperty("reset", out _));
        Assert.Contains(next.GetProperty("entries").EnumerateArray(), entry => entry.GetProperty("key").GetString() == "score/1");
    }

    [Fact]
    public async Task Old_versions_of_scores_are_removed_but_for_the_newest()
    {
        await using var server = await LiveFeedServer.StartAsync([.. Soon, "Retention:Revisions=00:00:01"]);
        await CupAsync(server, scores: 30);

        await Eventually.TrueAsync(async () => await TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM score_revisions") == Matches);

        for (var match = 1; match <= Matches; match++)
        {
            var score = await server.Http.GetFromJsonAsync<JsonElement>($"/api/events/cup/scores/{match}");
            var history = await server.Http.GetFromJsonAsync<JsonElement>($"/api/events/cup/scores/{match}/history");
            Assert.Equal(score.GetProperty("version").GetInt32(), Assert.Single(history.GetProperty("items").EnumerateArray()).GetProperty("version").GetInt32());
        }
    }

    [Fact]
    public async Task An_age_of_zero_keeps_everything()
    {
        await using var server = await LiveFeedServer.StartAsync([.. Soon, "Retention:FeedEntries=00:00:00", "Retention:ArchivedFeeds=00:00:00", "Retention:Revisions=00:00:00"]);
        var admin = await CupAsync(server, scores: 9);
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        var (entries, runs) = (await EntriesAsync(server), await RunsAsync(server));

        await Eventually.TrueAsync(async () => await RunsAsync(server) >= runs + 2);

        Assert.Equal(entries, await EntriesAsync(server));
        Assert.Equal(9, await TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM score_revisions"));
    }

    [Fact]
    public async Task An_idempotency_key_can_be_used_anew_after_the_configured_time()
    {
        var time = TestTime.Create();
        await using var server = await LiveFeedServer.StartAsync(time, null, "Retention:IdempotencyKeys=1.00:00:00", "Claims:Lease=1.00:00:00", "Claims:MaxLease=1.00:00:00", "Jwt:AccessLifetime=1.00:00:00");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        await admin.ClaimAsync("cup", 1);
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0, clientUpdateId: "one"));
        time.Jump(TimeSpan.FromHours(23));
        await Expect.ProblemAsync(await admin.ScoreAsync("cup", 1, 2, 0, clientUpdateId: "one"), 422, "idempotency_key_reused");
        time.Jump(TimeSpan.FromHours(2));
        admin = await server.AdminAsync();
        await admin.ClaimAsync("cup", 1);

        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 2, 0, clientUpdateId: "one"));
    }

    private static async Task<ApiUser> CupAsync(LiveFeedServer server, int scores)
    {
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", Matches);
        for (var match = 1; match <= Matches; match++)
            await admin.ClaimAsync("cup", match);
        for (var points = 1; points <= scores; points++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1 + (points % Matches), points, 0));
        return admin;
    }

    private static Task<JsonElement> SnapshotAsync(LiveFeedServer server) => server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/feed");

    private static Task<long> EntriesAsync(LiveFeedServer server) => TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM feed_entries");

    private static Task<long> RunsAsync(LiveFeedServer server) => TestDatabase.CountAsync(server.DataDirectory, "SELECT fence FROM jobs WHERE id = 'retention'");

    private static async Task<List<string>> CursorsAsync(LiveFeedServer server)
    {
        var cursors = new List<string>();
        var cursor = (await SnapshotAsync(server)).GetProperty("cursor").GetString()!.Split('.')[0] + ".0";
        while (true)
        {
            var page = await server.Http.GetFromJsonAsync<JsonElement>($"/api/events/cup/feed?after={cursor}&limit=1");
            if (page.GetProperty("entries").GetArrayLength() == 0)
                return cursors;
            cursors.Add(cursor = page.GetProperty("cursor").GetString()!);
        }
    }

    private static async Task<HttpStatusCode> PollAsync(LiveFeedServer server, JsonElement seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events/cup/feed");
        request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{seen.GetProperty("cursor").GetString()}\"");
        using var response = await server.Http.SendAsync(request);
        return response.StatusCode;
    }
}
