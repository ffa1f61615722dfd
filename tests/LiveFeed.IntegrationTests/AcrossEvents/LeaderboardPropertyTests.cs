using System.Globalization;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.AcrossEvents;

/// <summary>The leaderboard of one event whose matches are all of pools has the numbers of its standings, whatever was played and by which rules.</summary>
public sealed class LeaderboardPropertyTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const int Teams = 4;

    [Theory]
    [InlineData("fivb", "volleyball", 1)]
    [InlineData("fivbBeach", "beach-volleyball", 2)]
    [InlineData("usClubs", "volleyball", 3)]
    [InlineData("ittf", "table-tennis", 4)]
    [InlineData("bwf", "badminton", 5)]
    [InlineData("league", "hockey", 6)]
    [InlineData("fifa2026", "handball", 7)]
    public async Task A_leaderboard_of_one_event_has_the_numbers_of_its_standings(string rules, string sport, int seed)
    {
        var random = new Random(seed);
        var pairs = (from one in Enumerable.Range(1, Teams) from two in Enumerable.Range(one + 1, Teams - one) select (one, two)).ToList();
        var id = await server.PlannedAsync(JsonSerializer.Serialize(new
        {
            divisions = new[] { new { id = 1, name = "D", standings = new { preset = rules }, pools = new[] { new { id = "A", name = "A", teams = Enumerable.Range(1, Teams) } } } },
            teams = Enumerable.Range(1, Teams).Select(team => new { id = team, name = $"Team {team}" }),
            matches = pairs.Select((pair, index) => new { id = index + 1, divisionId = 1, team1Id = pair.one, team2Id = pair.two, pool = "A" }),
        }), sport);
        for (var match = 1; match <= pairs.Count; match++)
            await PlayAsync(id, match, random);

        var rows = (await server.Nobody.GetAsync($"/api/events/{id}/standings").JsonAsync()).Items().Single().GetProperty("rows").EnumerateArray();
        var board = (await server.Nobody.LeaderboardAsync($"event={id}")).Items();

        Assert.Equal(
            rows.Where(row => row.Number("played") > 0).Select(row => $"{row.GetProperty("team").Text("name")} {Numbers(row)}").Order(StringComparer.Ordinal),
            board.Select(row => $"{row.Text("name")} {Numbers(row)}").Order(StringComparer.Ordinal));
    }

    // Half of the matches end otherwise than by play, or not at all.
    private async Task PlayAsync(string id, int match, Random random)
    {
        var winner = random.Next(1, 3);
        var sets = string.Join(' ', Enumerable.Range(0, random.Next(1, 3)).Select(_ => string.Create(CultureInfo.InvariantCulture, $"{random.Next(2, 12)}-{random.Next(0, 12)}")));
        await (random.Next(8) switch
        {
            0 => server.PlayAsync(id, match, "", outcome: new { kind = "walkover", winner }),
            1 => server.PlayAsync(id, match, sets, outcome: new { kind = "retired", winner }),
            2 => server.PlayAsync(id, match, "", outcome: new { kind = "forfeit" }),
            3 => server.PlayAsync(id, match, sets, outcome: new { kind = "drawn" }),
            4 => server.PlayAsync(id, match, sets, "inProgress"),
            _ => server.PlayAsync(id, match, winner == 1 ? "25-20 25-20" : "20-25 20-25", outcome: random.Next(2) == 0 ? null : new { kind = "awarded", winner }),
        });
    }

    private static string Numbers(JsonElement row) =>
        string.Join(' ', new[] { "played", "won", "drawn", "lost", "points", "for", "against", "setsWon", "setsLost", "setRatio", "pointRatio" }.Select(name => $"{name}={row.GetProperty(name).GetRawText()}"));
}
