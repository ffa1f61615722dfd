using System.Globalization;
using System.Text;
using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.FanOut.Series;

/// <summary>Measures what a second instance costs, and how long a post takes from one to the readers of the other.</summary>
internal sealed class InstancesSeries : ISeries
{
    private const int WarmUps = 6;

    public string Name => "instances";

    public string About => "Two instances joined by Redis, beside one, and beside two of others: CPU per delivery, latency across instances. All of a peer's servers share a processor.";

    public async Task<string> RunAsync(Setting setting, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var (title, load, peers) in new (string, Load, IReadOnlyList<IPeer>)[]
        {
            ("one", setting.Plan.Instance, [new ClusterPeer(1)]),
            ("both", setting.Plan.Instance with { Readers = 2 * setting.Plan.Instance.Readers }, [new ClusterPeer(1), new ClusterPeer(2), .. Others(false)]),
            ("across", setting.Plan.Instance, [new ClusterPeer(2, readsElsewhere: true), .. Others(true)]),
        })
        {
            var rows = await setting.InterleaveAsync($"{title}: {load.Readers:N0} readers, {load.Rate:N0} messages/s", Present(peers), async peer =>
            {
                await using var server = await peer.StartAsync(setting.ServerCore, cancellationToken);
                await setting.Tool.WarmAsync(server, setting.Plan.WarmRounds, cancellationToken);
                // Each of two servers compiles its hot code with half of the messages, on the same processor.
                return await setting.Tool.SubscribeAsync(server, load, setting.Plan.CostSeconds, WarmUps * setting.Plan.WarmUp, setting.Coalesced, cancellationToken);
            }, cancellationToken);
            var table = new MarkdownTable(["servers", "CPU µs per delivery", "p50 ms", "p99 ms", "bytes per delivery"]);
            foreach (var row in rows.Where(row => row.Runs.Count > 0))
                table.Add([row.Peer.Name, $"{row.Of(run => run.CpuPerDelivery)}", $"{row.Of(run => run.P50)}", $"{row.Of(run => run.P99)}", Spread.Figure(row.Of(run => run.BytesPerDelivery)!.Value.Median)]);
            text.Append(CultureInfo.InvariantCulture, $"**{load.Readers:N0} readers, {load.Rate:N0} messages/s**, {setting.Plan.CostSeconds} s\n\n").Append(table).Append('\n').Append(Notes.Of(rows));
        }

        return text.ToString();
    }

    private static IEnumerable<IPeer> Others(bool readsElsewhere)
    {
        var (signalR, nchan) = (new SignalRPeer(), new NchanPeer());
        yield return new JoinedPeer(signalR.Name, readsElsewhere, signalR.Missing(), SignalRPeer.StartJoinedAsync);
        yield return new JoinedPeer(nchan.Name, readsElsewhere, nchan.Missing(), NchanPeer.StartJoinedAsync);
    }

    private static IEnumerable<IPeer> Present(IReadOnlyList<IPeer> peers)
    {
        foreach (var peer in peers)
        {
            if (peer.Missing() is { } missing)
                Console.WriteLine($"Without {peer.Name}: {missing}");
            else
                yield return peer;
        }
    }
}
