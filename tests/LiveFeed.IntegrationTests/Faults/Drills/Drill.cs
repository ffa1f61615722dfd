using System.Diagnostics;

namespace LiveFeed.IntegrationTests.Faults.Drills;

/// <summary>A script of deploy/drills.</summary>
internal static class Drill
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs one. The test fails with what it wrote unless it ends with 0.</summary>
    public static async Task RunAsync(string name, Dictionary<string, string> environment)
    {
        var (code, output) = await EndAsync(name, environment);
        Assert.True(code == 0, $"{name} ended with {code}:\n{output}");
        Assert.Contains("PASSED", output, StringComparison.Ordinal);
    }

    /// <summary>Runs one. Returns its exit code, and what it wrote.</summary>
    public static async Task<(int Code, string Output)> EndAsync(string name, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(Repository.Folder, "deploy/drills", $"{name}.sh")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;
        using var process = Process.Start(start)!;
        try
        {
            var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync().WaitAsync(Patience);
            return (process.ExitCode, string.Concat(await output));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
