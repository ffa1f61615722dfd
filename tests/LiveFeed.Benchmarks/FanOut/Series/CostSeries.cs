using System.Globalization;
using System.Text;

namespace LiveFeed.Benchmarks.FanOut.Series;

/// <summary>Measures what a delivery costs the server while it keeps up.</summary>
internal sealed class CostSeries : ISeries
{
    public string Name => "cost";

    public string About => "What one delivery costs at loads that all can bear: server CPU, latency, memory per idle stream.";

    public async Task<string> RunAsync(Setting setting, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var load in setting.Plan.Cost)
        {
            var title = $"{load.Readers:N0} readers, {load.Rate:N0} messages/s";
            var rows = await setting.InterleaveAsync(title, setting.Peers, async peer =>
            {
                await using var server = await peer.StartAsync(setting.ServerCore, cancellationToken);
                await setting.Tool.WarmAsync(server, setting.Plan.WarmRounds, cancellationToken);
                return await setting.Tool.SubscribeAsync(
                    server, load, setting.Plan.CostSeconds, setting.Plan.WarmUp, setting.Coalesced, cancellationToken);
            }, cancellationToken);
            text.Append(CultureInfo.InvariantCulture, $"**{title}**, {setting.Plan.CostSeconds} s\n\n").Append(Table(rows)).Append('\n').Append(Notes.Of(rows));
        }

        return text.ToString();
    }

    private static MarkdownTable Table(IReadOnlyList<Row<LoadResult>> rows)
    {
        var ratios = new Ratios<LoadResult>(rows, run => run.CpuPerDelivery);
        var table = new MarkdownTable(
            ["server", "CPU µs per delivery", .. Ratios<LoadResult>.Columns, "p50 ms", "p99 ms", "RSS KB per idle stream", "bytes per delivery"]);
        foreach (var row in rows.Where(row => row.Runs.Count > 0))
        {
            table.Add(
            [
                row.Peer.Name, $"{row.Of(run => run.CpuPerDelivery)}", .. ratios.Of(row), $"{row.Of(run => run.P50)}", $"{row.Of(run => run.P99)}",
                $"{row.Of(run => run["kb_per_conn"])}", Spread.Figure(row.Of(run => run.BytesPerDelivery)!.Value.Median),
            ]);
        }

        return table;
    }
}
