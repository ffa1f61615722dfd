using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.IntegrationTests.Feed;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Standings;

/// <summary>
/// A tournament in four divisions with pools, tables and brackets. Its results come in any order and are corrected, until all matches are played. Every tenth
/// step, and at the end, each side of each match is compared with the team that the results name, and what readers have with what a follower of the feed has.
/// At three steps, the last one among them, all of it is compared with another event in which only the results of that moment were ever posted.
/// </summary>
public sealed class TournamentPropertyTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const int Divisions = 4;
    private const int Matches = Divisions * 16;
    private const int MaxSteps = 400;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Tables_and_brackets_are_those_of_the_results_of_the_moment(int seed)
    {
        var random = new Random(seed);
        var schedule = Schedule();
        var planned = schedule["matches"]!.AsArray().ToDictionary(match => (int)match!["id"]!, match => match!);
        var id = await EventAsync(schedule);
        var (state, cursor) = (new Dictionary<string, string>(), "");
        var results = new Dictionary<int, (int One, int Two)>();
        var claimed = new HashSet<int>();
        var corrections = 0;
        var later = planned.SelectMany(match => Sources(match.Value).Select(source => (Source: source, Match: match.Key))).ToLookup(pair => pair.Source, pair => pair.Match);
        for (var step = 1; results.Count < Matches; step++)
        {
            Assert.True(step <= MaxSteps, $"Only {results.Count} of {Matches} matches could be played.");
            await FollowAsync();
            // Two level teams at a place that others wait for play on: a correction separates them.
            if (planned.Keys.Where(IsPlayable).ToList() is not { Count: > 0 } playable)
                continue;
            var match = playable[random.Next(playable.Count)];
            corrections += results.ContainsKey(match) ? 1 : 0;
            results[match] = random.Next(2) == 0 ? (25, random.Next(24)) : (random.Next(24), 25);
            await PostAsync(id, match, results[match], isFirst: claimed.Add(match));
            if (step % 10 == 0)
                await CompareAsync();
            if (step is 30 or 60)
                await CompareWithReplayAsync();
        }

        Assert.True(corrections >= 10, $"There were only {corrections} corrections.");
        await CompareAsync();
        await CompareWithReplayAsync();
        Assert.All(planned.Keys, match => Assert.DoesNotContain(null, SidesOf(match)));

        // A result whose later matches have a score by now is not corrected: they keep their teams, and the organizer decides.
        bool IsPlayable(int match) => !SidesOf(match).Contains(null) && !later[match].Any(results.ContainsKey)
            && !(PoolOf(planned[match]) is { } pool && later[pool].Any(results.ContainsKey)) && (!results.ContainsKey(match) || random.Next(5) == 0);

        // The oracle: it has the plan, the results and the order of the teams in the tables.
        async Task CompareAsync()
        {
            await FollowAsync();
            var tables = (await server.Admin.GetAsync($"/api/events/{id}/standings?limit=1000")).Items().ToDictionary(table => int.Parse(table.Text("poolId")!, System.Globalization.CultureInfo.InvariantCulture));
            foreach (var (match, plan) in planned)
            {
                foreach (var side in new[] { 1, 2 })
                    Assert.Equal(Expected(plan, side, tables), SidesOf(match)[side - 1]);
            }

            foreach (var (pool, table) in tables)
            {
                foreach (var row in table.GetProperty("rows").EnumerateArray())
                    Assert.Equal(results.Count(result => PoolOf(planned[result.Key]) == -pool && SidesOf(result.Key)[result.Value.One > result.Value.Two ? 0 : 1] == row.GetProperty("team").Number("id")), row.Number("won"));
                Assert.Equal(table.GetProperty("rows").GetRawText(), JsonNode.Parse(state[$"standings/{pool}"])!["rows"]!.ToJsonString());
            }

            Assert.Equal(await TeamsAsync(id), planned.Keys.Order().Select(match => (match, Describe(SidesOf(match)))));
            Assert.Equal(LogProbe.StateOf(await server.Admin.Http.EntriesAsync(id)), state);
        }

        int? Expected(JsonNode plan, int side, Dictionary<int, JsonElement> tables)
        {
            var source = plan[$"team{side}From"];
            if (source is null)
                return (int)plan[$"team{side}Id"]!;
            if (source["place"] is { } place)
            {
                var pool = int.Parse((string)source["pool"]!, System.Globalization.CultureInfo.InvariantCulture);
                var isComplete = planned.Where(match => PoolOf(match.Value) == -pool).All(match => results.ContainsKey(match.Key));
                return isComplete && tables[pool].GetProperty("rows").EnumerateArray().Where(row => row.Number("rank") == (int)place).ToList() is [var row] ? row.GetProperty("team").Number("id") : null;
            }

            var from = (int)(source["winnerOf"] ?? source["loserOf"])!;
            return results.TryGetValue(from, out var result) ? SidesOf(from)[result.One > result.Two == source["winnerOf"] is not null ? 0 : 1] : null;
        }

        async Task CompareWithReplayAsync()
        {
            var fresh = await EventAsync(schedule);
            foreach (var (match, result) in results.OrderBy(pair => pair.Key))
                await PostAsync(fresh, match, result, isFirst: true);
            Assert.Equal(await TablesAsync(fresh), await TablesAsync(id));
            Assert.Equal(await TeamsAsync(fresh), await TeamsAsync(id));
        }

        int?[] SidesOf(int match) => JsonNode.Parse(state[$"match/{match}"]) is { } view ? [(int?)view["team1"]?["id"], (int?)view["team2"]?["id"]] : [];

        async Task FollowAsync()
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
    }

    private static IEnumerable<int> Sources(JsonNode match)
    {
        foreach (var side in new[] { "team1From", "team2From" })
        {
            if (match[side]?["winnerOf"] is { } won)
                yield return (int)won;
            if (match[side]?["loserOf"] is { } lost)
                yield return (int)lost;
            if (match[side]?["pool"] is { } pool)
                yield return -int.Parse((string)pool!, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    // The ids of teams begin with that of their pool. A negative number is a pool, a positive one a match.
    private static int? PoolOf(JsonNode match) => match["team1Id"] is { } team ? -((int)team / 10) : null;

    // Each division: two pools of four, semi-finals across, a final and a match for third place.
    private static JsonNode Schedule()
    {
        var (divisions, teams, matches, next) = (new JsonArray(), new JsonArray(), new JsonArray(), 1);
        for (var division = 1; division <= Divisions; division++)
        {
            var pools = new JsonArray();
            foreach (var half in new[] { 0, 1 })
            {
                var members = Enumerable.Range((division * 100) + (half * 10), 4).ToArray();
                pools.Add(new JsonObject { ["id"] = $"{(division * 10) + half}", ["name"] = $"Pool {half}", ["teams"] = new JsonArray([.. members.Select(team => (JsonNode)team)]) });
                foreach (var team in members)
                    teams.Add(new JsonObject { ["id"] = team, ["name"] = $"Team {team}", ["divisionId"] = division });
                foreach (var (one, two) in members.SelectMany((one, i) => members.Skip(i + 1).Select(two => (one, two))))
                    matches.Add(new JsonObject { ["id"] = next++, ["divisionId"] = division, ["team1Id"] = one, ["team2Id"] = two });
            }

            divisions.Add(new JsonObject { ["id"] = division, ["name"] = $"Division {division}", ["pools"] = pools, ["standings"] = new JsonObject { ["preset"] = division % 2 == 0 ? "fivb" : "cev" } });
            var (pool1, pool2, semi) = ($"{division * 10}", $"{(division * 10) + 1}", next);
            matches.Add(Bracket(next++, Place(pool1, 1), Place(pool2, 2)));
            matches.Add(Bracket(next++, Place(pool2, 1), Place(pool1, 2)));
            matches.Add(Bracket(next++, new JsonObject { ["winnerOf"] = semi }, new JsonObject { ["winnerOf"] = semi + 1 }));
            matches.Add(Bracket(next++, new JsonObject { ["loserOf"] = semi }, new JsonObject { ["loserOf"] = semi + 1 }));

            JsonObject Bracket(int id, JsonObject one, JsonObject two) => new() { ["id"] = id, ["divisionId"] = division, ["team1From"] = one, ["team2From"] = two };
        }

        return new JsonObject { ["divisions"] = divisions, ["teams"] = teams, ["matches"] = matches };

        static JsonObject Place(string pool, int place) => new() { ["pool"] = pool, ["place"] = place };
    }

    private async Task<string> EventAsync(JsonNode schedule)
    {
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", schedule.ToJsonString()));
        return id;
    }

    private async Task PostAsync(string id, int match, (int One, int Two) result, bool isFirst)
    {
        if (isFirst)
            await server.Media.ClaimAsync(id, match);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, result.One, result.Two, "final"));
    }

    private async Task<string> TablesAsync(string id) => (await server.Admin.GetAsync($"/api/events/{id}/standings?limit=1000")).GetProperty("items").GetRawText();

    private async Task<List<(int, string)>> TeamsAsync(string id) =>
        [.. (await server.Admin.GetAsync($"/api/events/{id}/matches?limit=1000")).Items().Select(match => (match.Number("id"), Describe([TeamOf(match, "team1"), TeamOf(match, "team2")]))).OrderBy(match => match.Item1)];

    private static int? TeamOf(JsonElement match, string side) => match.GetProperty(side) is { ValueKind: JsonValueKind.Object } team ? team.Number("id") : null;

    private static string Describe(int?[] sides) => $"{sides[0]} {sides[1]}";
}
