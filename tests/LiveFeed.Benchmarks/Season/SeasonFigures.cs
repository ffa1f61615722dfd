using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.Benchmarks.Season;

/// <summary>How a server does over a database. Times in milliseconds, memory in megabytes.</summary>
/// <param name="Start">From the start of the process until it serves.</param>
/// <param name="Listing">One list of all events.</param>
/// <param name="FirstReads">The first read of each of some feeds: its state is built from the log.</param>
/// <param name="Resumes">A poll that is 10,000 entries behind (or all of them), its first page.</param>
/// <param name="Posts">Posts of scores, one after another, to events whose feeds are in memory.</param>
/// <param name="Memory">What the process takes afterwards.</param>
internal sealed record SeasonFigures(double Start, double Listing, IReadOnlyList<double> FirstReads, IReadOnlyList<double> Resumes, IReadOnlyList<double> Posts, double Memory)
{
    private const int Feeds = 20;
    private const int Behind = 10_000;
    private const int PostCount = 200;

    public static async Task<SeasonFigures> MeasureAsync(string data, int events)
    {
        var began = Stopwatch.GetTimestamp();
        await using var server = await Server.StartOverAsync(data);
        var start = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var listing = await TimeAsync(() => server.Http.GetStringAsync("/api/events?limit=200"));
        var (first, resumes, posts) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var id in Enumerable.Range(1, Math.Min(Feeds, events)).Select(SeasonRun.EventId))
        {
            JsonElement feed = default;
            first.Add(await TimeAsync(async () => feed = await server.Http.GetFromJsonAsync<JsonElement>($"/api/events/{id}/feed")));
            var cursor = feed.GetProperty("cursor").GetString()!.Split('.');
            var from = Math.Max(0, long.Parse(cursor[1], System.Globalization.CultureInfo.InvariantCulture) - Behind);
            resumes.Add(await TimeAsync(() => server.Http.GetStringAsync($"/api/events/{id}/feed?after={cursor[0]}.{from}&limit=1000")));
        }

        for (var i = 0; i < PostCount; i++)
        {
            var id = SeasonRun.EventId(1 + (i % Math.Min(Feeds, events)));
            posts.Add(await TimeAsync(() => server.PostAsync($"/api/events/{id}/scores", SeasonRun.Score(1 + (i % SeasonRun.Matches), i))));
        }

        return new SeasonFigures(start, listing, first, resumes, posts, server.Memory / 1e6);
    }

    public static double At(IReadOnlyList<double> values, double quantile) => values.Order().ElementAt(Math.Min(values.Count - 1, (int)(values.Count * quantile)));

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
