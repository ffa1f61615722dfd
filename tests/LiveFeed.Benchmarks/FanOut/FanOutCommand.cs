using System.CommandLine;
using LiveFeed.Benchmarks.FanOut.Series;
using LiveFeed.Benchmarks.Peers;

namespace LiveFeed.Benchmarks.FanOut;

/// <summary>The command <c>fanout</c>.</summary>
internal static class FanOutCommand
{
    private static readonly List<string> Needed = ["gcc", "taskset"];

    private static readonly string Help = $"""
        Compares LiveFeed's fan-out with that of other servers: the same load on each in turn, by a load tool of our own.

        A run starts the server on one processor (--server-core) and the load tool on another (--client-core), everything on 127.0.0.x,
        and ends both. Runs are interleaved: every server once, then every server again; tables show the median of the repeats, and their
        range. A message is 200 bytes of JSON. Use a machine that does nothing else; all series take about two and a half
        hours.

        Takes gcc and taskset (util-linux); for nchan: nginx and libnginx-mod-nchan; for socketio and better-sse: Node.js 18 or later
        and npm, which downloads them at their first use. A server that can't be started is left out, and the output says so. 15,000
        readers take as many open files: ulimit -Hn must be above 16,000.

        Peers:
        {Lines(AllPeers.InOrder.Select(peer => (peer.Name, peer.About)))}

        Series:
        {Lines(AllSeries.InOrder.Select(series => (series.Name, series.About)))}
        """;

    public static Command Create()
    {
        var peers = new Option<string>("--peers") { Description = "Which servers, separated by commas; all unless given." };
        var series = new Option<string>("--series") { Description = "Which series, separated by commas; all unless given." };
        var repeat = new Option<int>("--repeat") { Description = "How often each run is made.", DefaultValueFactory = _ => 3 };
        var quick = new Option<bool>("--quick") { Description = "Few readers and short runs: shows that everything works, measures nothing." };
        var write = new Option<string>("--write") { Description = "The Markdown file whose marked parts the tables replace." };
        var serverCore = new Option<string>("--server-core") { Description = "The servers' processor.", DefaultValueFactory = _ => "0" };
        var clientCore = new Option<string>("--client-core") { Description = "The load tool's processor.", DefaultValueFactory = _ => "1" };
        var coalesce = new Option<int>("--coalesce")
        {
            Description = "Where CPU is measured, the load tool sleeps so many microseconds after each batch of reads.",
            DefaultValueFactory = _ => 1_000,
        };
        Names.MustName(peers, AllPeers.InOrder.Select(peer => peer.Name));
        Names.MustName(series, AllSeries.InOrder.Select(one => one.Name));
        var command = new Command("fanout", Help) { peers, series, repeat, quick, write, serverCore, clientCore, coalesce };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (Needed.Find(tool => InstalledProgram.Find(tool) is null) is { } missing)
            {
                Console.Error.WriteLine($"This takes {missing}. Debian has it in the packages gcc and util-linux.");
                return 1;
            }

            var setting = new Setting(
                parsed.GetValue(quick) ? Plan.Quick : Plan.Full,
                Present(Names.Chosen(parsed.GetValue(peers), AllPeers.InOrder, peer => peer.Name)),
                parsed.GetValue(repeat),
                parsed.GetValue(serverCore)!,
                await SseLoad.BuildAsync(parsed.GetValue(clientCore)!, cancellationToken),
                parsed.GetValue(coalesce));
            await RunAsync(setting, Names.Chosen(parsed.GetValue(series), AllSeries.InOrder, one => one.Name), parsed.GetValue(write), cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(Setting setting, IReadOnlyList<ISeries> series, string? write, CancellationToken cancellationToken)
    {
        if (write is not null)
            await Document.WriteAsync(write, "peers", await Machine.DescribeAsync(cancellationToken) + Rows(AllPeers.InOrder), cancellationToken);
        foreach (var one in series)
        {
            var text = Heading(setting) + await one.RunAsync(setting, cancellationToken);
            Console.WriteLine($"\n{text}");
            if (write is not null)
                await Document.WriteAsync(write, one.Name, text, cancellationToken);
        }
    }

    private static List<IPeer> Present(IReadOnlyList<IPeer> peers)
    {
        foreach (var peer in peers)
        {
            if (peer.Missing() is { } missing)
                Console.WriteLine($"{peer.Name} is left out. It needs {missing}");
        }

        return [.. peers.Where(peer => peer.Missing() is null)];
    }

    private static string Rows(IEnumerable<IPeer> peers) => string.Concat(peers.Select(peer => $"- `{peer.Name}`: {peer.About}\n"));

    private static string Heading(Setting setting) => setting.Plan == Plan.Quick
        ? "A quick run, to see whether everything works: **these figures mean nothing.**\n\n"
        : $"Measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}; {(setting.Repeat == 1 ? "one run" : $"median of {setting.Repeat} runs (and their range)")}.\n\n";

    private static string Lines(IEnumerable<(string Name, string About)> list) => string.Join('\n', list.Select(one => $"  {one.Name,-16} {one.About}"));
}
