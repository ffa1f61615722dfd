using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>Prometheus's own tool reads the configurations and the alerts, and tries the alerts on made-up values.</summary>
public sealed partial class PrometheusTests
{
    private const string Tests = "tests/LiveFeed.IntegrationTests/Deploy/livefeed.rules.test.yml";

    [ProgramFact("promtool", "prometheus")]
    public async Task Prometheus_accepts_the_configuration_of_compose() => Assert.Equal("", await FaultsAsync("check config", "deploy/prometheus/prometheus.yml"));

    [ProgramFact("promtool", "prometheus")]
    public async Task Prometheus_accepts_the_configuration_of_Kubernetes() =>
        Assert.Equal("", await FaultsAsync("check config", "deploy/prometheus/prometheus.kubernetes.yml", text => Discovery().Replace(text, "static_configs: [{targets: [a]}]\n")));

    [ProgramFact("promtool", "prometheus")]
    public async Task Every_alert_fires_when_it_should_and_not_otherwise() => Assert.Equal("", await FaultsAsync("test rules", Tests));

    /// <summary>An alert that no test fires may be one that can't.</summary>
    [Fact]
    public void Every_alert_is_tried()
    {
        var tests = Repository.Read(Tests);
        Assert.All(Alert.All, alert => Assert.Contains(alert.Name, tests, StringComparison.Ordinal));
    }

    /// <summary>Runs promtool in a folder with copies of a file and of the rules. Returns what it wrote if it found a fault.</summary>
    private static async Task<string> FaultsAsync(string command, string file, Func<string, string>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("livefeed-promtool-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, Path.GetFileName(file)), change?.Invoke(Repository.Read(file)) ?? Repository.Read(file));
            await File.WriteAllTextAsync(Path.Combine(folder, Path.GetFileName(DeployFiles.Rules)), Repository.Read(DeployFiles.Rules));
            var start = new ProcessStartInfo(InstalledProgram.Find("promtool")!, [.. command.Split(' '), Path.GetFileName(file)])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? "" : string.Concat(output);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    // Debian's Prometheus is built without the discovery of pods; all else in the file it knows.
    [GeneratedRegex(@"kubernetes_sd_configs:\n(?: {6}.*\n)+")]
    private static partial Regex Discovery();
}
