using System.Text.Json.Nodes;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Standings;

/// <summary>
/// A tournament in four divisions with pools, tables and brackets, whose results come in any order and are corrected: at every step a follower
/// of the stream has the tables and brackets of a tournament in which only the results of that moment were ever posted.
/// </summary>
public sealed class TournamentPropertyTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const int Divisions = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Tables_and_brackets_are_those_of_the_results_of_the_moment(int seed)
    {
        var random = new Random(seed);
        var schedule = Schedule();
        var id = await EventAsync(schedule);
        var (state, cursor) = (new SortedDictionary<string, string>(StringComparer.Ordinal), "");
        var results = new Dictionary<int, (int One, int Two)>();
        var later = schedule["matches"]!.AsArray().SelectMany(match => Sources(match!).Select(source => (Source: source, Match: (int)match!["id"]!))).ToLookup(pair => pair.Source, pair => pair.Match);
        for (var step = 0; step < 160; step++)
        {
            await FollowAsync();
            var playable = schedule["matches"]!.AsArray().Select(match => (int)match!["id"]!).Where(IsPlayable).ToList();
            if (playable.Count == 0)
                break;
            var match = playable[random.Next(playable.Count)];
            results[match] = random.Next(2) == 0 ? (25, random.Next(24)) : (random.Next(24), 25);
            await PostAsync(id, match, results[match]);
            if (step % 20 == 19)
                await CompareAsync();
        }

        await CompareAsync();

        // A result whose later matches have a score by now is not corrected: they keep their teams, and the organizer decides.
        bool IsPlayable(int match) => state.TryGetValue($"match/{match}", out var entry) && JsonNode.Parse(entry) is { } view && view["team1"] is not null && view["team2"] is not null
            && !later[match].Any(results.ContainsKey) && !(PoolOf(view) is { } pool && later[pool].Any(results.ContainsKey)) && (!results.ContainsKey(match) || random.Next(5) == 0);

        async Task CompareAsync()
        {
            await FollowAsync();
            var fresh = await EventAsync(schedule);
            foreach (var (match, result) in results.OrderBy(pair => pair.Key))
                await PostAsync(fresh, match, result);
            Assert.Equal(await TablesAsync(fresh), await TablesAsync(id));
            Assert.Equal(await TeamsAsync(fresh), await TeamsAsync(id));
            foreach (var table in JsonNode.Parse(await TablesAsync(id))!.AsArray())
                Assert.Equal(table!["rows"]!.ToJsonString(), JsonNode.Parse(state[$"standings/{table["poolId"]}"])!["rows"]!.ToJsonString());
            foreach (var (match, teams) in await TeamsAsync(id))
                Assert.Equal(teams, Sides(JsonNode.Parse(state[$"match/{match}"])!));
        }

        async Task FollowAsync()
        {
            bool more;
            do
            {
                var feed = await server.Admin.GetAsync($"/api/events/{id}/feed{(cursor.Length > 0 ? $"?after={cursor}" : "")}");
                foreach (var entry in feed.GetProperty("entries").EnumerateArray())
                    state[entry.Text("key")!] = entry.GetRawText();
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

    private static int? PoolOf(JsonNode view) => view["pool"] is { } pool ? -int.Parse((string)pool!, System.Globalization.CultureInfo.InvariantCulture) : null;

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

    private async Task PostAsync(string id, int match, (int One, int Two) result)
    {
        await server.Media.ClaimAsync(id, match);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, result.One, result.Two, "final"));
    }

    private async Task<string> TablesAsync(string id) => (await server.Admin.GetAsync($"/api/events/{id}/standings?limit=1000")).GetProperty("items").GetRawText();

    private async Task<List<(int, string)>> TeamsAsync(string id) =>
        [.. (await server.Admin.GetAsync($"/api/events/{id}/matches?limit=1000")).GetProperty("items").EnumerateArray()
            .Select(match => (match.Number("id"), Sides(JsonNode.Parse(match.GetRawText())!))).OrderBy(match => match.Item1)];

    private static string Sides(JsonNode match) => $"{match["team1"]?["id"]} {match["team2"]?["id"]}";
}
