using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.FanOut.Series;

/// <summary>Measures what slow readers cost the others and the server's memory.</summary>
internal sealed class SlowSeries : ISeries
{
    private static readonly List<string> Compared = ["livefeed", "nchan"];

    public string Name => "slow";

    public string About => "What readers that are slow, or never read, do to the others' latency and to the server's memory (livefeed, nchan).";

    public async Task<string> RunAsync(Setting setting, CancellationToken cancellationToken)
    {
        var plan = setting.Plan;
        var fast = plan.Slow.Readers - plan.SlowReaders;
        var rows = await setting.InterleaveAsync("slow readers", setting.Peers.Where(peer => Compared.Contains(peer.Name)), async peer => new Pair(
            await RunAsync(setting, peer, plan.Slow with { Readers = fast }, [], cancellationToken),
            await RunAsync(
                setting, peer, plan.Slow with { Readers = plan.Slow.Readers + plan.StuckReaders },
                ["--slow", $"{plan.SlowReaders}", "--stuck", $"{plan.StuckReaders}"], cancellationToken)), cancellationToken);
        var table = new MarkdownTable(
            "server", "p99 ms without", "p99 ms with", "with ÷ without", "lost by the others", "RSS growth MB without", "with", "closed by the server");
        foreach (var row in rows.Where(row => row.Runs.Count > 0))
        {
            table.Add(
                row.Peer.Name, $"{row.Of(pair => pair.Without.P99)}", $"{row.Of(pair => pair.With.P99)}",
                $"×{row.Of(pair => pair.With.P99 / pair.Without.P99)}", $"{row.Of(pair => pair.With.Lost)}",
                $"{row.Of(pair => Growth(pair.Without))}", $"{row.Of(pair => Growth(pair.With))}", $"{row.Of(pair => pair.With["slow_dropped"])}");
        }

        return $"**{fast:N0} readers that keep up**, {plan.Slow.Rate:N0} messages/s, {plan.SlowSeconds} s, without and with {plan.SlowReaders:N0} that read 1 KB/s "
            + $"and {plan.StuckReaders:N0} that never read\n\n{table}\n{Notes.OfFailures(rows)}";
    }

    private static async Task<LoadResult> RunAsync(
        Setting setting, IPeer peer, Load load, IReadOnlyList<string> more, CancellationToken cancellationToken)
    {
        await using var server = await peer.StartAsync(setting.ServerCore, cancellationToken);
        await setting.Tool.WarmAsync(server, setting.Plan.WarmRounds, cancellationToken);
        return await setting.Tool.SubscribeAsync(server, load, setting.Plan.SlowSeconds, setting.Plan.WarmUp, more, cancellationToken);
    }

    /// <summary>Returns the growth of memory in MB, from all readers connected and idle to the peak of the run.</summary>
    private static double Growth(LoadResult run) => (run["rss_peak_kb"] - run["rss_idle_kb"]) / 1024;

    private sealed record Pair(LoadResult Without, LoadResult With)
    {
        public override string ToString() => $"without: {Without}\n    with: {With}";
    }
}
