using LiveFeed.IntegrationTests.Persistence;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>The next version takes the place of this one, without an interruption, and this one may come back.</summary>
public sealed class VersionFaultTests
{
    [ClusterFact]
    public async Task The_next_version_starts_beside_this_one_migrates_and_takes_its_place_and_this_one_still_starts()
    {
        await using var bench = await FaultBench.StartAsync(2);
        await bench.HealthyAsync();
        await bench.RunAsync(async () =>
        {
            var former = bench.Servers.ToList();
            await bench.AddNextVersionAsync();
            await bench.HealthyAsync();
            await bench.WorkGoesOnAsync();
            foreach (var server in former)
                await bench.RemoveAsync(server, server.StopAsync);
            await bench.WorkGoesOnAsync();
            await bench.AddAsync();
            await bench.HealthyAsync();
        });
        Assert.Equal(0, bench.Resets);
        bench.AssertAllCameBackInTime("server_draining");

        // As a migration does that is more than an addition.
        await bench.Postgres.ExecuteInAsync(bench.Database, "UPDATE schema_compatibility SET oldest_migration = 'Later'");
        var (code, error) = await bench.FailAsync();
        Assert.Equal(1, code);
        Assert.StartsWith($"livefeed: The database has the migration {NextVersion.Migration}, which this version of LiveFeed doesn't know.", error, StringComparison.Ordinal);
        await bench.AddNextVersionAsync();
    }
}
