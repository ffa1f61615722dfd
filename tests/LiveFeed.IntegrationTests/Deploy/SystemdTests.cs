using System.Diagnostics;
using System.Globalization;

namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>The unit of deploy/systemd.</summary>
public sealed class SystemdTests
{
    private const string Unit = "deploy/systemd/livefeed.service";

    [Fact]
    public async Task The_unit_gives_a_stop_the_time_that_it_takes_and_every_stream_a_file()
    {
        await using var server = await LiveFeedServer.StartAsync();
        Assert.True(DeployFiles.Seconds(Value("TimeoutStopSec")) > DeployFiles.StopTime(server));
        Assert.True(int.Parse(Value("LimitNOFILE"), CultureInfo.InvariantCulture) > int.Parse(KubernetesTests.Settings["LiveFeed__Streams__MaxPerInstance"], CultureInfo.InvariantCulture));
        Assert.Equal("on-failure", Value("Restart"));
    }

    /// <summary>systemd ignores what it doesn't know, so a typing error would take a protection away.</summary>
    [ProgramFact("systemd-analyze", "systemd")]
    public async Task Systemd_knows_every_line_of_the_unit()
    {
        var folder = Directory.CreateTempSubdirectory("livefeed-systemd-").FullName;
        try
        {
            // It also checks that the program exists.
            var unit = Path.Combine(folder, "livefeed.service");
            await File.WriteAllTextAsync(unit, Repository.Read(Unit).Replace($"ExecStart={Value("ExecStart")}", "ExecStart=/bin/true", StringComparison.Ordinal));
            var start = new ProcessStartInfo(InstalledProgram.Find("systemd-analyze")!, ["verify", unit]) { RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var faults = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            // Other units of the machine may have faults too.
            Assert.DoesNotContain("livefeed.service", faults, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static string Value(string key) =>
        Repository.Read(Unit).Split('\n').Single(line => line.StartsWith($"{key}=", StringComparison.Ordinal)).Split('=', 2)[1];
}
