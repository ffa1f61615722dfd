using LiveFeed.IntegrationTests.Proxies;

namespace LiveFeed.IntegrationTests.Faults.Drills;

/// <summary>The drills of deploy/drills see what they must see, one after the other on the same two instances.</summary>
public sealed class DrillTests(DrillBench bench) : IClassFixture<DrillBench>
{
    [ClusterFact]
    public Task Redis_is_lost() => Drill.RunAsync("redis-lost", new(bench.Environment)
    {
        ["DRILL_REDIS_STOP"] = bench.Hooks.Command(bench.Redis.KillAsync),
        ["DRILL_REDIS_START"] = bench.Hooks.Command(bench.Redis.StartAgainAsync),
    });

    [ClusterFact]
    public Task An_instance_is_lost() => Drill.RunAsync("instance-lost", new(bench.Environment)
    {
        ["DRILL_INSTANCE_STOP"] = bench.Hooks.Command(() => bench.KillAsync(1)),
        ["DRILL_INSTANCE_START"] = bench.Hooks.Command(() => bench.StartAsync(1)),
    });

    [LongClusterFact]
    public Task A_feature_is_switched_off() => Drill.RunAsync("feature-off", new(bench.Environment) { ["DRILL_RESTART"] = bench.Restart });

    [ClusterFact]
    public Task The_signing_key_is_replaced() => Drill.RunAsync("key-rotated", new(bench.Environment)
    {
        ["LIVEFEED_SIGNING_KEY"] = DrillBench.SigningKey,
        ["DRILL_RESTART"] = bench.Restart,
    });

    [ClusterFact]
    public async Task The_certificate_of_nginx_is_replaced()
    {
        Assert.Null(InstalledProgram.WhyMissing("nginx"));
        var folder = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
        try
        {
            var (file, key) = (Path.Combine(folder, "fullchain.pem"), Path.Combine(folder, "privkey.pem"));
            using (var certificate = new ProxyCertificate())
            {
                File.Copy(certificate.File, file);
                File.Copy(certificate.File, key);
            }

            await using var nginx = await ProxyProcess.StartDeployedNginxAsync(file, key, new Uri(bench.AddressOf(1)), new Uri(bench.AddressOf(2)));
            await Drill.RunAsync("certificate-replaced", new(bench.Environment)
            {
                ["DRILL_URLS"] = $"https://{nginx.Http.BaseAddress!.Authority}",
                ["DRILL_CURL"] = "--insecure",
                ["LIVEFEED_CERTIFICATES"] = folder,
                ["DRILL_RELOAD"] = $"kill -HUP $(cat {nginx.Folder}/nginx.pid)",
            });
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>A drill that passes whatever happens would be worth nothing.</summary>
    [ClusterFact]
    public async Task A_drill_says_what_it_did_not_see()
    {
        var (code, output) = await Drill.EndAsync("redis-lost", new(bench.Environment)
        {
            ["DRILL_REDIS_STOP"] = "true",
            ["DRILL_REDIS_START"] = "true",
            ["DRILL_PATIENCE"] = "10",
        });
        Assert.Equal(1, code);
        Assert.Contains("FAILED: not within 10 s: ", output, StringComparison.Ordinal);
        Assert.Contains("says that Redis is away", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drill_that_lacks_a_variable_names_it()
    {
        var (code, output) = await Drill.EndAsync("database-failed-over", new() { ["DRILL_PROMOTE"] = "true" });
        Assert.Equal(2, code);
        Assert.Contains("Set DRILL_DATABASE_STOP", output, StringComparison.Ordinal);
    }
}
