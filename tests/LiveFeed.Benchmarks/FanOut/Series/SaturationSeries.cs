using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.FanOut.Series;

/// <summary>Measures the most that a server can fan out.</summary>
internal sealed class SaturationSeries : ISeries
{
    /// <summary>How often, after the first failed step, a rate between it and the last good one is tried.</summary>
    private const int Refinements = 2;

    public string Name => "saturation";

    public string About => "The most deliveries per second with a p99 under 150 ms and nothing lost.";

    public async Task<string> RunAsync(Setting setting, CancellationToken cancellationToken)
    {
        var rows = await setting.InterleaveAsync(
            "saturation", setting.Peers.Where(peer => peer.IsPureFanOut), peer => ClimbAsync(setting, peer, cancellationToken), cancellationToken);
        var ratios = new Ratios<LoadResult>(rows, run => run["per_s"]);
        var table = new MarkdownTable(
            ["server", "deliveries/s at most", .. Ratios<LoadResult>.Columns, "messages/s", "p99 ms there", "CPU µs per delivery there", "load tool's core busy"]);
        foreach (var row in rows.Where(row => row.Runs.Count > 0))
        {
            table.Add(
            [
                row.Peer.Name, $"{row.Of(run => run["per_s"])}", .. ratios.Of(row), $"{row.Of(run => run["rate"])}", $"{row.Of(run => run.P99)}",
                $"{row.Of(run => run.CpuPerDelivery)}", $"{row.Of(run => run.ClientBusy)} %",
            ]);
        }

        return $"**{setting.Plan.SaturationReaders:N0} readers**, steps of {setting.Plan.SaturationSeconds} s, up to {setting.Plan.Pipeline} posts under way at once\n\n"
            + $"{table}\n{Notes.OfFailures(rows)}";
    }

    /// <summary>Returns the run with the highest rate that the server could keep up with.</summary>
    private static async Task<LoadResult> ClimbAsync(Setting setting, IPeer peer, CancellationToken cancellationToken)
    {
        var plan = setting.Plan;
        var (rate, good, bad, refined) = (plan.SaturationFrom, 0.0, double.PositiveInfinity, 0);
        LoadResult? best = null;
        var server = await StartAsync(setting, peer, cancellationToken);
        try
        {
            for (var step = 0; step < plan.SaturationSteps + Refinements && refined <= Refinements; step++)
            {
                var run = await setting.Tool.SubscribeAsync(
                    server, new Load(plan.SaturationReaders, rate), plan.SaturationSeconds, warmUp: 2,
                    ["--pipeline", $"{plan.Pipeline}", .. setting.Coalesced], cancellationToken);
                Console.WriteLine($"    {rate:N0} messages/s: {run}");
                if (Bears(run, plan))
                {
                    (best, good) = (run, rate);
                }
                else
                {
                    bad = rate;
                    // A backlog in the server must not burden the next step.
                    await server.DisposeAsync();
                    server = await StartAsync(setting, peer, cancellationToken);
                }

                refined += double.IsFinite(bad) && good > 0 ? 1 : 0;
                rate = double.IsInfinity(bad) ? rate * plan.SaturationFactor
                    : good > 0 ? Math.Sqrt(good * bad)
                    : rate / plan.SaturationFactor;
            }
        }
        finally
        {
            await server.DisposeAsync();
        }

        return best ?? throw new InvalidOperationException($"No rate down to {bad:N1} messages/s was borne.");
    }

    private static async Task<RunningPeer> StartAsync(Setting setting, IPeer peer, CancellationToken cancellationToken)
    {
        var server = await peer.StartAsync(setting.ServerCore, cancellationToken);
        await setting.Tool.WarmAsync(server, setting.Plan.WarmRounds, cancellationToken);
        return server;
    }

    private static bool Bears(LoadResult run, Plan plan) =>
        run.IsWhole && run.P99 < plan.SaturationP99 && run["published"] >= Math.Floor(run["rate"] * plan.SaturationSeconds);
}
