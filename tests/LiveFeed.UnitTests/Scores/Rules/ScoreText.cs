using System.Globalization;
using LiveFeed.Domain.Formats;
using LiveFeed.Domain.Scores;

namespace LiveFeed.UnitTests.Scores.Rules;

/// <summary>Scores as people write them: <c>"25-20 18-25"</c>, and <c>""</c> for none.</summary>
internal static class ScoreText
{
    public static FormatRules Rules(string sport, int? bestOf = null) =>
        FormatRules.Of(Format(sport, bestOf));

    public static MatchFormat Format(string sport, int? bestOf = null) =>
        Sports.FormatOf(Sports.Find(sport)!, bestOf) ?? throw new ArgumentException($"No {sport}, best of {bestOf}.");

    /// <summary>Returns the rules of a preset.</summary>
    public static FormatRules Preset(string name) => FormatRules.Of(FormatPresets.Find(name)!.Format);

    public static ScoreAssessment Assess(this FormatRules rules, string sets, MatchStatus status) => rules.Assess(Parse(sets), status);

    /// <summary>Returns the sets won and the winner, such as <c>"3-1 winner 1"</c>, followed by any warnings.</summary>
    public static string Describe(this ScoreAssessment assessment)
    {
        Assert.True(assessment.IsPossible, string.Join(" ", assessment.Violations));
        var winner = assessment.Winner?.ToString(CultureInfo.InvariantCulture) ?? "none";
        var codes = assessment.Warnings.Select(warning => warning.Code);
        return string.Join(" ", codes.Prepend($"{assessment.SetsWon1}-{assessment.SetsWon2} winner {winner}"));
    }

    public static SetScore[] Parse(string sets) =>
        [.. sets.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseSet)];

    private static SetScore ParseSet(string set)
    {
        var points = set.Split('-').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return new SetScore(points[0], points[1]);
    }
}
