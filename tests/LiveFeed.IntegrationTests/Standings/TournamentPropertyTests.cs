using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.IntegrationTests.Feed;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Standings;

/// <summary>
/// A tournament in four divisions with pools, tables and brackets, made of one CSV. Its results come in any order and are corrected, until all matches are played. At every step
/// (of the large one every fiftieth), and at the end, each side of each match is compared with the team that the results name, and what readers have with what a follower of the feed has.
/// At three steps, the last one among them, all of it is compared with another event in which only the results of that moment were ever posted.
/// </summary>
public sealed class TournamentPropertyTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Theory]
    [InlineData(1, 2, 4, 1)]
    [InlineData(2, 2, 4, 1)]
    [InlineData(3, 2, 4, 1)]
    // 544 matches.
    [InlineData(4, 8, 6, 50)]
    public async Task Tables_and_brackets_are_those_of_the_results_of_the_moment(int seed, int pools, int teams, int every)
    {
        var random = new Random(seed);
        var file = new TournamentFile(pools, teams);
        var id = await EventAsync(file);
        var planned = (await PlanAsync(id)).ToDictionary(match => (int)match["id"]!);
        var pooled = planned.Values.Where(match => match["team1Id"] is not null).ToDictionary(match => (int)match["id"]!, match => (string)match["pool"]!);
        AssertAsInFile(file, planned.Values);
        var maxSteps = 6 * planned.Count;
        var (state, cursor) = (new Dictionary<string, string>(), "");
        var results = new Dictionary<int, (int One, int Two)>();
        var claimed = new HashSet<int>();
        var corrections = 0;
        // By the id of the match or pool from which a side comes.
        var later = planned.SelectMany(match => Sources(match.Value).Select(source => (Source: source, Match: match.Key))).ToLookup(pair => pair.Source, pair => pair.Match);
        for (var step = 1; results.Count < planned.Count; step++)
        {
            Assert.True(step <= maxSteps, $"Only {results.Count} of {planned.Count} matches could be played.");
            await FollowAsync();
            // Two level teams at a place that others wait for play on: a correction separates them.
            if (planned.Keys.Where(IsPlayable).ToList() is not { Count: > 0 } playable)
                continue;
            var match = playable[random.Next(playable.Count)];
            corrections += results.ContainsKey(match) ? 1 : 0;
            results[match] = random.Next(2) == 0 ? (25, random.Next(24)) : (random.Next(24), 25);
            await PostAsync(id, match, results[match], isFirst: claimed.Add(match));
            if (step % every == 0)
                await CompareAsync();
            if (step is 30 or 60)
                await CompareWithReplayAsync();
        }

        Assert.True(corrections >= 10, $"There were only {corrections} corrections.");
        await CompareAsync();
        await CompareWithReplayAsync();
        Assert.All(planned.Keys, match => Assert.DoesNotContain(null, SidesOf(match)));

        // A result whose later matches have a score by now is not corrected: they keep their teams, and the organizer decides.
        bool IsPlayable(int match) => !SidesOf(match).Contains(null) && !later[match.ToString(CultureInfo.InvariantCulture)].Any(results.ContainsKey)
            && !(pooled.TryGetValue(match, out var pool) && later[pool].Any(results.ContainsKey)) && (!results.ContainsKey(match) || random.Next(5) == 0);

        // The oracle: it has the plan, the results and the order of the teams in the tables.
        async Task CompareAsync()
        {
            await FollowAsync();
            var tables = (await server.Admin.GetAsync($"/api/events/{id}/standings?limit=1000")).Items().ToDictionary(table => table.Text("poolId")!);
            foreach (var (match, plan) in planned)
            {
                foreach (var side in new[] { 1, 2 })
                    Assert.Equal(Expected(plan, side, tables), SidesOf(match)[side - 1]);
            }

            foreach (var (pool, table) in tables)
            {
                foreach (var row in table.GetProperty("rows").EnumerateArray())
                    Assert.Equal(results.Count(result => pooled.GetValueOrDefault(result.Key) == pool && SidesOf(result.Key)[result.Value.One > result.Value.Two ? 0 : 1] == row.GetProperty("team").Number("id")), row.Number("won"));
                Assert.Equal(table.GetProperty("rows").GetRawText(), JsonNode.Parse(state[$"standings/{pool}"])!["rows"]!.ToJsonString());
            }

            Assert.Equal(await TeamsAsync(id), planned.Keys.Order().Select(match => (match, Describe(SidesOf(match)))));
            Assert.Equal(LogProbe.StateOf(await server.Admin.Http.EntriesAsync(id)), state);
        }

        int? Expected(JsonNode plan, int side, Dictionary<string, JsonElement> tables)
        {
            var source = plan[$"team{side}From"];
            if (source is null)
                return (int)plan[$"team{side}Id"]!;
            if (source["place"] is { } place)
            {
                var pool = (string)source["pool"]!;
                var isComplete = pooled.Where(match => match.Value == pool).All(match => results.ContainsKey(match.Key));
                return isComplete && tables[pool].GetProperty("rows").EnumerateArray().Where(row => row.Number("rank") == (int)place).ToList() is [var row] ? row.GetProperty("team").Number("id") : null;
            }

            var from = (int)(source["winnerOf"] ?? source["loserOf"])!;
            return results.TryGetValue(from, out var result) ? SidesOf(from)[result.One > result.Two == source["winnerOf"] is not null ? 0 : 1] : null;
        }

        async Task CompareWithReplayAsync()
        {
            var fresh = await EventAsync(file);
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

    private static IEnumerable<string> Sources(JsonNode match) => new[] { match["team1From"], match["team2From"] }.OfType<JsonNode>()
        .Select(source => (source["winnerOf"] ?? source["loserOf"] ?? source["pool"])!.ToString());

    // What the file says of each side, in its own words.
    private static void AssertAsInFile(TournamentFile file, IReadOnlyCollection<JsonNode> planned)
    {
        var numbers = planned.ToDictionary(match => (int)match["id"]!, match => (string)match["number"]!);
        Assert.Equal(
            file.Sources.OrderBy(match => match.Key, StringComparer.Ordinal),
            planned.Where(match => match["team1From"] is not null).Select(match => KeyValuePair.Create((string)match["number"]!, (Text(match["team1From"]!), Text(match["team2From"]!)))).OrderBy(match => match.Key, StringComparer.Ordinal));
        Assert.Equal(file.Matches, planned.Count);

        string Text(JsonNode source) => source switch
        {
            _ when source["winnerOf"] is { } won => $"Winner of {numbers[(int)won]}",
            _ when source["loserOf"] is { } lost => $"Loser of {numbers[(int)lost]}",
            // The id of a pool is that of its division, and its name.
            _ => $"{source["place"]} of pool {((string)source["pool"]!).Split('-')[1]}",
        };
    }

    private async Task<List<JsonNode>> PlanAsync(string id) =>
        [.. JsonNode.Parse(await server.Admin.Http.GetStringAsync($"/api/events/{id}/schedule"))!["matches"]!.AsArray().Select(match => match!)];

    private async Task<string> EventAsync(TournamentFile file)
    {
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        using var content = new StringContent(file.Text, Encoding.UTF8, "text/csv");
        var preview = await Expect.SuccessAsync(await server.Organizer.Http.PostAsync($"/api/events/{id}/schedule/preview", content));
        Assert.Equal("[]", preview.GetProperty("errors").GetRawText());
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", preview.GetProperty("schedule").GetRawText()));
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
