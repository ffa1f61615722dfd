using System.CommandLine;
using LiveFeed.Benchmarks;
using LiveFeed.Benchmarks.FanOut;
using LiveFeed.Benchmarks.Faults;
using LiveFeed.Benchmarks.Peers;
using LiveFeed.Benchmarks.Season;
using LiveFeed.Benchmarks.Soak;
using LiveFeed.Benchmarks.Tree;

var seconds = new Option<int>("--seconds") { Description = "How long each run lasts.", DefaultValueFactory = _ => 10 };
var readers = new Option<int>("--readers") { Description = "Streams.", DefaultValueFactory = _ => 1_000 };
var rate = new Option<int>("--rate") { Description = "Posts per second.", DefaultValueFactory = _ => 20 };

var postgres = new Option<bool>("--postgres") { Description = "On a PostgreSQL server of its own (Debian's package postgresql), in place of SQLite." };
var instances = new Option<int>("--instances") { Description = "Servers over one database.", DefaultValueFactory = _ => 1 };
var scorekeepers = new Option<int>("--scorekeepers") { Description = "Scorekeepers of each server.", DefaultValueFactory = _ => 50 };
var events = new Option<int>("--events") { Description = "Events that the scorekeepers are spread over.", DefaultValueFactory = _ => 1 };

var matches = new Option<int>("--matches") { Description = "Matches of each event, if not one for each scorekeeper; every fiftieth post is then final.", DefaultValueFactory = _ => 0 };
var tables = new Option<bool>("--tables") { Description = "With pools of four, whose standings follow; needs --matches." };

var writes = new Command("writes", "Score posts per second, durable.") { postgres, instances, scorekeepers, events, matches, tables, seconds };
writes.SetAction((parsed, _) => Scenarios.WritesAsync(
    parsed.GetValue(postgres), parsed.GetValue(instances), parsed.GetValue(scorekeepers), parsed.GetValue(events), parsed.GetValue(matches), parsed.GetValue(tables), parsed.GetValue(seconds)));
var reads = new Command("reads", "Lists and unchanged polls per second.") { seconds };
reads.SetAction((parsed, _) => Scenarios.ReadsAsync(parsed.GetValue(seconds)));
var webhooks = new Option<int>("--webhooks") { Description = "Webhooks that get the same.", DefaultValueFactory = _ => 0 };
var latency = new Command("latency", "From a post to its receipt by many streams.") { readers, rate, webhooks, seconds };
latency.SetAction((parsed, _) => Scenarios.LatencyAsync(parsed.GetValue(readers), parsed.GetValue(rate), parsed.GetValue(seconds), parsed.GetValue(webhooks)));

var signals = new Command("signals", "What signals and heartbeats of several instances cost Redis and an instance.") { seconds };
signals.SetAction((parsed, cancellationToken) => SignalCosts.MeasureAsync(TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancellationToken));

var root = new RootCommand("Measures LiveFeed on this machine. Build in Release; run when nothing else runs.")
{
    writes, reads, latency, FanOutCommand.Create(), SoakCommand.Create(), SeasonCommand.Create(),
    Serve(LoopBackServer.Command, LoopBackServer.RunAsync),
    Serve(TypedResultsServer.Command, TypedResultsServer.RunAsync),
    Serve(SignalRServer.Command, SignalRServer.RunAsync),
    signals, FaultsCommand.Create(), TreeCommand.Create(),
};
// Ending this program also ends the servers that it started. They get some time for that.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(15) });

// A peer of the fan-out comparison, which starts it as a separate process. Settings follow as --name=value.
Command Serve(string name, Func<string[], Task> run)
{
    var command = new Command(name) { Hidden = true, TreatUnmatchedTokensAsErrors = false };
    command.SetAction((_, _) => run(args[1..]));
    return command;
}
