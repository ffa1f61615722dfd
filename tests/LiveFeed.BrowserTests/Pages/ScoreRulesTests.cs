using System.Text.Json;
using System.Text.Json.Serialization;
using LiveFeed.BrowserTests.Browser;
using LiveFeed.Domain.Formats;
using LiveFeed.Domain.Scores;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The page's rules, which only suggest, agree with the server's rules, which decide.</summary>
[Collection(InBrowser.Name)]
public sealed class ScoreRulesTests(Chromium chromium)
{
    private const int ScoresPerPreset = 400;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    [BrowserFact]
    public async Task Judge_as_the_server_does_in_every_preset()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score/");
        var random = new Random(7);
        var cases = FormatPresets.All.Append(Own()).Select(preset => new Case(preset.Sport, preset.Name, preset.Format, [.. Enumerable.Range(0, ScoresPerPreset).Select(_ => Any(random, preset.Format))])).ToArray();

        var told = await viewed.Page.EvaluateAsync<JsonElement>(
            """
            async text => {
              const { formatOf } = await import("/js/shared/match-format.js");
              const { setsWon, faultOf, suggestionOf } = await import("/js/scoring/rules.js");
              return JSON.parse(text).map(({ sport, format: data, scores }) => {
                const format = formatOf({ sport, format: data });
                return scores.map(score => ({
                  fault: faultOf(score, format), won: setsWon(score, format), suggested: suggestionOf({ ...score, status: "inProgress" }, format),
                }));
              });
            }
            """,
            JsonSerializer.Serialize(cases, Names));

