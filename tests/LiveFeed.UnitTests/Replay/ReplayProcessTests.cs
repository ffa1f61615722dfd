using System.Diagnostics;
using System.Globalization;
using LiveFeed.Api.Replay;

namespace LiveFeed.UnitTests.Replay;

/// <summary>The replay as a process of its own, which gets signals.</summary>
public sealed class ReplayProcessTests
{
    [Theory]
    [InlineData("TERM")]
    public async Task A_replay_that_is_interrupted_releases_its_claim_and_says_how_it_goes_on(string signal)
    {
        await using var api = await StubApi.StartAsync();
        string[] arguments =
            ["replay", FootballFiles.PathOf(FootballFiles.Cup), "--to", api.Http.BaseAddress!.ToString(), "--email", "a@example.invalid", "--password", "p", "--speed", "1"];
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(ReplayCommand).Assembly.Location, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        try
        {
            var (error, output) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
            await Eventually.TrueAsync(() => Task.FromResult(api.Of("POST /api/events/tree-cup-2031/scores").Any()));

            using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]))
                await kill.WaitForExitAsync();

            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(1, process.ExitCode);
            var lines = (await error).TrimEnd().Split('\n');
            Assert.Equal("replay interrupted", lines[0]);
            Assert.StartsWith("the replay stopped at 2031-06-01 ", lines[1]);
            Assert.Contains("--from 2031-06-01T1", lines[1]);
            Assert.Single(api.Of("DELETE /api/events/tree-cup-2031/claims/1"));
            await output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
