using LiveFeed.Benchmarks.FanOut;

namespace LiveFeed.Benchmarks.Tree;

/// <summary>The tables of <c>docs/scaling.md</c>.</summary>
internal static class TreeTables
{
    /// <summary>What was measured of one and two instances on one processor (docs/performance.md, series <c>instances</c>, 2026-11-27): µs, ms, ms.</summary>
    private static readonly IReadOnlyList<(string About, TreeSize Size, double Cpu, double P50, double P99)> Runs =
    [
        ("one instance, 1,000 readers", Bench(1, 1_000), 8.75, 10.6, 19.7),
        ("one instance, 2,000 readers", Bench(1, 2_000), 8.12, 15.3, 28.0),
        ("two instances, 1,000 readers at each", Bench(2, 2_000), 8.25, 14.5, 28.2),
        ("two instances, 1,000 readers at the one that gets no posts", Bench(2, 1_000) with { ReadsElsewhere = true }, 9.65, 9.7, 16.0),
    ];

    /// <summary>Returns the sizes of the document.</summary>
    public static IEnumerable<TreeSize> Documented(TreeSize one) =>
        from of in new (int Readers, int Topics, int[] Instances)[] { (100_000, 20, [4]), (300_000, 60, [12]), (1_000_000, 200, [40, 100]) }
        from instances in of.Instances
        from processors in new[] { 1, 2 }
        select one with { Readers = of.Readers, Topics = of.Topics, Instances = instances, Processors = processors };

    public static string Sizes(IEnumerable<TreeSize> sizes, TreeCosts costs)
    {
        var table = new MarkdownTable(
            "spectators", "events", "instances × processors", "p50 ms", "p99 ms", "deliveries/s", "processors busy", "Redis messages/s", "Redis MB/s", "Redis busy",
            "all streams, Gbit/s", "an instance's Mbit/s", "its streams' MB", "back after one is lost, s", "after all are, s", "busiest");
        foreach (var size in sizes)
        {
            var result = new TreeRun(size, costs).Run();
            table.Add(
                $"{size.Readers:N0}", $"{size.Topics:N0}", $"{size.Instances} × {size.Processors}", Figure(result.P50 * 1e3), Figure(result.P99 * 1e3), $"{result.Deliveries:N0}",
                $"{result.Processor:P0}", $"{result.RedisMessages:N0}", Figure(result.RedisBytes / 1e6), $"{result.Redis:P0}", Figure(result.InstanceBytes * size.Instances * 8 / 1e9), $"{result.InstanceBytes * 8 / 1e6:N0}",
                $"{size.Readers / (double)size.Instances * costs.StreamBytes / 1e6:N0}", size.Instances == 1 ? "n/a" : Back(1), Back(size.Instances),
                $"{result.First.What}, {result.First.Share:P0}");

            string Back(int lost) => new TreeRun(size, costs).Return(lost) is var back && double.IsFinite(back) ? Figure(back) : "never";
        }

        return table.ToString();
    }

    /// <summary>Compares the simulation with what was measured.</summary>
    public static string Measured(TreeSize one, TreeCosts costs)
    {
        var table = new MarkdownTable("on one processor, 20 posts/s", "CPU µs per delivery, measured", "simulated", "p50 ms, measured", "simulated", "p99 ms, measured", "simulated");
        foreach (var (about, size, cpu, p50, p99) in Runs)
        {
            var result = new TreeRun(size with { Seed = one.Seed, Seconds = one.Seconds }, costs).Run();
            table.Add(
                about, Figure(cpu), Beside(result.Processor / result.Deliveries * 1e6, cpu), Figure(p50), Beside(result.P50 * 1e3, p50), Figure(p99),
                Beside(result.P99 * 1e3, p99));
        }

        return table.ToString();

        static string Beside(double simulated, double measured) => $"{Figure(simulated)} ({(simulated / measured) - 1:+0 %;-0 %})";
    }

    private static string Figure(double value) => Spread.Figure(value);

    // Over the loop-back interface, and to a load tool that sleeps for a millisecond between its reads.
    private static TreeSize Bench(int instances, int readers) => new()
    {
        Instances = instances,
        Readers = readers,
        Topics = 1,
        Rate = 20,
        IsSteady = true,
        Processors = 1,
        InstancesPerMachine = instances,
        InstanceNetwork = 1e12,
        RedisNetwork = 1e12,
        Wire = 0,
        ToReader = 0.5e-3,
    };
}