        foreach (var (one, answers) in cases.Zip(told.EnumerateArray()))
        {
            var rules = FormatRules.Of(one.Format);
            foreach (var (score, answer) in one.Scores.Zip(answers.EnumerateArray()))
                Compare(rules, one, score, answer);
        }
    }

    [BrowserTheory]
    [InlineData("volleyball-best-of-3", "25-20", "set")]
    [InlineData("volleyball-best-of-3", "25-24", null)]
    [InlineData("volleyball-best-of-3", "25-20 20-25 15-13", "match")]
    [InlineData("volleyball-best-of-3", "25-20 25-13", "match")]
    [InlineData("volleyball-two-sets", "25-20 20-25", "match")]
    [InlineData("volleyball-three-sets-to-25", "25-20 25-13", "set")]
    [InlineData("volleyball-timed", "25-3", null)]
    [InlineData("beach-volleyball", "21-19", "set")]
    [InlineData("beach-volleyball", "15-3", null)]
    [InlineData("badminton", "30-29", "set")]
    [InlineData("tennis", "6-4", "set")]
    [InlineData("tennis", "6-5", null)]
    [InlineData("tennis", "7-6 6-3", "match")]
    [InlineData("tennis", "6-1 1-6 6-3", "match")]
    [InlineData("tennis", "6-1 1-6 1-0", null)]
    [InlineData("tennis-match-tie-break", "6-1 1-6 6-3", null)]
    [InlineData("tennis-match-tie-break", "6-1 1-6 10-8", "match")]
    [InlineData("football", "5-0", null)]
    public async Task Suggest_what_is_due(string preset, string sets, string? kind)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score/");

        var suggested = await viewed.Page.EvaluateAsync<string?>(
            """
            async ([format, text]) => {
              const { formatOf } = await import("/js/shared/match-format.js");
              const { suggestionOf } = await import("/js/scoring/rules.js");
              const sets = text.split(" ").map(set => set.split("-").map(Number)).map(([team1, team2]) => ({ team1, team2 }));
              return suggestionOf({ sets, status: "inProgress" }, formatOf({ format: JSON.parse(format) }))?.kind ?? null;
            }
            """,
            new object?[] { JsonSerializer.Serialize(FormatPresets.Find(preset)!.Format, Names), sets });

        Assert.Equal(kind, suggested);
    }

    [BrowserTheory]
    [InlineData("football", "1-1", "", true)]
    [InlineData("football", "1-0", "", false)]
    [InlineData("football-halves", "1-1", "Start second half", false)]
    [InlineData("football-halves", "1-1 0-0", "", false)]
    [InlineData("football-knockout", "1-1 0-0", "Start overtime", true)]
    [InlineData("football-knockout", "1-1 1-0", "", false)]
    [InlineData("basketball", "20-18 20-22 3-3 0-0", "Start overtime", false)]
    [InlineData("baseball", "0-0 0-0 0-0 0-0 0-0 0-0 0-0 0-0 1-1", "Start inning 10", false)]
    [InlineData("badminton", "21-10", "Start game 2", false)]
    [InlineData("generic", "1-0", "Start period 2", false)]
    public async Task Offer_the_next_period_and_a_shoot_out_only_in_a_level_match(string preset, string sets, string start, bool mayShootOut)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score/");
        var of = FormatPresets.Find(preset)!;

        var offered = await viewed.Page.EvaluateAsync<JsonElement>(
            """
            async ([sport, format, text]) => {
              const { formatOf } = await import("/js/shared/match-format.js");
              const { startText, mayShootOut } = await import("/js/scoring/rules.js");
              const sets = text.split(" ").map(set => set.split("-").map(Number)).map(([team1, team2]) => ({ team1, team2 }));
              const played = formatOf({ sport, format: JSON.parse(format) });
              return [startText({ sets, status: "inProgress" }, played), mayShootOut({ sets, status: "inProgress" }, played)];
            }
            """,
            new object?[] { of.Sport, JsonSerializer.Serialize(of.Format, Names), sets });

        Assert.Equal((start, mayShootOut), (offered[0].GetString(), offered[1].GetBoolean()));
    }

    [BrowserFact]
    public async Task Sports_count_what_the_server_says_that_they_count()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score/");

        var units = await viewed.Page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const { formatOf } = await import("/js/shared/match-format.js");
              const { sports } = await (await fetch("/api/formats")).json();
              return sports.map(sport => ({ name: sport.name, given: sport.unit, used: formatOf({ sport: sport.name, format: sport.format }).unit }));
            }
            """);

        Assert.All(units.EnumerateArray(), unit => Assert.Equal($"{unit.GetProperty("name")}: {unit.GetProperty("given")}", $"{unit.GetProperty("name")}: {unit.GetProperty("used")}"));
    }

    private static void Compare(FormatRules rules, Case of, AnyScore score, JsonElement answer)
    {
        var what = $"{of.Name} {JsonSerializer.Serialize(score, Names)}: {answer}";
        var judged = rules.Assess(score.State(score.Status));
        Assert.True(judged.IsPossible == (answer.GetProperty("fault").GetString() == ""), what);
        if (!judged.IsPossible || of.Format.Kind is FormatKind.Sum or FormatKind.Generic)
            return;
        Assert.True(judged.SetsWon1 == answer.GetProperty("won").GetProperty("team1").GetInt32(), what);
        Assert.True(judged.SetsWon2 == answer.GetProperty("won").GetProperty("team2").GetInt32(), what);
        var running = rules.Assess(new ScoreState(score.Sets, MatchStatus.InProgress));
        if (running is { IsPossible: true, Winner: { } winner })
            Assert.True(answer.GetProperty("suggested").GetProperty("winner").GetInt32() == winner, what);
    }

    private static FormatPreset Own() =>
        new("own", "volleyball", "", new MatchFormat(FormatKind.Sets, BestOf: 5, SetTo: 11, Lead: 1, Cap: 15, Decider: new(7, Cap: 9)).Complete());

    private static AnyScore Any(Random random, MatchFormat format)
    {
        var most = format.Kind switch { FormatKind.Sets => (format.SetTo ?? 20) + 6, FormatKind.Games => 14, _ => 4 };
        var count = random.Next(0, (format.BestOf ?? format.Periods ?? 3) + 2);
        // Some are near the end of a set, where the rules differ.
        var sets = Enumerable.Range(0, count).Select(_ => random.Next(8) == 0 ? default : random.Next(2) == 0 ? new SetScore(random.Next(most), random.Next(most)) : NearEnd(random, format, most));
        var isFinal = random.Next(2) == 0;
        var outcome = isFinal && random.Next(4) == 0 ? new Outcome(OutcomeKind.Retired, random.Next(1, 3)) : null;
        return new([.. sets], isFinal ? MatchStatus.Final : MatchStatus.InProgress, outcome);
    }

    private static SetScore NearEnd(Random random, MatchFormat format, int most)
    {
        var target = format.SetTo ?? format.GamesTo ?? most;
        var (high, low) = (target + random.Next(-1, 3), Math.Max(0, target - random.Next(-1, 5)));
        return random.Next(2) == 0 ? new SetScore(high, low) : new SetScore(low, high);
    }

    private sealed record Case(string Sport, string Name, MatchFormat Format, AnyScore[] Scores);

    private sealed record AnyScore(SetScore[] Sets, MatchStatus Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Outcome? Outcome)
    {
        public ScoreState State(MatchStatus status) => new(Sets, status, ScoreDetails.Of(Outcome, null, null, null));
    }
}
