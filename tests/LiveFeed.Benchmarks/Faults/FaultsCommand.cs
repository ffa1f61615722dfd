using System.CommandLine;
using System.Globalization;
using System.Text;
using LiveFeed.Benchmarks.FanOut;
using LiveFeed.Benchmarks.Faults.Peers;

namespace LiveFeed.Benchmarks.Faults;

/// <summary>The command <c>faults</c>.</summary>
internal static class FaultsCommand
{
    private static readonly string Help = $"""
        Counts what readers lose while something fails between two servers that a Redis joins.

        Messages are posted to the first server at a steady rate, one after the other; readers are at both. Redis keeps an append-only file, so that a
        server which stores messages there has them again. Readers and the poster go by way of a relay that stands for a balancer. What is counted doesn't
        depend on how quiet the machine is; the times of silence do, a little.

        Servers:
        {Lines(AllFaultPeers.InOrder.Select(peer => (peer.Name, peer.About)))}

        Faults:
        {Lines(Fault.InOrder.Select(fault => (fault.Name, string.Format(CultureInfo.InvariantCulture, fault.About, "some"))))}
        """;

    public static Command Create()
    {
        var peers = new Option<string>("--peers") { Description = "Which servers, separated by commas; all unless given." };
        var faults = new Option<string>("--faults") { Description = "Which faults, separated by commas; all unless given." };
        var readers = new Option<int>("--readers") { Description = "Readers at each of the two servers.", DefaultValueFactory = _ => 25 };
        var rate = new Option<int>("--rate") { Description = "Messages per second.", DefaultValueFactory = _ => 20 };
        var before = new Option<int>("--before") { Description = "Seconds of posts before the fault.", DefaultValueFactory = _ => 5 };
        var lasts = new Option<int>("--lasts") { Description = "Seconds that Redis is away.", DefaultValueFactory = _ => 5 };
        var after = new Option<int>("--after") { Description = "Seconds of posts after the fault.", DefaultValueFactory = _ => 20 };
        var repeat = new Option<int>("--repeat") { Description = "How often each run is made.", DefaultValueFactory = _ => 3 };
        var write = new Option<string>("--write") { Description = "The Markdown file whose marked part the tables replace." };
        Names.MustName(peers, AllFaultPeers.InOrder.Select(peer => peer.Name));
        Names.MustName(faults, Fault.InOrder.Select(fault => fault.Name));
        var command = new Command("faults", Help) { peers, faults, readers, rate, before, lasts, after, repeat, write };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (InstalledProgram.WhyMissing("redis-server") is { } missing)
            {
                Console.Error.WriteLine(missing);
                return 1;
            }

            var run = new FaultRun(parsed.GetValue(readers), parsed.GetValue(rate), Seconds(before), Seconds(lasts), Seconds(after));
            var text = await RunAsync(
                run, Names.Chosen(parsed.GetValue(peers), AllFaultPeers.InOrder, peer => peer.Name),
                Names.Chosen(parsed.GetValue(faults), Fault.InOrder, fault => fault.Name), parsed.GetValue(repeat), cancellationToken);
            Console.WriteLine($"\n{text}");
            if (parsed.GetValue(write) is { } document)
                await Document.WriteAsync(document, "faults", text, cancellationToken);
            return 0;

            TimeSpan Seconds(Option<int> option) => TimeSpan.FromSeconds(parsed.GetValue(option));
        });
        return command;
    }

    private static async Task<string> RunAsync(
        FaultRun run, IReadOnlyList<IFaultPeer> peers, IReadOnlyList<Fault> faults, int repeat, CancellationToken cancellationToken)
    {
        var results = new Dictionary<(IFaultPeer, Fault), List<FaultResult>>();
        var text = new StringBuilder(FormattableString.Invariant(
            $"Measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}; {run.Readers} readers at each server, {run.Rate} messages/s; "))
            .Append(repeat == 1 ? "one run.\n\n" : FormattableString.Invariant($"median of {repeat} runs (and their range).\n\n"));
        foreach (var peer in peers)
            text.Append(CultureInfo.InvariantCulture, $"- `{peer.Name}`: {peer.About}\n");
        for (var round = 1; round <= repeat; round++)
        {
            foreach (var fault in faults)
            {
                foreach (var peer in peers)
                {
                    Console.WriteLine($"{fault.Name}, {peer.Name}, {round} of {repeat}");
                    if (peer.Missing() is { } missing)
                    {
                        Console.WriteLine($"    left out. It needs {missing}");
                        continue;
                    }

                    try
                    {
                        var result = await run.RunAsync(peer, fault, cancellationToken);
                        Console.WriteLine($"    {result}");
                        if (!results.TryAdd((peer, fault), [result]))
                            results[(peer, fault)].Add(result);
                    }
                    catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                    {
                        text.Append(CultureInfo.InvariantCulture, $"- `{peer.Name}`, {fault.Name}: a run failed: {exception.Message.ReplaceLineEndings(" ")}\n");
                        Console.WriteLine($"    failed: {exception.Message}");
                    }
                }
            }
        }

        foreach (var fault in faults)
            text.Append(CultureInfo.InvariantCulture, $"\n**{string.Format(CultureInfo.InvariantCulture, fault.About, run.Lasts.TotalSeconds)}**\n\n").Append(Table(fault, peers, results));
        return text.Append('\n').ToString();
    }

    private static MarkdownTable Table(Fault fault, IReadOnlyList<IFaultPeer> peers, Dictionary<(IFaultPeer, Fault), List<FaultResult>> results)
    {
        var table = new MarkdownTable(
            "servers", "posted", "acknowledged", "deliveries due", "received once", "lost", "doubled", "out of order", "longest silence s");
        foreach (var peer in peers)
        {
            if (!results.TryGetValue((peer, fault), out var runs))
                continue;
            table.Add(
                peer.Name, Of(run => run.Posted), Of(run => run.Acknowledged), Of(run => run.Counts.Expected), Of(run => run.Counts.Once), Of(run => run.Counts.Lost),
                Of(run => run.Counts.Doubled), Of(run => run.Counts.OutOfOrder), Of(run => run.Counts.Silence.TotalSeconds));

            string Of(Func<FaultResult, double> figure) => $"{Spread.Of(runs.Select(figure))}";
        }

        return table;
    }

    private static string Lines(IEnumerable<(string Name, string About)> list) => string.Join('\n', list.Select(one => $"  {one.Name,-16} {one.About}"));
}
