using System.CommandLine;

namespace LiveFeed.Benchmarks.Season;

/// <summary>The command <c>season</c>.</summary>
internal static class SeasonCommand
{
    private const string Help = """
        A season's database beside a new one: how they start, migrate and serve, and how long old entries take to remove.

        Makes a SQLite database with that many events of 50 matches each, measures it, fills each event's log, and measures it again.
        """;

    public static Command Create()
    {
        var events = new Option<int>("--events") { Description = "Events, of 50 matches each.", DefaultValueFactory = _ => 200 };
        var entries = new Option<int>("--entries") { Description = "Entries of each event's feed.", DefaultValueFactory = _ => 25_000 };
        foreach (var option in new[] { events, entries })
            option.Validators.Add(given =>
            {
                if (given.GetValueOrDefault<int>() < 1)
                    given.AddError($"{option.Name} must be at least 1.");
            });
        var command = new Command("season", Help) { events, entries };
        command.SetAction((parsed, cancellationToken) => SeasonRun.RunAsync(parsed.GetValue(events), parsed.GetValue(entries), cancellationToken));
        return command;
    }
}
