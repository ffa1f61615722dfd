using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>Whatever happens to the database server, nothing acknowledged is lost, nothing runs twice, and open streams stay open.</summary>
public sealed class DatabaseFaultTests
{
    [ClusterFact]
    public async Task The_database_server_is_restarted()
    {
        await using var bench = await FaultBench.StartAsync(2);
        await bench.HealthyAsync();
        await bench.RunAsync(bench.Postgres.RestartAsync);
        Assert.Equal((0, 4), (bench.Resets, bench.Connections));
    }

    [LongClusterFact]
    public async Task All_connections_are_cut_again_and_again()
    {
        await using var bench = await FaultBench.StartAsync(2);
        await bench.HealthyAsync();
        await bench.RunAsync(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await bench.Postgres.CutConnectionsAsync(bench.Database);
                await Task.Yield();
            }
        });
        Assert.Equal((0, 4), (bench.Resets, bench.Connections));
    }

    [ClusterFact]
    public async Task The_database_server_is_frozen_while_streams_and_reads_of_what_is_in_memory_go_on()
    {
        await using var bench = await FaultBench.StartAsync(2, settings: "Database:MaxWriteWait=00:00:02");
        await bench.HealthyAsync();
        await bench.RunAsync(async () =>
        {
            await bench.Postgres.FreezeAsync();
            using var http = FaultBench.ClientOf(bench.Servers[0]);
            Assert.True((await http.GetFromJsonAsync<JsonElement>("/api/events/cup/feed")).TryGetProperty("cursor", out _));
            Assert.Equal(200, (int)(await http.GetAsync("/health/ready")).StatusCode);
            await Eventually.TrueAsync(async () => (int)(await http.GetAsync("/health/writes")).StatusCode == 503);
            await bench.Postgres.ThawAsync();
        });
        Assert.Equal((0, 4), (bench.Resets, bench.Connections));
    }

    [ClusterFact]
    public async Task The_database_is_put_back_to_a_backup_while_instances_run()
    {
        await using var bench = await FaultBench.StartAsync(2);
        await bench.HealthyAsync();
        var admin = await LiveFeedServer.AdminAsync(bench.Client());
        await admin.CreateEventAsync("cup", 1);
        await admin.ClaimAsync("cup", 1);
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        var streams = new List<StreamClient>();
        foreach (var server in bench.Servers)
            streams.Add(await StreamClient.OpenAsync(FaultBench.ClientOf(server), "/api/events/cup/stream"));
        var kept = new List<StreamItem>();
        foreach (var stream in streams)
            kept.Add((await stream.NextAsync())!);

        await bench.Postgres.CopyAsync();
        for (var points = 2; points <= 6; points++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));
        foreach (var stream in streams)
            await stream.UntilAsync(item => item.Kind == "score-update" && Points(item.Data) == 6);
        await bench.Postgres.PutBackAsync();

        // As long as the history that was lost, and longer: only its checks tell it from that.
        for (var points = 7; points <= 13; points++)
            await Expect.SuccessAsync(await ScoreWhenBackAsync(admin, points));
        foreach (var (stream, before) in streams.Zip(kept))
        {
            var snapshot = await stream.NextAsync();
            Assert.Equal(("snapshot", "other-history"), (snapshot!.Kind, snapshot.Data.GetProperty("reset").GetString()));
            var (points, position) = (Points(snapshot.Data.GetProperty("entries").EnumerateArray().Single(entry => entry.GetProperty("type").GetString() == "score-update")), snapshot.Sequence);
            Assert.InRange(points, 1, 13);
            Assert.True(position >= before.Sequence);
            while (points < 13)
            {
                var item = (await stream.NextAsync())!;
                var next = Points(item.Data);
                Assert.Equal((position + 1, points == 1 ? 7 : points + 1), (item.Sequence, next));
                (position, points) = (item.Sequence, next);
            }

            await stream.DisposeAsync();
        }
    }

    private static async Task<HttpResponseMessage> ScoreWhenBackAsync(ApiUser admin, int points)
    {
        HttpResponseMessage? response = null;
        await Eventually.TrueAsync(async () => (response = await admin.ScoreAsync("cup", 1, points, 0, clientUpdateId: $"p{points}")).IsSuccessStatusCode);
        return response!;
    }

    private static int Points(JsonElement entry) => entry.GetProperty("sets")[0].GetProperty("team1").GetInt32();
}
