using System.Text.Json;
using System.Text.Json.Serialization;
using LiveFeed.BrowserTests.Browser;
using LiveFeed.Domain.Formats;
using LiveFeed.Domain.Scores;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>How the scorekeeper's page counts the points of games, judged by an oracle and by the server's rules.</summary>
[Collection(InBrowser.Name)]
public sealed class GamePointsTests(Chromium chromium)
{
    private const int MatchesPerFormat = 6;
    private const int MaxPoints = 2_000;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private static readonly FinalSet[] Chosen = [FinalSet.TieBreak, FinalSet.Advantage, FinalSet.MatchTieBreak10];

    [BrowserFact]
    public async Task Random_matches_of_every_preset_are_counted_to_their_end_as_the_rules_of_tennis_say()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score/");
        var random = new Random(7);
        var presets = FormatPresets.All.Where(preset => preset.Format.Kind is FormatKind.Games).ToArray();
        // A final set of any kind is played as the scorekeeper says.
        var formats = presets.SelectMany(preset => preset.Format.FinalSet is FinalSet.Any
            ? Chosen.Select(final => (preset.Sport, preset.Name, Format: preset.Format with { FinalSet = final }))
            : [(preset.Sport, preset.Name, preset.Format)]).ToArray();
        Assert.NotEmpty(formats);
        var cases = formats.SelectMany(of => Enumerable.Range(0, MatchesPerFormat).Select(_ => new Case(
            of.Sport, of.Name, of.Format, random.Next(1, 3), [.. Enumerable.Range(0, MaxPoints).Select(_ => random.Next(1, 3))]))).ToArray();

        var played = await viewed.Page.EvaluateAsync<JsonElement>(
            """
            async text => {
              const { formatOf } = await import("/js/shared/match-format.js");
              const { suggestionOf } = await import("/js/scoring/rules.js");
              const { scoreOf, withNextSet } = await import("/js/scoring/score.js");
              const { tapped } = await import("/js/scoring/tap.js");
              const pair = ({ team1, team2 }) => `${team1}-${team2}`;
              const textOf = ({ sets, points, server }) => [
                ...sets.map(set => pair(set) + (set.tieBreak ? `(${pair(set.tieBreak)})` : "")), ...(points ? [pair(points)] : []), server].join(" ");
              return JSON.parse(text).map(({ sport, format: data, server, winners }) => {
                const format = formatOf({ sport, format: data });
                let score = scoreOf({ sets: [{ team1: 0, team2: 0 }], status: "inProgress", points: { team1: "0", team2: "0" }, server });
                const steps = [];
                for (const team of winners) {
                  score = tapped(score, team, 1, format);
                  const due = suggestionOf(score, format);
                  steps.push({ text: textOf(score), score: scoreOf(score), due: due?.kind ?? "", winner: due?.winner ?? 0 });
                  if (due?.kind === "match") break;
                  if (due) score = withNextSet(score, format);
                }
                return steps;
              });
            }
            """,
            JsonSerializer.Serialize(cases, Names));

