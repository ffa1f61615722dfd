using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Brackets;

/// <summary>
/// Draws of each kind are made over HTTP and played to their end in a random order. After each result, every match of every bracket is compared with what the
/// results say; at the end, everybody has lost as often as the kind allows.
/// </summary>
public sealed class DrawnTournamentTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Theory]
    [InlineData("singleElimination", 11, """ "thirdPlace":true,"consolation":true """, 11 - 1 + 1 + 2)]
    [InlineData("singleElimination", 2, """ "numberPrefix":"F" """, 1)]
    [InlineData("doubleElimination", 7, """ "resetFinal":true """, (2 * 7) - 1)]
    [InlineData("doubleElimination", 4, """ "resetFinal":false """, (2 * 4) - 2)]
    [InlineData("roundRobin", 5, """ "legs":2 """, 20)]
    [InlineData("pools", 9, """ "poolCount":3,"advancing":2,"thirdPlace":true """, 9 + 6)]
    [InlineData("pools", 8, """ "poolSize":4 """, 12)]
    public async Task A_drawn_tournament_is_played_to_its_end(string kind, int teams, string options, int expected)
    {
        var random = new Random(teams);
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        await Expect.SuccessAsync(await server.Organizer.PostAsync($"/api/events/{id}/divisions", new { name = "Open" }));
        var cursor = await server.Admin.Http.CursorAsync(id);
        var names = string.Join(',', Enumerable.Range(1, teams).Select(team => $$"""{"name":"Team {{team}}","seed":{{team}}}"""));
        var draw = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/draws", $$"""{"divisionId":1,"kind":"{{kind}}","teams":[{{names}}],{{options}}}"""));
        var planned = draw.GetProperty("matches").EnumerateArray().ToDictionary(match => match.Number("id"));
        Assert.Equal(expected, planned.Count);
        var heard = (await server.Admin.Http.EntriesAsync(id, $"after={cursor}&limit=1000")).Select(entry => entry.Text("key")!).Where(key => key.StartsWith("match/", StringComparison.Ordinal)).ToList();
        Assert.Equal(planned.Keys.Select(match => $"match/{match}").Order(), heard.Order());

        var results = new Dictionary<int, (int Winner, int Loser)>();
        await CompareAsync();
        while (await PlayableAsync() is { Count: > 0 } playable)
        {
            var (match, team1, team2) = playable[random.Next(playable.Count)];
            // Points that no other match has, so that no two teams of a pool are level.
            var (wins, points) = (random.Next(2) == 0, results.Count % 24);
            await server.Media.ClaimAsync(id, match);
            await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, wins ? 25 : points, wins ? points : 25, "final"));
            results[match] = wins ? (team1, team2) : (team2, team1);
            await CompareAsync();
        }

        Assert.Empty(planned.Keys.Except(results.Keys));

        async Task<List<(int, int, int)>> PlayableAsync() =>
        [
            .. (await server.Admin.GetAsync($"/api/events/{id}/matches?limit=1000")).Items()
                .Where(match => !results.ContainsKey(match.Number("id")) && TeamOf(match, 1) is not null && TeamOf(match, 2) is not null)
                .Select(match => (match.Number("id"), TeamOf(match, 1)!.Value, TeamOf(match, 2)!.Value)),
        ];

        async Task CompareAsync()
        {
            var brackets = (await server.Spectator.GetAsync($"/api/events/{id}/brackets")).Items().ToList();
            var shown = brackets.SelectMany(bracket => bracket.GetProperty("rounds").EnumerateArray()).SelectMany(round => round.GetProperty("matches").EnumerateArray()).ToDictionary(match => match.GetProperty("match").Number("id"));
            // Every match that comes from another or leads to one, and no other.
            var sources = planned.Values.SelectMany(match => new[] { Source(match, 1), Source(match, 2) }).OfType<JsonElement>().ToList();
            var inBracket = planned.Values.Where(match => Source(match, 1) is not null || Source(match, 2) is not null).Select(match => match.Number("id")).Concat(sources.Select(MatchOf).OfType<int>()).Distinct();
            Assert.Equal(inBracket.Order(), shown.Keys.Order());
            var tables = (await server.Admin.GetAsync($"/api/events/{id}/standings")).Items().ToDictionary(table => table.Text("poolId")!);
            foreach (var (match, view) in shown)
            {
                foreach (var side in new[] { 1, 2 })
                    Assert.Equal((match, side, Expected(planned[match], side, tables)), (match, side, TeamOf(view.GetProperty("match"), side)));
                var winner = view.GetProperty("score") is { ValueKind: JsonValueKind.Object } score ? TeamOf(view.GetProperty("match"), score.Number("winner")) : null;
                Assert.Equal((match, results.TryGetValue(match, out var result) ? result.Winner : (int?)null), (match, winner));
            }
        }

        int? Expected(JsonElement match, int side, Dictionary<string, JsonElement> tables)
        {
            if (Source(match, side) is not { } source)
                return TeamOf(match, side);
            if (source.TryGetProperty("pool", out var pool))
            {
                var table = tables[pool.GetString()!];
                return table.GetProperty("isComplete").GetBoolean()
                    && table.GetProperty("rows").EnumerateArray().Where(row => row.Number("rank") == source.Number("place")).ToList() is [var row] ? row.GetProperty("team").Number("id") : null;
            }

            return !results.TryGetValue(MatchOf(source)!.Value, out var result) ? null : source.TryGetProperty("winnerOf", out _) ? result.Winner : result.Loser;
        }
    }

    private static int? TeamOf(JsonElement match, int side) => match.GetProperty($"team{side}") is { ValueKind: JsonValueKind.Object } team ? team.Number("id") : null;

    private static JsonElement? Source(JsonElement match, int side) => match.TryGetProperty($"team{side}From", out var source) ? source : null;

    private static int? MatchOf(JsonElement source) =>
        source.TryGetProperty("winnerOf", out var won) ? won.GetInt32() : source.TryGetProperty("loserOf", out var lost) ? lost.GetInt32() : null;
}
