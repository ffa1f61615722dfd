using System.Net;
using LiveFeed.IntegrationTests.Support;
using Microsoft.Data.Sqlite;

namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>Faults of the disk: each costs the writes during it, and nothing after it.</summary>
public sealed class StorageFaultTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;

    private string DatabaseFile => Path.Combine(data, "livefeed.db");

    public void Dispose() => Directory.Delete(data, true);

    [SmallDiskFact]
    public async Task A_full_disk_costs_only_the_writes_that_find_it_full()
    {
        var disk = await SmallDisk.StartAsync(data, megabytes: 6);
        using var server = disk.Server;
        var admin = await ScorekeeperAsync(await server.AdminAsync());
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        Assert.Equal(HttpStatusCode.OK, (await admin.Http.GetAsync("/health/writes")).StatusCode);

        disk.Fill();
        var refused = 0;
        for (var points = 2; refused < 5; points++)
        {
            Assert.True(points < 900, "The disk never became full.");
            var response = await admin.ScoreAsync("cup", 1, points, 0);
            if (response.IsSuccessStatusCode)
                continue;
            refused++;
            Assert.Equal("1", response.Headers.GetValues("Retry-After").Single());
            await Expect.ProblemAsync(response, 503, "storage_unavailable");
        }

        // Reads go on; only /health/writes says that writes don't.
        Assert.Equal(HttpStatusCode.OK, (await admin.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await admin.Http.GetAsync("/health/writes")).StatusCode);
        // The log has what went wrong first, not what followed from it.
        var failure = server.Output.SkipWhile(line => !line.Contains("[2005]", StringComparison.Ordinal)).Skip(1).Take(2).ToList();
        Assert.Contains("The database can't store writes.", failure[0], StringComparison.Ordinal);
        Assert.Contains("database or disk is full", failure[1], StringComparison.Ordinal);
        Assert.Contains("livefeed_storage_failing 1", await admin.Http.GetStringAsync("/metrics"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.Http.GetAsync("/api/events/cup/scores/1")).StatusCode);

        disk.Free();
        for (var points = 100; points < 120; points++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));
        Assert.Equal(HttpStatusCode.OK, (await admin.Http.GetAsync("/health/writes")).StatusCode);
    }

    [SmallDiskFact]
    public async Task A_disk_that_was_full_is_found_healed_without_a_write()
    {
        var disk = await SmallDisk.StartAsync(data, megabytes: 6);
        using var server = disk.Server;
        var admin = await ScorekeeperAsync(await server.AdminAsync());
        disk.Fill();
        for (var points = 1; (await admin.ScoreAsync("cup", 1, points, 0)).IsSuccessStatusCode; points++)
            Assert.True(points < 900, "The disk never became full.");

        disk.Free();

        await Eventually.TrueAsync(async () => (await admin.Http.GetAsync("/health/writes")).StatusCode == HttpStatusCode.OK);
    }

    [SqliteFact]
    public async Task A_write_waits_for_another_process_for_a_bounded_time_and_the_next_one_succeeds()
    {
        await using var server = await LiveFeedServer.OverAsync(data, "Database:MaxWriteWait=00:00:03");
        var admin = await ScorekeeperAsync(await server.AdminAsync());
        await using (var other = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync();
            await using var transaction = other.BeginTransaction(deferred: false);
            var waiting = Enumerable.Range(1, 3).Select(points => admin.ScoreAsync("cup", 1, points, 0)).ToList();
            foreach (var response in await Task.WhenAll(waiting))
                await Expect.ProblemAsync(response, 503, "overloaded");
            Assert.Equal(HttpStatusCode.OK, (await admin.Http.GetAsync("/health/ready")).StatusCode);
        }

        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 5, 0));
        Assert.Empty(server.Failures);
    }

    [SqliteFact]
    public async Task A_write_that_waits_behind_another_process_is_done_once_that_ends()
    {
        await using var server = await LiveFeedServer.OverAsync(data);
        var admin = await ScorekeeperAsync(await server.AdminAsync());
        Task<HttpResponseMessage> score;
        await using (var other = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync();
            await using var transaction = other.BeginTransaction(deferred: false);
            score = admin.ScoreAsync("cup", 1, 1, 0);
            // The queue's own view: the write waits at the head.
            await Eventually.TrueAsync(async () => !(await server.Http.GetStringAsync("/metrics")).Contains("livefeed_writes_oldest_wait_seconds{} 0\n", StringComparison.Ordinal));
            Assert.False(score.IsCompleted);
        }

        await Expect.SuccessAsync(await score);
    }

    [SqliteFact]
    public async Task A_write_that_waits_for_more_than_five_seconds_is_reported_until_it_is_done()
    {
        var time = TestTime.Create();
        await using var server = await LiveFeedServer.StartAsync(time, data);
        var admin = await ScorekeeperAsync(await server.AdminAsync());
        Task<HttpResponseMessage> score;
        await using (var other = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync();
            await using var transaction = other.BeginTransaction(deferred: false);
            score = admin.ScoreAsync("cup", 1, 1, 0);
            // The clock moves while the write is on its way to the queue too, so it may wait for less than it shows.
            await Eventually.TrueAsync(async () =>
            {
                time.Advance(TimeSpan.FromMilliseconds(1));
                return await Scrape.ValueAsync(server.Http, "livefeed_writes_oldest_wait_seconds") > 0;
            });
            time.Advance(TimeSpan.FromSeconds(4));
            Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/health/writes")).StatusCode);

            time.Advance(TimeSpan.FromSeconds(2));

            var report = await server.Http.GetAsync("/health/writes");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, report.StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/health/ready")).StatusCode);
        }

        await Expect.SuccessAsync(await score);
        await Eventually.TrueAsync(async () => (await server.Http.GetAsync("/health/writes")).StatusCode == HttpStatusCode.OK);

    }

    [SqliteFact]
    public async Task A_rejected_write_is_not_reported_as_waiting()
    {
        await using var server = await LiveFeedServer.OverAsync(data, "Database:MaxWriteWait=00:00:02");
        var admin = await ScorekeeperAsync(await server.AdminAsync());
        await using (var other = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync();
            await using var transaction = other.BeginTransaction(deferred: false);
            await Expect.ProblemAsync(await admin.ScoreAsync("cup", 1, 1, 0), 503, "overloaded");
        }

        await Eventually.TrueAsync(async () => (await server.Http.GetStringAsync("/metrics")).Contains("livefeed_writes_oldest_wait_seconds{} 0\n", StringComparison.Ordinal));
    }

    [SqliteTheory]
    [InlineData("livefeed.db")]
    [InlineData("livefeed.db-wal")]
    public async Task A_file_that_vanishes_stops_writes_until_it_is_back(string name)
    {
        await using var server = await LiveFeedServer.OverAsync(data);
        var admin = await ScorekeeperAsync(await server.AdminAsync());
        var file = Path.Combine(data, name);
        File.Move(file, file + ".away");

        await Expect.ProblemAsync(await admin.ScoreAsync("cup", 1, 1, 0), 503, "storage_unavailable");
        Assert.Contains(server.Failures, failure => failure.Contains(name, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Http.GetAsync("/health/writes")).StatusCode);

        File.Move(file + ".away", file);
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 2, 0));
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/health/writes")).StatusCode);
    }

    [SqliteFact]
    public async Task A_file_that_vanishes_is_noticed_without_a_write_and_no_empty_one_takes_its_place()
    {
        await using var server = await LiveFeedServer.OverAsync(data);
        File.Move(DatabaseFile, DatabaseFile + ".away");
        await Eventually.TrueAsync(async () => (await server.Http.GetAsync("/health/writes")).StatusCode == HttpStatusCode.ServiceUnavailable);
        // Many at once need more connections than the pool has.
        var reads = Enumerable.Range(0, 20).Select(number => server.Http.GetAsync($"/api/events/none-{number}")).ToList();
        await Task.WhenAll(reads);
        Assert.False(File.Exists(DatabaseFile));
        File.Move(DatabaseFile + ".away", DatabaseFile);
        await Eventually.TrueAsync(async () => (await server.Http.GetAsync("/health/writes")).StatusCode == HttpStatusCode.OK);
    }

    [SqliteFact]
    public async Task Nobody_else_may_read_the_database()
    {
        if (OperatingSystem.IsWindows())
            return;
        await File.WriteAllBytesAsync(DatabaseFile, []);
        File.SetUnixFileMode(DatabaseFile, (UnixFileMode)0b110_100_100);
        await using var server = await LiveFeedServer.OverAsync(data);
        await server.AdminAsync();
        foreach (var file in new[] { "livefeed.db", "livefeed.db-wal", "livefeed.db-shm" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(data, file)));
    }

    [SqliteFact]
    public async Task Readers_that_never_pause_do_not_let_the_write_ahead_log_grow()
    {
        await using var server = await LiveFeedServer.OverAsync(data, "Database:MaxWalSize=1000000");
        var admin = await ScorekeeperAsync(await server.AdminAsync());
        await using var reader = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        await reader.OpenAsync();
        var wal = new FileInfo(DatabaseFile + "-wal");
        for (var points = 1; ; points++)
        {
            Assert.True(points < 5_000, $"The log has {wal.Length} bytes.");
            // Each snapshot is held until the next one is taken, so that SQLite's own checkpoint always finds a reader.
            await using var snapshot = reader.BeginTransaction(deferred: true);
            await using var count = reader.CreateCommand();
            count.CommandText = "SELECT count(*) FROM scores";
            await count.ExecuteScalarAsync();
            for (var write = 0; write < 20; write++)
                await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, ((points * 20) + write) % 900, 0));
            wal.Refresh();
            if (wal.Length > 1_200_000)
                break;
        }

        await Eventually.TrueAsync(async () =>
        {
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
            wal.Refresh();
            return wal.Length < 1_000_000;
        });
    }

    private static async Task<ApiUser> ScorekeeperAsync(ApiUser admin)
    {
        await admin.CreateEventAsync("cup", matches: 4);
        await admin.ClaimAsync("cup", 1);
        return admin;
    }
}
