using System.Text.Json.Nodes;
using LiveFeed.IntegrationTests.Feed;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Standings;

/// <summary>
/// A pool of three ties, a final between its first two, and a match of its winner; each tie has three rubbers. Rubbers begin, end, are cancelled, abandoned,
/// postponed, corrected and emptied in any order, and ties get outcomes and lose them. After each step a follower of the stream has what the rules say of the
/// rubbers as they are now, computed here from nothing but these.
/// </summary>
public sealed class TeamTiePropertyTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const int Steps = 70;
    private const int Final = 4;
    private const int After = 5;
    private static readonly int[] Rubbers = [1, 2, 3];
    private static readonly (int Tie, int One, int Two)[] OfPool = [(1, 1, 2), (2, 2, 3), (3, 3, 1)];

    private readonly Dictionary<int, (string Status, int Winner)> played = [];
    private readonly Dictionary<int, int> outcomes = [];
    private readonly Dictionary<string, string> state = [];
    private readonly HashSet<int> claimed = [];
    private int finals;
    private string cursor = "";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_follower_has_at_each_step_what_follows_from_the_rubbers(int seed)
    {
        var random = new Random(seed);
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", Schedule().ToJsonString()));
        for (var step = 1; step <= Steps; step++)
        {
            // Later ties keep their teams once they have begun. That isn't what is tested here.
            var (isFinalKnown, hasFinalBegun) = (FinalSides() is (not null, not null), TieOf(Final).Status != "scheduled");
            int[] ties = hasFinalBegun ? [Final] : isFinalKnown && random.Next(3) > 0 ? [Final] : [1, 2, 3];
            var tie = ties[random.Next(ties.Length)];
            if (random.Next(10) == 0)
                await DecideAsync(id, tie, outcomes.ContainsKey(tie) ? null : random.Next(1, 3));
            else
                await PlayAsync(id, (tie * 10) + random.Next(1, 4), random, isMostlyFinal: step < Steps / 2);
            await FollowAsync(id);
            Compare($"seed {seed}, step {step}");
            finals += TieOf(Final).Status == "final" ? 1 : 0;
        }

        Assert.Equal(LogProbe.StateOf(await server.Admin.Http.EntriesAsync(id)), state);
        Assert.True(finals > 0, "The final was never decided.");
    }

    private async Task PlayAsync(string id, int rubber, Random random, bool isMostlyFinal)
    {
        string[] statuses = ["final", "final", "final", .. isMostlyFinal ? ["final", "final", "final"] : Array.Empty<string>(), "inProgress", "cancelled", "abandoned", "scheduled", "postponed"];
        var (status, winner) = (statuses[random.Next(statuses.Length)], random.Next(1, 3));
        var sets = status switch { "final" => winner == 1 ? """{"team1":25,"team2":9}""" : """{"team1":9,"team2":25}""", "inProgress" or "abandoned" => """{"team1":4,"team2":2}""", _ => "" };
        await PostAsync(id, rubber, $$"""{"matchId":{{rubber}},"sets":[{{sets}}],"status":"{{status}}"}""");
        played[rubber] = (status, status == "final" ? winner : 0);
    }

    private async Task DecideAsync(string id, int tie, int? winner)
    {
        await PostAsync(id, tie, winner is null ? $$"""{"matchId":{{tie}},"sets":[],"status":"scheduled"}""" : $$"""{"matchId":{{tie}},"sets":[],"status":"final","outcome":{"kind":"awarded","winner":{{winner}} } }""");
        if (winner is { } side)
            outcomes[tie] = side;
        else
            outcomes.Remove(tie);
    }

    private async Task PostAsync(string id, int match, string body)
    {
        if (claimed.Add(match))
            await server.Media.ClaimAsync(id, match);
        await Expect.SuccessAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", body));
    }

    private async Task FollowAsync(string id)
    {
        bool more;
        do
        {
            var feed = await server.Admin.GetAsync($"/api/events/{id}/feed{(cursor.Length > 0 ? $"?after={cursor}" : "")}");
            foreach (var entry in feed.GetProperty("entries").EnumerateArray())
                LogProbe.Apply(state, entry);
            (cursor, more) = (feed.Text("cursor")!, feed.GetProperty("more").GetBoolean());
        }
        while (more);
    }

    private void Compare(string at)
    {
        foreach (var tie in new[] { 1, 2, 3, Final })
        {
            var expected = TieOf(tie);
            var score = state.TryGetValue($"score/{tie}", out var text) ? JsonNode.Parse(text)! : new JsonObject { ["status"] = "scheduled", ["sets"] = new JsonArray() };
            var sets = string.Join(' ', score["sets"]!.AsArray().Select(set => $"{set!["team1"]}-{set["team2"]}"));
            Assert.Equal((at, tie, expected), (at, tie, new Tie((string)score["status"]!, sets, (int?)score["winner"])));
        }

        Assert.Equal((at, string.Join(" | ", Table().Select(row => $"{row.Rank}. {row.Team}: {row.Points}, {row.For}-{row.Against}"))), (at, Published()));
        foreach (var match in Rubbers.Select(number => (Final * 10) + number).Prepend(Final))
            Assert.Equal((at, match, FinalSides()), (at, match, (TeamIn(match, "team1"), TeamIn(match, "team2"))));
        Assert.Equal((at, TieOf(Final) is { Status: "final", Winner: { } won } ? won == 1 ? FinalSides().One : FinalSides().Two : null), (at, TeamIn(After, "team1")));
    }

    private string Published() => string.Join(" | ", JsonNode.Parse(state["standings/A"])!["rows"]!.AsArray().Select(row => $"{row!["rank"]}. {row["team"]!["id"]}: {row["points"]}, {row["for"]}-{row["against"]}"));

    private int? TeamIn(int match, string side) => (int?)JsonNode.Parse(state[$"match/{match}"])![side]?["id"];

    private Tie TieOf(int tie)
    {
        var own = Rubbers.Select(number => played.GetValueOrDefault((tie * 10) + number, ("scheduled", 0))).ToList();
        var (one, two) = (own.Count(rubber => rubber.Item2 == 1), own.Count(rubber => rubber.Item2 == 2));
        var hasBegun = own.Exists(rubber => rubber.Item1 is "final" or "inProgress" or "abandoned");
        var isOver = own.TrueForAll(rubber => rubber.Item1 is "final" or "cancelled" or "abandoned");
        var status = outcomes.ContainsKey(tie) || Math.Max(one, two) >= 2 || (isOver && one + two > 0) ? "final"
            : isOver ? hasBegun ? "abandoned" : "cancelled"
            : hasBegun ? "inProgress"
            : own.TrueForAll(rubber => rubber.Item1 == "postponed") ? "postponed" : "scheduled";
        return new Tie(status, hasBegun ? $"{one}-{two}" : "", outcomes.TryGetValue(tie, out var side) ? side : status == "final" && one != two ? one > two ? 1 : 2 : null);
    }

    // A league: 3 points and 1, then the difference of rubbers, then rubbers won. What was awarded without a rubber counts as 3-0.
    private List<(int Rank, int Team, int Points, int For, int Against)> Table()
    {
        var rows = new Dictionary<int, (int Points, int For, int Against)> { [1] = default, [2] = default, [3] = default };
        foreach (var (tie, one, two) in OfPool.Where(tie => TieOf(tie.Tie).Status == "final"))
        {
            var (score, winner) = (TieOf(tie).Sets, TieOf(tie).Winner);
            var (for1, for2) = score.Length > 0 ? (score[0] - '0', score[2] - '0') : winner == 1 ? (3, 0) : (0, 3);
            rows[one] = Add(rows[one], winner is null ? 1 : winner == 1 ? 3 : 0, for1, for2);
            rows[two] = Add(rows[two], winner is null ? 1 : winner == 2 ? 3 : 0, for2, for1);
        }

        var order = rows.OrderByDescending(row => row.Value.Points).ThenByDescending(row => row.Value.For - row.Value.Against).ThenByDescending(row => row.Value.For).ThenBy(row => row.Key).ToList();
        return [.. order.Select(row => (1 + order.Count(other => IsBetter(other.Value, row.Value)), row.Key, row.Value.Points, row.Value.For, row.Value.Against))];

        static (int, int, int) Add((int Points, int For, int Against) row, int points, int scored, int conceded) => (row.Points + points, row.For + scored, row.Against + conceded);

        static bool IsBetter((int Points, int For, int Against) one, (int Points, int For, int Against) other) =>
            (one.Points, one.For - one.Against, one.For).CompareTo((other.Points, other.For - other.Against, other.For)) > 0;
    }

    private (int? One, int? Two) FinalSides()
    {
        if (!OfPool.All(tie => TieOf(tie.Tie).Status is "final" or "cancelled" or "abandoned"))
            return (null, null);
        var table = Table();
        return (InPlace(1), InPlace(2));

        int? InPlace(int place) => table.Where(row => row.Rank == place).ToList() is [var only] ? only.Team : null;
    }

    private static JsonObject Schedule()
    {
        var matches = new JsonArray();
        foreach (var (tie, one, two) in OfPool)
            matches.Add(new JsonObject { ["id"] = tie, ["divisionId"] = 1, ["team1Id"] = one, ["team2Id"] = two });
        matches.Add(new JsonObject { ["id"] = Final, ["divisionId"] = 1, ["team1From"] = new JsonObject { ["pool"] = "A", ["place"] = 1 }, ["team2From"] = new JsonObject { ["pool"] = "A", ["place"] = 2 } });
        matches.Add(new JsonObject { ["id"] = After, ["divisionId"] = 1, ["team1From"] = new JsonObject { ["winnerOf"] = Final }, ["team2Id"] = 4 });
        foreach (var rubber in new[] { 1, 2, 3, Final }.SelectMany(tie => Rubbers.Select(number => (Tie: tie, Number: number))))
            matches.Add(new JsonObject { ["id"] = (rubber.Tie * 10) + rubber.Number, ["partOf"] = rubber.Tie, ["rubber"] = rubber.Number });
        return new JsonObject
        {
            ["divisions"] = new JsonArray(new JsonObject
            {
                ["id"] = 1,
                ["name"] = "League",
                ["format"] = new JsonObject { ["kind"] = "rubbers", ["rubbers"] = 3 },
                ["standings"] = new JsonObject { ["preset"] = "league" },
                ["pools"] = new JsonArray(new JsonObject { ["id"] = "A", ["name"] = "A", ["teams"] = new JsonArray(1, 2, 3) }),
            }),
            ["teams"] = new JsonArray([.. Enumerable.Range(1, 4).Select(team => new JsonObject { ["id"] = team, ["name"] = $"Team {team}" })]),
            ["matches"] = matches,
        };
    }

    private sealed record Tie(string Status, string Sets, int? Winner);
}
