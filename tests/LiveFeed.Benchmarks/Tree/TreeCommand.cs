using System.CommandLine;
using LiveFeed.Benchmarks.FanOut;

namespace LiveFeed.Benchmarks.Tree;

/// <summary>The command <c>tree</c>.</summary>
internal static class TreeCommand
{
    private const string Help = """
        Simulates many instances that Redis joins, and their readers, from what one of them was measured to cost.

        Nothing is measured here and no server runs. The same seed gives the same result. Without --readers it simulates the sizes of docs/scaling.md,
        and compares itself with what was measured of one and two instances.
        """;

    public static Command Create()
    {
        var (size, costs) = (new TreeSize(), new TreeCosts());
        var readers = new Option<int?>("--readers") { Description = "All readers: one simulation, of this size." };
        var instances = Number("--instances", "Instances.", size.Instances);
        var topics = Number("--topics", "Events at the same time.", size.Topics);
        var processors = Number("--processors", "Processors of an instance.", size.Processors);
        var rate = Real("--rate", "Commits per second and event.", size.Rate);
        var skew = Real("--skew", "The n-th event has 1/n to this power of the first one's readers.", size.Skew);
        var network = Real("--instance-network", "Gbit/s of an instance.", size.InstanceNetwork / 1e9);
        var redisNetwork = Real("--redis-network", "Gbit/s of Redis.", size.RedisNetwork / 1e9);
        var heartbeat = Real("--heartbeat-every", "Seconds between two heartbeats of an instance.", size.HeartbeatEvery);
        var seconds = Real("--seconds", "Simulated seconds.", size.Seconds);
        var seed = Number("--seed", "The seed of all draws.", size.Seed);
        var delivery = Real("--delivery", "µs of processor time of a delivery.", costs.Delivery.Median * 1e6);
        var signal = Real("--signal", "µs of a signal at an instance.", costs.Signal.Median * 1e6);
        var resume = Real("--resume", "µs of a reader who resumes.", costs.Resume.Median * 1e6);
        var commit = Real("--commit", "ms from a post to its commit.", costs.Commit.Median * 1e3);
        var write = new Option<string>("--write") { Description = "The Markdown file whose marked part the tables replace." };
        var command = new Command("tree", Help)
        {
            readers, instances, topics, processors, rate, skew, network, redisNetwork, heartbeat, seconds, seed, delivery, signal, resume, commit, write,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var given = new TreeCosts
            {
                Delivery = Scaled(costs.Delivery, parsed.GetValue(delivery) / 1e6),
                Signal = Scaled(costs.Signal, parsed.GetValue(signal) / 1e6),
                Resume = Scaled(costs.Resume, parsed.GetValue(resume) / 1e6),
                Commit = Scaled(costs.Commit, parsed.GetValue(commit) / 1e3),
            };
            var one = new TreeSize
            {
                Instances = parsed.GetValue(instances),
                Topics = parsed.GetValue(topics),
                Processors = parsed.GetValue(processors),
                Rate = parsed.GetValue(rate),
                Skew = parsed.GetValue(skew),
                InstanceNetwork = parsed.GetValue(network) * 1e9,
                RedisNetwork = parsed.GetValue(redisNetwork) * 1e9,
                HeartbeatEvery = parsed.GetValue(heartbeat),
                Seconds = parsed.GetValue(seconds),
                Seed = parsed.GetValue(seed),
            };
            var text = parsed.GetValue(readers) is { } all
                ? TreeTables.Sizes([one with { Readers = all }], given)
                : TreeTables.Sizes(TreeTables.Documented(one), given) + "\n" + TreeTables.Measured(one, given);
            Console.WriteLine(text);
            if (parsed.GetValue(write) is { } document)
                await Document.WriteAsync(document, "tree", text, cancellationToken);
        });
        return command;
    }

    private static Option<int> Number(string name, string about, int usual) => Above0(new Option<int>(name) { Description = about, DefaultValueFactory = _ => usual }, value => value > 0);

    private static Option<double> Real(string name, string about, double usual) =>
        Above0(new Option<double>(name) { Description = about, DefaultValueFactory = _ => usual }, value => value > 0 || name == "--skew");

    private static Option<T> Above0<T>(Option<T> option, Func<T, bool> isValid)
    {
        option.Validators.Add(given =>
        {
            if (!isValid(given.GetValueOrDefault<T>()!))
                given.AddError($"{option.Name} must be above 0.");
        });
        return option;
    }

    private static Spread99 Scaled(Spread99 spread, double median) => new(median, spread.P99 * median / spread.Median);
}
