namespace LiveFeed.Benchmarks.FanOut.Series;

/// <summary>Measures how long a single message takes to reach the last of many readers.</summary>
internal sealed class LatencySeries : ISeries
{
    public string Name => "latency";

    public string About => "From a lone post to its first and last readers, among 10,000.";

    public async Task<string> RunAsync(Setting setting, CancellationToken cancellationToken)
    {
        var load = setting.Plan.Latency;
        var title = $"{load.Readers:N0} readers, {load.Rate:N0} messages/s";
        // Not coalesced: here the time of the receipt is what counts.
        var rows = await setting.InterleaveAsync(title, setting.Peers, async peer =>
        {
            await using var server = await peer.StartAsync(setting.ServerCore, cancellationToken);
            await setting.Tool.WarmAsync(server, setting.Plan.WarmRounds, cancellationToken);
            return await setting.Tool.SubscribeAsync(
                server, load, setting.Plan.LatencySeconds, setting.Plan.WarmUp, [], cancellationToken);
        }, cancellationToken);
        var ratios = new Ratios<LoadResult>(rows, run => run["last_p50"]);
        var table = new MarkdownTable(
            ["server", "to the last reader, p50 ms", .. Ratios<LoadResult>.Columns, "p99 ms", "max ms", "to any reader, p50 ms", "p99 ms"]);
        foreach (var row in rows.Where(row => row.Runs.Count > 0))
        {
            table.Add(
            [
                row.Peer.Name, $"{row.Of(run => run["last_p50"])}", .. ratios.Of(row), $"{row.Of(run => run["last_p99"])}",
                $"{row.Of(run => run["last_max"])}", $"{row.Of(run => run.P50)}", $"{row.Of(run => run.P99)}",
            ]);
        }

        return $"**{title}**, {setting.Plan.LatencySeconds} s\n\n{table}\n{Notes.Of(rows)}";
    }
}
