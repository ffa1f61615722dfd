using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.IntegrationTests.Feed;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>
/// A server that reads history from a hot standby of its database, whatever the standby does. What readers get is compared with a second server, which
/// knows the database itself only.
/// </summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    // Little memory and small pages, so that much is read.
    private static readonly string[] Small = ["Feed:MemoryEntries=16", "Feed:HistoryPageSize=4", "Feed:HistoryPagesKept=1", "Feed:TailCheck=00:00:00.100", "Database:ReadCheck=00:00:00.100", "Database:ReadTimeout=00:00:10"];

    private readonly List<LiveFeedServer> servers = [];
    private PostgresCluster primary = null!;
    private PostgresCluster replica = null!;
    private string database = "";
    private LiveFeedServer plain = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        if (PostgresCluster.WhyMissing is not null)
            return;
        primary = await PostgresCluster.StartAsync(durable: true);
        database = await primary.CreateDatabaseAsync();
        plain = await StartAsync(primary);
        admin = await plain.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        await admin.ClaimAsync("cup", 1);
        await ScoreAsync(admin, 1, 50);
        replica = await primary.StartReplicaAsync();
        await replica.CaughtUpAsync(primary);
    }

    public async Task DisposeAsync()
    {
        if (PostgresCluster.WhyMissing is not null)
            return;
        servers.Reverse();
        foreach (var server in servers)
            await server.DisposeAsync();
        await replica.StopAsync();
        await primary.StopAsync();
    }

    [PostgresFact]
    public async Task Snapshots_and_history_are_read_from_the_replica()
    {
        // What only the replica has shows what was read there.
        await replica.PromoteAsync();
        await replica.ExecuteInAsync(database, """UPDATE feed_entries SET payload = convert_to(regexp_replace(convert_from(payload, 'UTF8'), '^\{', '{"ofReplica":true,'), 'UTF8')""");
        var server = await WithReplicaAsync();

        var snapshot = await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/feed");
        Assert.All(snapshot.GetProperty("entries").EnumerateArray(), entry => Assert.True(IsOfReplica(entry)));
        await ScoreAsync(admin, 51, 2);
        var truth = await LogProbe.ReadAsync(plain.Http, "cup");
        var log = await UpToAsync(server, truth.Head);
        foreach (var (sequence, entry) in log.Entries)
            Assert.Equal(sequence <= truth.Head - 2, IsOfReplica(entry));
        Assert.True(await ReadsAsync(server) > 1);
        Assert.Equal(0, await FallbacksAsync(server, "away"));
    }

    [PostgresFact]
    public async Task A_replica_that_is_a_little_behind_serves_what_it_has()
    {
        var server = await WithReplicaAsync();
        await replica.PauseReplayAsync();
        await server.Http.GetAsync("/api/events/cup/feed");
        await ScoreAsync(admin, 51, 8);
        await HasTruthAsync(server);
        Assert.Equal((true, 0, 0), (await ReadsAsync(server) > 1, await FallbacksAsync(server, "behind"), await FallbacksAsync(server, "away")));
    }

    [PostgresFact]
    public async Task Nobody_gets_less_because_a_replica_is_behind_and_it_is_reported_until_it_has_caught_up()
    {
        var server = await WithReplicaAsync();
        await replica.PauseReplayAsync();
        await ScoreAsync(admin, 51, 40);

        // A feed that is loaded now, a reader who resumes before the lag, and one who resumes within it.
        await HasTruthAsync(server);
        var truth = await LogProbe.ReadAsync(plain.Http, "cup");
        await using (var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream", $"{truth.Epoch}.{truth.Head - 30}"))
        {
            for (var sequence = truth.Head - 29; sequence <= truth.Head; sequence++)
                Assert.Equal((sequence, truth.Entries[sequence].GetRawText()), await stream.NextAsync() is { } item ? (item.Sequence, item.Data.GetRawText()) : default);
        }

        Assert.True(await FallbacksAsync(server, "behind") > 0);
        await ReplicaIsAsync(server, "The replica is behind");
        Assert.Equal(0, await Scrape.ValueAsync(server.Http, "livefeed_replica_healthy"));

        await replica.ResumeReplayAsync();
        await ReplicaIsAsync(server, "ok");
        var reads = await ReadsAsync(server);
        await HasTruthAsync(server);
        Assert.True(await ReadsAsync(server) > reads);
    }

    [PostgresFact]
    public async Task A_replica_that_hangs_or_is_stopped_costs_one_wait_and_is_read_again_when_it_is_back()
    {
        var server = await WithReplicaAsync("Database:ReadTimeout=00:00:05");
        await HasTruthAsync(server);
        foreach (var (end, begin) in new (Func<Task> End, Func<Task> Begin)[] { (replica.FreezeAsync, replica.ThawAsync), (replica.EndAsync, replica.StartAgainAsync) })
        {
            await end();
            var started = Stopwatch.GetTimestamp();
            await HasTruthAsync(server);
            // One wait of five seconds, however many reads there are: a dozen at the least.
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(40));
            await ReplicaIsAsync(server, "The replica does not respond");

            await begin();
            await ReplicaIsAsync(server, "ok");
            var reads = await ReadsAsync(server);
            // Pages that were read a moment ago are still in memory.
            await ScoreAsync(admin, 1, 20);
            await HasTruthAsync(server);
            Assert.True(await ReadsAsync(server) > reads);
        }

        Assert.True(await FallbacksAsync(server, "away") > 0);
    }

    [PostgresFact]
    public async Task A_start_does_not_need_the_replica()
    {
        await replica.EndAsync();
        var server = await WithReplicaAsync();
        await HasTruthAsync(server);
        await ReplicaIsAsync(server, "The replica does not respond");
    }

    [PostgresTheory]
    [InlineData(30)]
    [InlineData(60)]
    public async Task A_replica_that_took_another_course_is_not_read(int there)
    {
        await replica.PromoteAsync();
        var other = await StartAsync(replica);
        await ScoreAsync(await other.AdminAsync(), 101, there);
        await ScoreAsync(admin, 51, 30);

        var server = await WithReplicaAsync();
        await HasTruthAsync(server);
        Assert.True(await FallbacksAsync(server, "other_history") > 0);
        await ReplicaIsAsync(server, "The replica has another history");
        Assert.Equal(0, await ReadsAsync(server));
    }

    [PostgresFact]
    public async Task Entries_that_the_database_has_lost_and_the_replica_still_has_are_not_read()
    {
        var server = await WithReplicaAsync();
        await primary.CopyAsync();
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        await stream.NextAsync();
        await ScoreAsync(admin, 51, 40);
        await HasTruthAsync(server);
        await replica.CaughtUpAsync(primary);
        // It stays where it is: nobody sends it anything any more.
        await replica.PromoteAsync();
        await primary.PutBackAsync();

        // First the database is a part of what the replica has, then it has another history.
        var reset = await stream.UntilAsync(item => item.Kind == "snapshot");
        Assert.Equal("other-history", reset.Data.GetProperty("reset").GetString());
        var restored = await LogProbe.ReadAsync((await StartAsync(primary)).Http, "cup");
        Assert.Equal(restored.Head, reset.Sequence);
        await HasTruthAsync(server, restored);
        await HasTruthAsync(await WithReplicaAsync(), restored);
        var later = await StartAsync(primary);
        await ScoreAsync(await later.AdminAsync(), 201, 80);
        await HasTruthAsync(server, await LogProbe.ReadAsync(later.Http, "cup"));
        await HasTruthAsync(await WithReplicaAsync(), await LogProbe.ReadAsync(later.Http, "cup"));
    }

    private Task<LiveFeedServer> WithReplicaAsync(params string[] settings) => StartAsync(primary, [$"Database:ReadConnectionString={replica.ConnectionString(database)}", .. settings]);

    private async Task<LiveFeedServer> StartAsync(PostgresCluster cluster, params string[] settings)
    {
        var server = await LiveFeedServer.StartAsync(
            ["Database:Provider=PostgreSql", "Database:MigrateAtStart=true", $"Database:ConnectionString={cluster.ConnectionString(database)}", .. Small, .. settings]);
        servers.Add(server);
        return server;
    }

    private static async Task ScoreAsync(ApiUser user, int first, int count)
    {
        for (var points = first; points < first + count; points++)
            await Expect.SuccessAsync(await user.ScoreAsync("cup", 1, points, 0));
    }

    /// <summary>Asserts that a server's readers get the log as the database has it: from its first entry, and as a snapshot.</summary>
    private async Task HasTruthAsync(LiveFeedServer server, LogProbe? log = null)
    {
        var truth = log ?? await LogProbe.ReadAsync(plain.Http, "cup");
        var seen = await UpToAsync(server, truth.Head);
        Assert.Equal(truth.Entries.Values.Select(entry => entry.GetRawText()), seen.Entries.Values.Select(entry => entry.GetRawText()));
        var snapshot = await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/feed");
        Assert.Equal(
            truth.State().Values.Order(StringComparer.Ordinal),
            snapshot.GetProperty("entries").EnumerateArray().Select(entry => entry.GetRawText()).Order(StringComparer.Ordinal));
    }

    /// <summary>Returns the log by way of a server, once that has noticed how far it has come.</summary>
    private static async Task<LogProbe> UpToAsync(LiveFeedServer server, long head)
    {
        LogProbe? log = null;
        await Eventually.TrueAsync(async () => (log = await LogProbe.ReadAsync(server.Http, "cup")).Head == head, "The server does not get that far.");
        return log!;
    }

    private static async Task<double> ReadsAsync(LiveFeedServer server) => await Scrape.ValueAsync(server.Http, "livefeed_replica_reads_total") ?? 0;

    private static async Task<double> FallbacksAsync(LiveFeedServer server, string reason) =>
        await Scrape.ValueAsync(server.Http, "livefeed_replica_fallbacks_total", $"reason=\"{reason}\"") ?? 0;

    private static Task ReplicaIsAsync(LiveFeedServer server, string text) => Eventually.TrueAsync(async () =>
    {
        using var response = await server.Http.GetAsync("/health/ready");
        Assert.Equal(200, (int)response.StatusCode);
        var report = await response.Content.ReadFromJsonAsync<JsonElement>();
        return report.GetProperty("checks").GetProperty("replica").GetString()!.StartsWith(text, StringComparison.Ordinal)
            && report.GetProperty("status").GetString() == (text == "ok" ? "healthy" : "degraded");
    });

    private static bool IsOfReplica(JsonElement entry) => entry.TryGetProperty("ofReplica", out _);
}
