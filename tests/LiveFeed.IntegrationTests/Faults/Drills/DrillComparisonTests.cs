using System.Diagnostics;

namespace LiveFeed.IntegrationTests.Faults.Drills;

/// <summary>What a drill takes for a loss, without any server: a reader's bytes, connection by connection, and the points of the log.</summary>
public sealed class DrillComparisonTests
{
    private const string Snapshot = "retry: 1000\nid: e.5.a\ndata: {\"type\":\"snapshot\",\"entries\":[]}\n\n";

    [Fact]
    public Task A_reader_that_has_everything_passes() => CompareAsync("", "1 2 3", Snapshot + Entry(6, 1) + ": keep-alive\n" + Entry(7, 2) + Entry(8, 3));

    [Fact]
    public Task An_entry_that_was_cut_off_and_came_again_is_no_repeat() => CompareAsync("", "1 2", Snapshot + Entry(6, 1) + Entry(7, 2)[..20], Entry(7, 2));

    [Fact]
    public Task A_goodbye_is_no_entry() => CompareAsync("", "1 2", Snapshot + Entry(6, 1) + "event: bye\ndata: {\"code\":\"server_draining\"}\n\n", Entry(7, 2));

    [Fact]
    public Task What_came_before_a_reset_does_not_count() =>
        CompareAsync("", "1 4", Snapshot + Entry(6, 1) + Entry(7, 2) + Entry(8, 3), "id: e.6.a\ndata: {\"type\":\"snapshot\",\"reset\":\"other-history\",\"entries\":[" + Score(1) + "]}\n\n" + Entry(7, 4));

    [Fact]
    public Task A_missing_entry_is_a_loss() => CompareAsync("got entry 6 and then 8", "1 2 3", Snapshot + Entry(6, 1), Entry(8, 3));

    [Fact]
    public Task An_entry_that_came_twice_is_noticed() => CompareAsync("got entry 6 and then 6", "1 2", Snapshot + Entry(6, 1), Entry(6, 1) + Entry(7, 2));

    [Fact]
    public Task Points_that_the_log_has_not_are_noticed() => CompareAsync("has other points than the log", "1 2", Snapshot + Entry(6, 1) + Entry(7, 3));

    private static string Score(int points) => $$"""{"type":"score-update","eventId":"cup","key":"score/1","matchId":1,"sets":[{"team1":{{points}},"team2":0}],"status":"inProgress"}""";

    private static string Entry(int sequence, int points) => $"id: e.{sequence}.a\ndata: {Score(points)}\n\n";

    private static async Task CompareAsync(string fault, string log, params string[] connections)
    {
        var work = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(work, "log"), log.Replace(' ', '\n') + "\n");
            for (var i = 0; i < connections.Length; i++)
                await File.WriteAllTextAsync(Path.Combine(work, $"reader.1.{i + 1:0000}"), connections[i]);
            // The last argument is the name of the script: it says where the others are.
            var library = Path.Combine(Repository.Folder, "deploy/drills/lib.sh");
            using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $". {library}; work={work}; hold_against_log 1", library]) { RedirectStandardError = true })!;
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(errors.Contains(fault, StringComparison.Ordinal) && process.ExitCode == (fault.Length == 0 ? 0 : 1), errors);
        }
        finally
        {
            Directory.Delete(work, true);
        }
    }
}
