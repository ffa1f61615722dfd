using System.Text.Json;
using LiveFeed.BrowserTests.Browser;
using LiveFeed.Domain.Formats;
using LiveFeed.Domain.Scores;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The page's rules, which only suggest, agree with the server's rules, which decide.</summary>
[Collection(InBrowser.Name)]
public sealed class ScoreRulesTests(Chromium chromium)
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    [BrowserTheory]
    [InlineData("volleyball", 3)]
    [InlineData("volleyball", 5)]
    [InlineData("beach-volleyball", 1)]
    [InlineData("beach-volleyball", 3)]
    [InlineData("tennis", 3)]
    [InlineData("tennis", 5)]
    [InlineData("football", null)]
    public async Task Say_what_the_server_s_say(string sport, int? bestOf)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score/");
        var rules = FormatRules.Of(Sports.FormatOf(Sports.Find(sport)!, bestOf)!);
        var random = new Random(7);
        var scores = Enumerable.Range(0, 2_000).Select(_ => Any(random, sport)).ToArray();

        var told = await viewed.Page.EvaluateAsync<JsonElement>(
            """
            async ([sport, bestOf, text]) => {
              const scores = JSON.parse(text);
              const { formatOf, setsWon, faultOf, suggestionOf } = await import("/js/scoring/rules.js");
              const format = formatOf({ sport, bestOf });
              return scores.map(score => ({
                fault: faultOf(score, format), won: setsWon(score, format), winner: suggestionOf({ ...score, status: "inProgress" }, format),
              }));
            }
            """,
            new object?[] { sport, bestOf, JsonSerializer.Serialize(scores, Names) });

        foreach (var (score, answer) in scores.Zip(told.EnumerateArray()))
        {
            var status = score.Status == "final" ? MatchStatus.Final : MatchStatus.InProgress;
            var judged = rules.Assess(score.Sets, status);
            var what = $"{sport} {JsonSerializer.Serialize(score)}: {answer}";
            Assert.True(judged.IsPossible == (answer.GetProperty("fault").GetString() == ""), what);
            if (!judged.IsPossible || sport == "football")
                continue;
            Assert.True(judged.SetsWon1 == answer.GetProperty("won").GetProperty("team1").GetInt32(), what);
            Assert.True(judged.SetsWon2 == answer.GetProperty("won").GetProperty("team2").GetInt32(), what);
            if (rules.Assess(score.Sets, MatchStatus.InProgress).Winner is { } winner)
                Assert.True(answer.GetProperty("winner").GetProperty("winner").GetInt32() == winner, what);
        }
    }

    [BrowserTheory]
    [InlineData("volleyball", 3, "25-20", "set")]
    [InlineData("volleyball", 3, "25-24", null)]
    [InlineData("volleyball", 3, "25-20 20-25 15-13", "match")]
    [InlineData("volleyball", 3, "25-20 25-13", "match")]
    [InlineData("beach-volleyball", 3, "21-19", "set")]
    [InlineData("beach-volleyball", 3, "15-3", null)]
    [InlineData("tennis", 3, "6-4", "set")]
    [InlineData("tennis", 3, "6-5", null)]
    [InlineData("tennis", 3, "7-6 6-3", "match")]
    [InlineData("tennis", 3, "6-1 1-6 6-3", "match")]
    [InlineData("football", null, "5-0", null)]
    public async Task Suggest_what_is_due(string sport, int? bestOf, string sets, string? kind)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score/");

        var suggested = await viewed.Page.EvaluateAsync<string?>(
            """
            async ([sport, bestOf, text]) => {
              const { formatOf, suggestionOf } = await import("/js/scoring/rules.js");
              const sets = text.split(" ").map(set => set.split("-").map(Number)).map(([team1, team2]) => ({ team1, team2 }));
              return suggestionOf({ sets, status: "inProgress" }, formatOf({ sport, bestOf }))?.kind ?? null;
            }
            """,
            new object?[] { sport, bestOf, sets });

        Assert.Equal(kind, suggested);
    }

    private static AnyScore Any(Random random, string sport)
    {
        var most = sport switch { "tennis" => 14, "football" => 4, _ => 30 };
        var sets = Enumerable.Range(0, random.Next(0, 6)).Select(_ => random.Next(8) == 0 ? default : new SetScore(random.Next(most), random.Next(most)));
        return new([.. sets], random.Next(2) == 0 ? "final" : "inProgress");
    }

    private sealed record AnyScore(SetScore[] Sets, string Status);
}
