using System.CommandLine;

namespace LiveFeed.Benchmarks.Soak;

/// <summary>The command <c>soak</c>.</summary>
internal static class SoakCommand
{
    private const string Help = """
        Hours of steady load over one SQLite file: what grows, and what stays flat.

        Scorekeepers post on a schedule that doesn't wait for a slow server. Streams, a reader that polls every second, and one that comes
        back every three minutes follow each event, and check that they get every entry once and in order. A line is printed each minute.
        The exit code is 1 if a post failed, or a reader missed an entry or got one twice.
        """;

    public static Command Create()
    {
        var minutes = new Option<int>("--minutes") { Description = "How long.", DefaultValueFactory = _ => 60 };
        var rate = new Option<int>("--rate") { Description = "Posts per second, over all events.", DefaultValueFactory = _ => 200 };
        var events = new Option<int>("--events") { Description = "Events, of 50 matches each.", DefaultValueFactory = _ => 4 };
        var readers = new Option<int>("--readers") { Description = "Streams, over all events.", DefaultValueFactory = _ => 200 };
        foreach (var option in new[] { minutes, rate, events, readers })
            option.Validators.Add(given =>
            {
                if (given.GetValueOrDefault<int>() < 1)
                    given.AddError($"{option.Name} must be at least 1.");
            });
        var command = new Command("soak", Help) { minutes, rate, events, readers };
        command.SetAction((parsed, cancellationToken) => SoakRun.RunAsync(
            parsed.GetValue(minutes), parsed.GetValue(rate), parsed.GetValue(events), parsed.GetValue(readers), cancellationToken));
        return command;
    }
}