        foreach (var (one, steps) in cases.Zip(played.EnumerateArray()))
            Compare(one, [.. steps.EnumerateArray()]);
    }

    [BrowserFact]
    public async Task A_point_taken_away_leads_back_and_is_none_at_love()
    {
        (string Score, int Team, string Back)[] expected =
        [
            ("0-0 15-0", 1, "0-0 0-0 1"), ("0-0 0-15", 1, "none"), ("0-0 40-30", 1, "0-0 30-30 1"), ("0-0 AD-40", 1, "0-0 40-40 1"), ("0-0 AD-40", 2, "0-0 40-30 1"),
            ("6-6 3-2", 1, "6-6 2-2 2"), ("6-6 2-2", 2, "6-6 2-1 1"), ("6-6 0-0", 2, "none"),
        ];
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score/");

        var back = await viewed.Page.EvaluateAsync<string[]>(
            """
            async text => {
              const { formatOf } = await import("/js/shared/match-format.js");
              const { tapped } = await import("/js/scoring/tap.js");
              const { sport, format, cases } = JSON.parse(text);
              const pairOf = (written, by) => written.split("-").map(by).reduce((team1, team2) => ({ team1, team2 }));
              const pair = ({ team1, team2 }) => `${team1}-${team2}`;
              return cases.map(({ score, team }) => {
                const [set, points] = score.split(" ");
                const next = tapped({ sets: [pairOf(set, Number)], points: pairOf(points, String), status: "inProgress", server: 1 }, team, -1, formatOf({ sport, format }));
                return next ? `${pair(next.sets[0])} ${pair(next.points)} ${next.server}` : "none";
              });
            }
            """,
            JsonSerializer.Serialize(new { sport = "padel", FormatPresets.Find("padel")!.Format, cases = expected.Select(one => new { one.Score, one.Team }) }, Names));

        Assert.Equal(expected, expected.Zip(back, (one, text) => (one.Score, one.Team, text)));
    }

    [BrowserTheory]
    [InlineData("volleyball", "2", "none", "none")]
    [InlineData("badminton", "2", "none", "2")]
    [InlineData("table-tennis", "none", "none", "none")]
    public async Task Who_wins_a_rally_serves_next_in_the_sports_that_say_so(string sport, string afterPoint, string afterMinus, string inNextSet)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score/");

        var served = await viewed.Page.EvaluateAsync<string[]>(
            """
            async text => {
              const { formatOf } = await import("/js/shared/match-format.js");
              const { withNextSet } = await import("/js/scoring/score.js");
              const { tapped } = await import("/js/scoring/tap.js");
              const { sport, format } = JSON.parse(text);
              const of = formatOf({ sport, format });
              const point = tapped({ sets: [{ team1: 1, team2: 0 }], status: "inProgress" }, 2, 1, of);
              return [point, tapped(point, 2, -1, of), withNextSet(point, of)].map(({ server }) => `${server ?? "none"}`);
            }
            """,
            JsonSerializer.Serialize(new { sport, FormatPresets.Find(sport)!.Format }, Names));

        Assert.Equal([afterPoint, afterMinus, inNextSet], served);
    }

    private static void Compare(Case one, JsonElement[] steps)
    {
        var oracle = new GamesOracle(one.Format, one.Server);
        var rules = FormatRules.Of(one.Format);
        foreach (var (step, team) in steps.Zip(one.Winners))
        {
            if (oracle.IsSetOver)
                oracle.BeginSet();
            oracle.Point(team);
            var what = $"{one.Name}, final set {one.Format.FinalSet}: {step}, and not {oracle}";
            Assert.True(step.GetProperty("text").GetString() == $"{oracle}", what);
            Assert.True(step.GetProperty("due").GetString() == (oracle.Winner > 0 ? "match" : oracle.IsSetOver ? "set" : ""), what);
            var judged = rules.Assess(State(step, oracle.Winner > 0 ? MatchStatus.Final : MatchStatus.InProgress));
            Assert.True(judged is { IsPossible: true, Warnings.Count: 0 }, $"{what}: {string.Join(' ', judged.Violations)} {string.Join(' ', judged.Warnings)}");
            Assert.True((judged.Winner ?? 0) == oracle.Winner && (oracle.Winner == 0 || step.GetProperty("winner").GetInt32() == oracle.Winner), what);
        }

        Assert.True(oracle.Winner > 0, $"{one.Name} wasn't played to its end");
    }

    private static ScoreState State(JsonElement step, MatchStatus status)
    {
        var score = step.GetProperty("score");
        return new(score.GetProperty("sets").Deserialize<SetScore[]>(Names)!, status, null);
    }

    private sealed record Case(string Sport, string Name, MatchFormat Format, int Server, int[] Winners);
}
