using System.CommandLine;
using LiveFeed.Benchmarks;

var seconds = new Option<int>("--seconds") { Description = "How long each run lasts.", DefaultValueFactory = _ => 10, Recursive = true };
var readers = new Option<int>("--readers") { Description = "Streams.", DefaultValueFactory = _ => 1_000 };
var rate = new Option<int>("--rate") { Description = "Posts per second.", DefaultValueFactory = _ => 20 };

var writes = new Command("writes", "Score posts per second, durable, by 50 scorekeepers.");
writes.SetAction((parsed, _) => Scenarios.WritesAsync(parsed.GetValue(seconds)));
var reads = new Command("reads", "Lists and unchanged polls per second.");
reads.SetAction((parsed, _) => Scenarios.ReadsAsync(parsed.GetValue(seconds)));
var latency = new Command("latency", "From a post to its receipt by many streams.") { readers, rate };
latency.SetAction((parsed, _) => Scenarios.LatencyAsync(parsed.GetValue(readers), parsed.GetValue(rate), parsed.GetValue(seconds)));

var root = new RootCommand("Measures LiveFeed on this machine. Build in Release; run when nothing else runs.") { writes, reads, latency };
root.Options.Add(seconds);
return await root.Parse(args).InvokeAsync();
