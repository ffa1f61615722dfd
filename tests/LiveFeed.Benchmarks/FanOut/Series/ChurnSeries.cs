using System.Diagnostics;
using System.Globalization;
using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.FanOut.Series;

/// <summary>Measures whether readers that connect and disconnect leave memory behind.</summary>
internal sealed class ChurnSeries : ISeries
{
    private const int AtOnce = 500;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    public string Name => "churn";

    public string About => "The server's memory before and after 100,000 readers came and went (LiveFeed).";

    public async Task<string> RunAsync(Setting setting, CancellationToken cancellationToken)
    {
        var rows = await setting.InterleaveAsync("churn", [new LiveFeedPeer()], _ => MeasureAsync(setting, cancellationToken), cancellationToken);
        var table = new MarkdownTable(
            "server", "connects/s", "failed", "CPU µs per connect", "RSS MB before", "after the first tenth", "after all", "settled", "settled after s");
        foreach (var row in rows.Where(row => row.Runs.Count > 0))
        {
            table.Add(
                row.Peer.Name, $"{row.Of(run => run.Tool["finished"] / run.Tool["all_s"])}", $"{row.Of(run => run.Tool["failed"])}",
                $"{row.Of(run => run.Tool["us_per_connection"])}", $"{row.Of(run => run.Before)}", $"{row.Of(run => run.AfterTenth)}",
                $"{row.Of(run => run.After)}", $"{row.Of(run => run.Settled)}", $"{row.Of(run => run.SettledAfter)}");
        }

        return $"**{setting.Plan.Churns:N0} connects and disconnects**, {AtOnce} at once\n\n{table}\n{Notes.OfFailures(rows)}";
    }

    private static async Task<Churn> MeasureAsync(Setting setting, CancellationToken cancellationToken)
    {
        await using var server = await LiveFeedPeer.StartServerAsync(setting.ServerCore, cancellationToken);
        var before = Megabytes(server);
        // The first readers make the runtime compile, and its heap and pools grow to their size. What counts is the memory that the others
        // add.
        await ChurnAsync(setting, server, setting.Plan.Churns / 10, cancellationToken);
        var (afterTenth, _) = await SettleAsync(setting, server, cancellationToken);
        var tool = await ChurnAsync(setting, server, setting.Plan.Churns * 9 / 10, cancellationToken);
        var after = Megabytes(server);
        var (settled, took) = await SettleAsync(setting, server, cancellationToken);
        return new Churn(tool, before, afterTenth, after, settled, took);
    }

    private static Task<LoadResult> ChurnAsync(Setting setting, Server server, int count, CancellationToken cancellationToken) => setting.Tool.RunAsync(
        [
            "churn", "--url", $"{server.Address}api/events/{LiveFeedPeer.Event}/stream", "--clients", $"{AtOnce}", "--count", $"{count}",
            "--pid", $"{server.Pid}", "--connect-timeout", "180",
        ],
        TimeSpan.FromSeconds(200),
        cancellationToken);

    /// <summary>
    /// Waits until the memory has changed by less than a hundredth for ten seconds. Returns the megabytes then, and how long it took.
    /// </summary>
    private static async Task<(double Megabytes, double Seconds)> SettleAsync(Setting setting, Server server, CancellationToken cancellationToken)
    {
        const int still = 10;
        var started = Stopwatch.GetTimestamp();
        var last = new Queue<double>();
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < setting.Plan.SettleAtMost)
        {
            await Task.Delay(LookEvery, cancellationToken);
            last.Enqueue(Megabytes(server));
            if (last.Count > still)
                last.Dequeue();
            if (last.Count == still && last.Max() - last.Min() < last.Max() / 100)
                break;
        }

        return (Megabytes(server), Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static double Megabytes(Server server) => server.Memory / 1024.0 / 1024;

    private sealed record Churn(LoadResult Tool, double Before, double AfterTenth, double After, double Settled, double SettledAfter)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Tool["finished"]:N0} of {Tool["count"]:N0} came and went, {Tool["failed"]:N0} failed; RSS MB {Before:N0}, {AfterTenth:N0} after a tenth, {After:N0} after all, settled at {Settled:N0} after {SettledAfter:N0} s");
    }
}
