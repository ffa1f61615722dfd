using System.Globalization;
using System.Text;
using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.FanOut.Series;

/// <summary>Measures what a second instance costs, and how long a post takes from one to the readers of the other.</summary>
internal sealed class InstancesSeries : ISeries
{
    private const int WarmUps = 6;

    public string Name => "instances";

    public string About =>
        "Two instances joined by Redis, beside one, and beside two of others: CPU per delivery, latency across instances. All of a peer's servers share a processor. --peers livefeed-scores leaves out the others.";

    public async Task<string> RunAsync(Setting setting, CancellationToken cancellationToken)
    {
        var load = setting.Plan.Instance;
        var both = load with { Readers = 2 * load.Readers };
        var (one, two, oneForBoth) = (new ClusterPeer(1), new ClusterPeer(2), new ClusterPeer(1));
        List<(IPeer Peer, Load Load)> runs =
        [
            (one, load), (two, both), (oneForBoth, both), .. Others(setting, readsElsewhere: false).Select(peer => (peer, both)),
            (new ClusterPeer(2, readsElsewhere: true), load), .. Others(setting, readsElsewhere: true).Select(peer => (peer, load)),
        ];
        var loads = runs.ToDictionary(run => run.Peer, run => run.Load);
        var rows = await setting.InterleaveAsync("instances", Present(runs.Select(run => run.Peer)), async peer =>
        {
            await using var server = await peer.StartAsync(setting.ServerCore, cancellationToken);
            await setting.Tool.WarmAsync(server, setting.Plan.WarmRounds, cancellationToken);
            // Each of two servers compiles its hot code with half of the messages, on the same processor.
            return await setting.Tool.SubscribeAsync(server, loads[peer], setting.Plan.CostSeconds, WarmUps * setting.Plan.WarmUp, setting.Coalesced, cancellationToken);
        }, cancellationToken);

        var table = new MarkdownTable("servers", "readers", "CPU µs per delivery", "p50 ms", "p99 ms", "post answered, p50 ms", "p99 ms", "bytes per delivery");
        foreach (var row in rows.Where(row => row.Runs.Count > 0))
        {
            table.Add(
                row.Peer.Name, $"{loads[row.Peer].Readers:N0}", $"{row.Of(run => run.CpuPerDelivery)}", $"{row.Of(run => run.P50)}", $"{row.Of(run => run.P99)}",
                $"{row.Of(run => run["pub_p50"])}", $"{row.Of(run => run["pub_p99"])}", Spread.Figure(row.Of(run => run.BytesPerDelivery)!.Value.Median));
        }

        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"**{load.Rate:N0} messages/s**, {setting.Plan.CostSeconds} s\n\n").Append(table).Append('\n')
            .Append(Pairs(rows, two, one, "half as many readers")).Append(Pairs(rows, two, oneForBoth, "as many readers")).Append(Notes.Of(rows)).ToString();
    }

    /// <summary>Compares the runs of two instances with those of one in the same rounds.</summary>
    private static string Pairs(IReadOnlyList<Row<LoadResult>> rows, IPeer two, IPeer one, string of)
    {
        var (ofTwo, ofOne) = (Runs(two), Runs(one));
        return ofTwo.Count == 0 || ofTwo.Count != ofOne.Count
            ? ""
            : $"A delivery by two instances costs ×{Spread.Of(ofTwo.Zip(ofOne, (left, right) => left.CpuPerDelivery / right.CpuPerDelivery))} of one by one instance with {of}; {ofTwo.Count} pairs.\n\n";

        List<LoadResult> Runs(IPeer peer) => rows.Where(row => row.Peer == peer && row.Failures.Count == 0).Select(row => row.Runs).FirstOrDefault([]);
    }

    private static IEnumerable<IPeer> Others(Setting setting, bool readsElsewhere)
    {
        var (signalR, nchan, socketIo) = (new SignalRPeer(), new NchanPeer(), new SocketIoPeer());
        return new (IPeer Alone, JoinedPeer Joined)[]
        {
            (signalR, new(signalR.Name, readsElsewhere, signalR.Missing(), SignalRPeer.StartJoinedAsync)),
            (nchan, new(nchan.Name, readsElsewhere, nchan.Missing(), NchanPeer.StartJoinedAsync)),
            (socketIo, new(socketIo.Name, readsElsewhere, socketIo.Missing(), (redis, core, cancellationToken) => socketIo.StartJoinedAsync(SocketIoPeer.PubSub, redis, core, cancellationToken))),
        }.Where(peer => setting.Peers.Any(chosen => chosen.Name == peer.Alone.Name)).Select(peer => peer.Joined);
    }

    private static IEnumerable<IPeer> Present(IEnumerable<IPeer> peers)
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
