using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Statistics;

/// <summary>More matches than one transaction publishes, and more servers than one.</summary>
public sealed class ManyStatisticsTests : IAsyncLifetime
{
    private const int Matches = 120;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);
    private static readonly string[] Settings = ["Jwt:AccessLifetime=1.00:00:00", "Claims:Lease=04:00:00", "Statistics:Every=00:00:05", "Statistics:Sweep=00:00:01"];

    private readonly TestTime time = TestTime.Create();
    private LiveFeedServer server = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync(time, null, Settings);
        admin = await server.AdminAsync();
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Two_servers_publish_a_match_as_rarely_as_one_and_nothing_twice()
    {
        await CreateAsync(1);
        await using var other = await LiveFeedServer.StartAsync(time, server.DataDirectory, Settings);
        await UntilPublishedAsync(1, "inProgress");

        for (var point = 2; point <= 31; point++)
        {
            await ScoreAsync(1, point);
            time.Advance(TimeSpan.FromMilliseconds(500));
        }

        await ScoreAsync(1, 31, "final");
        await UntilPublishedAsync(1, "final");
        // Whatever one of them does too much comes before the statistics of a match that changes later.
        await admin.ClaimAsync("cup", Matches);
        await ScoreAsync(Matches, 1);
        await UntilPublishedAsync(Matches, "inProgress");

        var entries = (await Feed.LogProbe.ReadAsync(server.Http, "cup")).Entries.OrderBy(entry => entry.Key).Select(entry => entry.Value).Where(entry => entry.Text("key") == "statistics/1").ToList();
        Assert.InRange(entries.Count, 3, 8);
        Assert.All(entries.Zip(entries.Skip(1)), pair => Assert.InRange(pair.Second.When("at") - pair.First.When("at"), Every, TimeSpan.MaxValue));
        Assert.Distinct(entries.Select(entry => $"{entry.Text("status")} {entry.GetProperty("biggestLead").Number("team1")}"));
        Assert.Empty(server.Failures.Concat(other.Failures));
    }

    [Fact]
    public async Task Many_matches_that_change_at_once_are_all_published()
    {
        await CreateAsync(Matches);
        await UntilPublishedAsync(1, "inProgress");
        var cursor = await server.Http.CursorAsync("cup");

        // The clock stands still: no sweep comes between.
        for (var match = 1; match <= Matches; match++)
            await ScoreAsync(match, 2);

        await Eventually.TrueAsync(
            async () => Advance(Sweep) && (await PublishedAsync(cursor)).Count == Matches, "Not all of them were published.");
    }

    [Fact]
    public async Task Many_finished_matches_that_are_republished_do_not_stop_the_statistics_of_those_in_play()
    {
        await CreateAsync(Matches, "final");
        await UntilPublishedAsync(1, "final");
        time.Jump(TimeSpan.FromMinutes(31));
        await Eventually.TrueAsync(async () => Advance(TimeSpan.FromSeconds(30)) && (await server.Http.EntriesAsync("cup", "types=statistics-update")).Count == 0, "They were not taken away.");

        // Each match has another division then, so that its score is published again for the readers of that one.
        var cursor = await server.Http.CursorAsync("cup");
        await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", Schedule(divisionId: 2)));
        Assert.True((await server.Http.EntriesAsync("cup", $"types=score-update&limit=1000&after={cursor}")).Count > 100);
        await ScoreAsync(1, 2);

        await UntilPublishedAsync(1, "inProgress");
    }

    private static object Schedule(int divisionId) => new
    {
        divisions = new[] { new { id = 1, name = "One" }, new { id = 2, name = "Two" } },
        teams = Enumerable.Range(1, 2 * Matches).Select(team => new { id = team, name = $"Team {team}" }),
        matches = Enumerable.Range(1, Matches).Select(match => new { id = match, divisionId, team1Id = (2 * match) - 1, team2Id = 2 * match }),
    };

    /// <summary>Creates an event in whose first matches a score is posted.</summary>
    private async Task CreateAsync(int scored, string status = "inProgress")
    {
        await Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "cup", name = "Cup", sport = "generic" }));
        await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", Schedule(divisionId: 1)));
        // The first sweep begins with what is played then: nothing, so that all that follows is a change.
        await Eventually.TrueAsync(
            async () => Advance(Sweep) && await TestDatabase.CountAsync(server.DataDirectory, "SELECT COUNT(*) FROM statistics_cursors") == 1, "The sweep never came.");
        for (var match = 1; match <= scored; match++)
        {
            await admin.ClaimAsync("cup", match);
            await ScoreAsync(match, 1, status);
        }
    }

    private async Task ScoreAsync(int match, int team1, string status = "inProgress") => await Expect.SuccessAsync(await admin.ScoreAsync("cup", match, team1, 0, status));

    private bool Advance(TimeSpan by)
    {
        time.Advance(by);
        return true;
    }

    private Task UntilPublishedAsync(int match, string status) => Eventually.TrueAsync(
        async () => Advance(Sweep) && (await server.Http.EntriesAsync("cup", "types=statistics-update")).Any(entry => entry.Text("key") == $"statistics/{match}" && entry.Text("status") == status),
        "They were not published.");

    private async Task<HashSet<string>> PublishedAsync(string cursor) =>
        [.. (await server.Http.EntriesAsync("cup", $"types=statistics-update&limit=1000&after={cursor}")).Select(entry => entry.Text("key")!)];
}
