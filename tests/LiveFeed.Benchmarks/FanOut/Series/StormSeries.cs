using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.FanOut.Series;

/// <summary>All readers reconnect at once, as after a restart of the server or of a hall's network.</summary>
internal sealed class StormSeries : ISeries
{
    private const int NearBehind = 10;
    private static readonly TimeSpan LetGoAfter = TimeSpan.FromSeconds(12);
    private const string LogReads = "livefeed_feed_log_reads_total";

    public string Name => "storm";

    public string About => "15,000 readers resume at once, half of them from beyond the server's memory (LiveFeed as shipped).";

    public async Task<string> RunAsync(Setting setting, CancellationToken cancellationToken)
    {
        var plan = setting.Plan;
        // Twice as many entries as the memory holds, within what a schedule may have.
        var entries = Math.Min(plan.MemoryEntries * 2, 9_000);
        var far = plan.MemoryEntries + (plan.MemoryEntries / 10);
        var rows = await setting.InterleaveAsync(
            "storm", [new LiveFeedScoresPeer()], _ => RunAsync(setting, entries, far, cancellationToken), cancellationToken);
        var table = new MarkdownTable(
            "readers", "behind", "caught up", "all caught up after s", "p50 ms", "p99 ms", "refused or cut", "entries per reader", "reads of the log");
        foreach (var row in rows.Where(row => row.Runs.Count > 0))
        {
            Add(table, row, plan.StormReaders / 2, NearBehind, storm => storm.Near, "");
            Add(table, row, plan.StormReaders / 2, far, storm => storm.Far, "of both: ");
        }

        var troubles = rows.SelectMany(row => row.Runs).SelectMany(run => new[] { run.Near, run.Far }).Where(half => half.Trouble.Length > 0)
            .Select(half => $"- In a run, {half["failed"]:N0} were refused and {half["closed"]:N0} cut; the first: {half.Trouble}.\n");
        return $"**{plan.StormReaders:N0} readers at once**, {plan.MemoryEntries:N0} entries in memory\n\n{table}\n{string.Concat(troubles)}{Notes.OfFailures(rows)}";
    }

    private static void Add(MarkdownTable table, Row<Storm> row, int readers, int behind, Func<Storm, LoadResult> half, string ofBoth)
    {
        var reads = row.Runs.All(run => run.LogReads is null) ? "n/a" : ofBoth + row.Of(run => run.LogReads ?? 0);
        table.Add(
            $"{readers:N0}", $"{behind:N0}", $"{row.Of(run => half(run)["finished"])}", $"{row.Of(run => half(run)["all_s"])}",
            $"{row.Of(run => half(run)["final_p50"])}", $"{row.Of(run => half(run)["final_p99"])}",
            $"{row.Of(run => half(run)["failed"] + half(run)["closed"])}", $"{row.Of(run => half(run)["most"])}", reads);
    }

    private static async Task<Storm> RunAsync(Setting setting, int entries, int far, CancellationToken cancellationToken)
    {
        await using var server = await Server.StartAsync(setting.ServerCore, $"--LiveFeed:Feed:MemoryEntries={setting.Plan.MemoryEntries}");
        await server.CreateEventAsync(LiveFeedPeer.Event);
        await server.PutMatchesAsync(LiveFeedPeer.Event, entries);
        var (epoch, head) = await HeadAsync(server);
        // A storm hits a server that has been running. By then it has dropped the pages of the log that it had read.
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(3));
        for (var round = 0; round < setting.Plan.WarmRounds; round++)
        {
            await ReconnectAsync(setting, server, epoch, head, far, 250, cancellationToken);
            await pause.WaitForNextTickAsync(cancellationToken);
        }

        await Task.Delay(LetGoAfter, cancellationToken);
        var before = await LogReadsAsync(server);
        var half = setting.Plan.StormReaders / 2;
        var near = ReconnectAsync(setting, server, epoch, head, NearBehind, half, cancellationToken);
        var results = await Task.WhenAll(near, ReconnectAsync(setting, server, epoch, head, far, half, cancellationToken));
        return new Storm(results[0], results[1], await LogReadsAsync(server) - (before ?? 0));
    }

    private static Task<LoadResult> ReconnectAsync(
        Setting setting, Server server, string epoch, long head, int behind, int readers, CancellationToken cancellationToken) => setting.Tool.RunAsync(
        [
            "reconnect", "--url", $"{server.Address}api/events/{LiveFeedPeer.Event}/stream", "--clients", $"{readers}",
            "--last-event-id", $"{epoch}.{head - behind}", "--final-id", $"{epoch}.{head}", "--pid", $"{server.Pid}",
            "--connect-timeout", $"{setting.Plan.StormSeconds}",
        ],
        TimeSpan.FromSeconds(setting.Plan.StormSeconds + 30),
        cancellationToken);

    /// <summary>Returns the feed's epoch and its last sequence. The cursor is <c>epoch.sequence</c>.</summary>
    private static async Task<(string Epoch, long Head)> HeadAsync(Server server)
    {
        var page = await server.Http.GetFromJsonAsync<JsonElement>($"/api/events/{LiveFeedPeer.Event}/feed");
        var parts = page.GetProperty("cursor").GetString()!.Split('.');
        return (parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Returns how often the server has read its log; null if it doesn't count that.</summary>
    private static async Task<double?> LogReadsAsync(Server server)
    {
        var lines = (await server.Http.GetStringAsync("/metrics")).Split('\n')
            .Where(line => line.StartsWith(LogReads, StringComparison.Ordinal))
            .Select(line => double.Parse(line.AsSpan(line.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture))
            .ToList();
        return lines.Count == 0 ? null : lines.Sum();
    }

    private sealed record Storm(LoadResult Near, LoadResult Far, double? LogReads)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"near: {Near["finished"]:N0} after {Near["all_s"]:N2} s, far: {Far["finished"]:N0} after {Far["all_s"]:N2} s with {Far["least"]:N0}..{Far["most"]:N0} entries each, log reads {LogReads?.ToString("N0", CultureInfo.InvariantCulture) ?? "n/a"}");
    }
}
