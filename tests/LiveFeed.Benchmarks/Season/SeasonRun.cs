using System.Diagnostics;
using System.Globalization;

namespace LiveFeed.Benchmarks.Season;

/// <summary>Makes the databases and measures them.</summary>
internal static class SeasonRun
{
    public const int Matches = 50;

    public static string EventId(int number) => $"season-{number}";

    public static object Score(int match, int points) => new { matchId = match, sets = new[] { new { team1 = points % 900, team2 = 0 } }, status = "inProgress" };

    public static async Task RunAsync(int events, int entries, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("livefeed-season-").FullName;
        try
        {
            var database = new SeasonDatabase(Path.Combine(data, "livefeed.db"));
            await CreateAsync(data, events);
            var small = (await SeasonFigures.MeasureAsync(data, events), database.Size);
            var began = Stopwatch.GetTimestamp();
            for (var number = 1; number <= events; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await database.FillAsync(EventId(number), Matches, entries);
            }

            var filled = await database.ReadAsync("SELECT count(*) FROM feed_entries");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Filled with {filled:N0} entries in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s."));
            var season = (await SeasonFigures.MeasureAsync(data, events), database.Size);
            Print(small, season);
            await MigrateAsync(data, database);
            await CutAsync(data, database, events, cancellationToken);
        }
        finally
        {
            Directory.Delete(data, true);
        }
    }

    private static async Task CreateAsync(string data, int events)
    {
        await using var server = await Server.StartOverAsync(data);
        for (var number = 1; number <= events; number++)
        {
            await server.CreateEventAsync(EventId(number), Matches);
            for (var match = 1; match <= Matches; match++)
                await server.PostAsync($"/api/events/{EventId(number)}/scores", Score(match, 1));
        }
    }

    private static async Task MigrateAsync(string data, SeasonDatabase database)
    {
        await database.MigrateBackAsync();
        var began = Stopwatch.GetTimestamp();
        await using var server = await Server.StartOverAsync(data);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Started from the schema of before, with a copy of the file kept: {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s."));
    }

    /// <summary>Lets everything but the state of the feeds be removed as too old, while a scorekeeper posts.</summary>
    private static async Task CutAsync(string data, SeasonDatabase database, int events, CancellationToken cancellationToken)
    {
        // The copy that was kept.
        foreach (var copy in Directory.GetFiles(data).Where(file => !Path.GetFileName(file).StartsWith("livefeed.db-", StringComparison.Ordinal) && file.Contains(".db.", StringComparison.Ordinal)))
            File.Delete(copy);
        await database.RunAsync("UPDATE jobs SET due_at = created_at");
        var before = await database.ReadAsync("SELECT count(*) FROM feed_entries");
        await using var server = await Server.StartOverAsync(data, "--LiveFeed:Retention:FeedEntries=00:00:10", "--LiveFeed:Retention:Revisions=00:00:10");
        var began = Stopwatch.GetTimestamp();
        var posts = new List<double>();
        while (await server.MetricAsync("livefeed_jobs_attempts_total") == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var posted = Stopwatch.GetTimestamp();
            await server.PostAsync($"/api/events/{EventId(1 + (posts.Count % events))}/scores", Score(1, posts.Count));
            posts.Add(Stopwatch.GetElapsedTime(posted).TotalMilliseconds);
        }

        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var after = await database.ReadAsync("SELECT count(*) FROM feed_entries");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Removed {before - after:N0} entries, and as many revisions, in {took:F0} s; posts meanwhile: p50 {SeasonFigures.At(posts, 0.5):F1} ms, p99 {SeasonFigures.At(posts, 0.99):F1} ms, max {posts.Max():F1} ms. {after:N0} entries remain."));
    }

    private static void Print((SeasonFigures Figures, long Size) small, (SeasonFigures Figures, long Size) season)
    {
        Console.WriteLine("| | new | after a season |");
        Console.WriteLine("|---|---|---|");
        Row("file", FormattableString.Invariant($"{small.Size / 1e6:N0} MB"), FormattableString.Invariant($"{season.Size / 1e6:N0} MB"));
        Row("start of the process until it serves", small.Figures.Start, season.Figures.Start);
        Row("list of all events", small.Figures.Listing, season.Figures.Listing);
        Both("first read of a feed", figures => figures.FirstReads);
        Both("first page of a poll that is 10,000 entries behind", figures => figures.Resumes);
        Both("a post", figures => figures.Posts);
        Row("memory afterwards", FormattableString.Invariant($"{small.Figures.Memory:N0} MB"), FormattableString.Invariant($"{season.Figures.Memory:N0} MB"));

        void Both(string what, Func<SeasonFigures, IReadOnlyList<double>> values) => Row(what + ", p50 and max", Spread(values(small.Figures)), Spread(values(season.Figures)));
    }

    private static void Row(string what, double small, double season) => Row(what, FormattableString.Invariant($"{small:N0} ms"), FormattableString.Invariant($"{season:N0} ms"));

    private static void Row(string what, string small, string season) => Console.WriteLine($"| {what} | {small} | {season} |");

    private static string Spread(IReadOnlyList<double> values) => FormattableString.Invariant($"{SeasonFigures.At(values, 0.5):F1} ms, {values.Max():F1} ms");
}
