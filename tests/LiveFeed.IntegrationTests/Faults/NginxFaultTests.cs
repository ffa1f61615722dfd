using System.Net;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>Instances behind the nginx of deploy come and go: it passes over them, and no read fails.</summary>
public sealed class NginxFaultTests
{
    private const int Displays = 4;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);

    [NginxClusterFact]
    public Task All_three_instances_are_restarted_one_after_another() => ReadThroughoutAsync("server_draining", async bench =>
    {
        foreach (var server in bench.Servers.ToList())
        {
            await bench.ReplaceAsync(server, server.StopAsync);
            await bench.HealthyAsync();
            await bench.WorkGoesOnAsync();
        }
    });

    // InstanceOutageTests has its readers in the short form.
    [LongNginxClusterFact]
    public Task An_instance_is_killed_and_started_again() => ReadThroughoutAsync(goodbye: null, async bench =>
    {
        var victim = bench.Servers[0];
        await bench.ReplaceAsync(victim, () =>
        {
            victim.Kill();
            return Task.CompletedTask;
        });
        await bench.HealthyAsync();
    });

    private static async Task ReadThroughoutAsync(string? goodbye, Func<FaultBench, Task> fault)
    {
        await using var bench = await FaultBench.StartAsync(3, settings: "Proxies:0=127.0.0.1");
        await bench.HealthyAsync();
        await bench.PutNginxInFrontAsync();
        using var over = new CancellationTokenSource();
        var displays = new List<Task<int>>();
        await bench.RunAsync(async () =>
        {
            displays.AddRange(Enumerable.Range(0, Displays).Select(_ => Task.Run(() => ReadAsync(bench.Client(), over.Token))));
            await fault(bench);
        });
        await over.CancelAsync();
        Assert.All(await Task.WhenAll(displays), reads => Assert.True(reads > 0));
        Assert.Equal(0, bench.Resets);
        bench.AssertAllCameBackInTime(goodbye);
    }

    /// <summary>Reads again and again, and returns how often. What a cache may not serve is among it.</summary>
    private static async Task<int> ReadAsync(HttpClient http, CancellationToken until)
    {
        var reads = 0;
        using var pace = new PeriodicTimer(Every);
        while (!until.IsCancellationRequested)
        {
            foreach (var path in new[] { "/api/events/cup/scores", "/api/events/cup/feed", $"/api/events/cup/feed?limit={1 + (reads % 50)}" })
            {
                using var response = await http.GetAsync(path, CancellationToken.None);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                reads++;
            }

            await pace.WaitForNextTickAsync(CancellationToken.None);
        }

        return reads;
    }
}
