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

    [BrowserFact]
    public async Task Suggest_what_is_due()
    {
        (string Preset, string Sets, string? Kind)[] expected =
        [
            ("volleyball-best-of-3", "25-20", "set"),
            ("volleyball-best-of-3", "25-24", null),
            ("volleyball-best-of-3", "25-20 20-25 15-13", "match"),
            ("volleyball-best-of-3", "25-20 25-13", "match"),
            ("volleyball-two-sets", "25-20 20-25", "match"),
            ("volleyball-three-sets-to-25", "25-20 25-13", "set"),
            ("volleyball-timed", "25-3", null),
            ("beach-volleyball", "21-19", "set"),
            ("beach-volleyball", "15-3", null),
            ("badminton", "30-29", "set"),
            ("tennis", "6-4", "set"),
            ("tennis", "6-5", null),
            ("tennis", "7-6 6-3", "match"),
            ("tennis", "6-1 1-6 6-3", "match"),
            ("tennis", "6-1 1-6 1-0", null),
            ("tennis-match-tie-break", "6-1 1-6 6-3", null),
            ("tennis-match-tie-break", "6-1 1-6 10-8", "match"),
            ("football", "5-0", null),
        ];

        var suggested = await EvaluateAsync(
            expected.Select(one => (one.Preset, one.Sets)),
            """({ score, format }) => suggestionOf(score, format)?.kind ?? null""");

        Assert.Equal(expected, expected.Zip(suggested, (one, kind) => (one.Preset, one.Sets, kind.GetString())));
    }

    [BrowserFact]
    public async Task Offer_the_next_period_and_a_shoot_out_only_in_a_level_match()
    {
        (string Preset, string Sets, string Start, bool MayShootOut)[] expected =
        [
            ("football", "1-1", "", true),
            ("football", "1-0", "", false),
            ("football-halves", "1-1", "Start second half", false),
            ("football-halves", "1-1 0-0", "", false),
            ("football-knockout", "1-1 0-0", "Start overtime", true),
            ("football-knockout", "1-1 1-0", "", false),
            ("basketball", "20-18 20-22 3-3 0-0", "Start overtime", false),
            ("baseball", "0-0 0-0 0-0 0-0 0-0 0-0 0-0 0-0 1-1", "Start inning 10", false),
            ("badminton", "21-10", "Start game 2", false),
            ("generic", "1-0", "Start period 2", false),
        ];

        var offered = await EvaluateAsync(
            expected.Select(one => (one.Preset, one.Sets)),
            "({ score, format }) => [startText(score, format), mayShootOut(score, format)]");

        Assert.Equal(expected, expected.Zip(offered, (one, answer) => (one.Preset, one.Sets, answer[0].GetString()!, answer[1].GetBoolean())));
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

    /// <summary>Evaluates an expression of the page's rules for running scores, such as 25-20 1-0, in formats by name.</summary>
    private async Task<JsonElement[]> EvaluateAsync(IEnumerable<(string Preset, string Sets)> cases, string expression)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score/");
        var results = await viewed.Page.EvaluateAsync<JsonElement>(
            $$"""
            async text => {
              const { formatOf } = await import("/js/shared/match-format.js");
              const { mayShootOut, startText, suggestionOf } = await import("/js/scoring/rules.js");
              return JSON.parse(text).map(({ sport, format, sets }) => ({
                score: { sets: sets.split(" ").map(set => set.split("-").map(Number)).map(([team1, team2]) => ({ team1, team2 })), status: "inProgress" },
                format: formatOf({ sport, format }),
              })).map({{expression}});
            }
            """,
            JsonSerializer.Serialize(cases.Select(one => (Preset: FormatPresets.Find(one.Preset)!, one.Sets)).Select(one => new { one.Preset.Sport, one.Preset.Format, one.Sets }), Names));
        return [.. results.EnumerateArray()];
    }

    private static void Compare(FormatRules rules, Case of, AnyScore score, JsonElement answer)
    {
        var what = $"{of.Name} {JsonSerializer.Serialize(score, Names)}: {answer}";
        var judged = rules.Assess(score.State(score.Status, score.Outcome));
        Assert.True(judged.IsPossible == (answer.GetProperty("fault").GetString() == ""), what);
        if (!judged.IsPossible || of.Format.Kind is FormatKind.Sum or FormatKind.Generic)
            return;
        Assert.True(judged.SetsWon1 == answer.GetProperty("won").GetProperty("team1").GetInt32(), what);
        Assert.True(judged.SetsWon2 == answer.GetProperty("won").GetProperty("team2").GetInt32(), what);
        var running = rules.Assess(score.State(MatchStatus.InProgress, null));
        if (!running.IsPossible)
            return;
        var suggested = answer.GetProperty("suggested");
        if (score.Decider is not null)
            // What decides apart from the sets is still played, even if the sets alone have a winner.
            Assert.True(suggested.ValueKind is JsonValueKind.Null, what);
        else
            Assert.True(running.Winner == SuggestedWinner(of.Format, running, suggested), what);
    }

    /// <summary>
    /// Returns the winner of the match that the page suggests; null if it suggests none. In a final set of any kind the page says that it isn't sure: the server
    /// names no winner there before the match is final. And all sets may be played without a winner.
    /// </summary>
    private static int? SuggestedWinner(MatchFormat format, ScoreAssessment running, JsonElement suggested)
    {
        if (suggested.ValueKind is JsonValueKind.Null || suggested.GetProperty("kind").GetString() != "match")
            return null;
        if (!suggested.GetProperty("isSure").GetBoolean())
        {
            Assert.Equal(FinalSet.Any, format.FinalSet);
            return null;
        }

        if (suggested.GetProperty("winner").ValueKind is not JsonValueKind.Null)
            return suggested.GetProperty("winner").GetInt32();
        Assert.Equal((format.BestOf, running.SetsWon1), (running.SetsWon1 + running.SetsWon2, running.SetsWon2));
        return null;
    }

    private static FormatPreset Own() =>
        new("own", "volleyball", "", new MatchFormat(FormatKind.Sets, BestOf: 5, SetTo: 11, Lead: 1, Cap: 15, Decider: new(7, Cap: 9)).Complete());

    private static AnyScore Any(Random random, MatchFormat format)
    {
        var most = format.Kind switch { FormatKind.Sets => (format.SetTo ?? 20) + 6, FormatKind.Games => 14, _ => 4 };
        var count = random.Next(0, (format.BestOf ?? format.Periods ?? 3) + 2);
        // Some are near the end of a set, where the rules differ.
        var sets = Enumerable.Range(0, count).Select(_ => random.Next(8) == 0 ? default : random.Next(2) == 0 ? new SetScore(random.Next(most), random.Next(most)) : NearEnd(random, format, most));
        var status = random.Next(6) switch { 0 => MatchStatus.Scheduled, 1 => MatchStatus.Postponed, 2 or 3 => MatchStatus.InProgress, _ => MatchStatus.Final };
        var outcome = status is MatchStatus.Final && random.Next(4) == 0 ? new Outcome(OutcomeKind.Retired, random.Next(1, 3)) : null;
        // Before the match there is none, and the page has no way to write one.
        var decider = status is MatchStatus.InProgress or MatchStatus.Final && random.Next(4) == 0 ? AnyDecider(random, format) : null;
        return new([.. sets], status, outcome, decider);
    }

    private static Decider AnyDecider(Random random, MatchFormat format) => new(
        format.Kind switch { FormatKind.Sets => DeciderKind.GoldenSet, FormatKind.Games => DeciderKind.MatchTieBreak, _ => DeciderKind.ShootOut },
        random.Next(12),
        // Sometimes more than there can be.
        random.Next(10) == 0 ? 1_000 : random.Next(12));

    private static SetScore NearEnd(Random random, MatchFormat format, int most)
    {
        var target = format.SetTo ?? format.GamesTo ?? most;
        var (high, low) = (target + random.Next(-1, 3), Math.Max(0, target - random.Next(-1, 5)));
        return random.Next(2) == 0 ? new SetScore(high, low) : new SetScore(low, high);
    }

    private sealed record Case(string Sport, string Name, MatchFormat Format, AnyScore[] Scores);

    private sealed record AnyScore(
        SetScore[] Sets, MatchStatus Status,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Outcome? Outcome,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Decider? Decider)
    {
        public ScoreState State(MatchStatus status, Outcome? outcome) => new(Sets, status, ScoreDetails.Of(outcome, Decider, null, null));
    }
}
