namespace LiveFeed.IntegrationTests.Faults.Drills;

/// <summary>The drill of deploy/drills for one instance over a SQLite file.</summary>
public sealed class SqliteDrillTests
{
    [SqliteFact]
    public async Task A_copy_of_the_file_is_put_back()
    {
        var data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
        var address = $"http://127.0.0.1:{LocalPort.FindFree()}";
        await using var hooks = new DrillHooks();
        var server = await ServerProcess.StartWithinAsync([], data, $"/urls={address}");
        try
        {
            await Drill.RunAsync("restored-sqlite", new()
            {
                ["LIVEFEED_ADMIN_EMAIL"] = LiveFeedServer.AdminEmail,
                ["LIVEFEED_ADMIN_PASSWORD"] = LiveFeedServer.Password,
                ["DRILL_URLS"] = address,
                ["DRILL_INSTANCES"] = address,
                ["DRILL_DATA"] = data,
                ["DRILL_INSTANCE_STOP"] = hooks.Command(server.StopAsync),
                ["DRILL_INSTANCE_START"] = hooks.Command(async () => server = await ServerProcess.StartWithinAsync([], data, $"/urls={address}")),
            });
        }
        finally
        {
            server.Dispose();
            Directory.Delete(data, true);
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class SqliteFactAttribute : FactAttribute
    {
        public SqliteFactAttribute() => Skip = Environment.GetEnvironmentVariable("LIVEFEED_TEST_DATABASE") is not null
            ? "This run is about database servers."
            : InstalledProgram.WhyMissing("sqlite3");
    }
}
