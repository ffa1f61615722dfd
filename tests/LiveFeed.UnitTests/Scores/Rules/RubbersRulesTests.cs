using LiveFeed.Domain.Formats;
using LiveFeed.Domain.Scores;

namespace LiveFeed.UnitTests.Scores.Rules;

/// <summary>Ties of rubbers: one pair of numbers.</summary>
public sealed class RubbersRulesTests
{
    [Theory]
    [InlineData(3, false, MatchStatus.InProgress, 1, 1, null, "")]
    [InlineData(3, false, MatchStatus.InProgress, 2, 0, null, "match_already_won")]
    [InlineData(3, false, MatchStatus.Final, 2, 0, 1, "")]
    [InlineData(3, false, MatchStatus.Final, 0, 3, 2, "")]
    [InlineData(5, false, MatchStatus.Final, 1, 2, 2, "final_before_decided")]
    [InlineData(4, false, MatchStatus.Final, 2, 2, null, "final_without_winner")]
    [InlineData(4, true, MatchStatus.Final, 2, 2, null, "")]
    [InlineData(4, true, MatchStatus.Final, 2, 1, 1, "")]
    public void Who_has_won_more_rubbers_has_won_the_tie(int rubbers, bool drawAllowed, MatchStatus status, int team1, int team2, int? winner, string warnings)
    {
        var format = new MatchFormat(FormatKind.Rubbers, Rubbers: rubbers, DrawAllowed: drawAllowed).Complete();
        var assessment = FormatRules.Of(format).Assess([new(team1, team2)], status);

        Assert.Equal((team1, team2, winner), (assessment.SetsWon1, assessment.SetsWon2, assessment.Winner));
        Assert.Equal(warnings, string.Join(' ', assessment.Warnings.Select(warning => warning.Code)));
    }

    [Theory]
    [InlineData("3-1", "sets[0]")]
    [InlineData("4-0", "sets[0].team1")]
    [InlineData("1-0 1-0", "sets[1]")]
    public void There_are_no_more_rubbers_than_the_format_has(string sets, string field)
    {
        var format = new MatchFormat(FormatKind.Rubbers, Rubbers: 3).Complete();
        var assessment = FormatRules.Of(format).Assess([.. sets.Split(' ').Select(set => new SetScore(set[0] - '0', set[2] - '0'))], MatchStatus.InProgress);
        Assert.Equal(field, Assert.Single(assessment.Violations).Field);
    }

    [Fact]
    public void A_tie_has_no_decider_and_an_outcome_says_who_has_won()
    {
        var rules = FormatRules.Of(new MatchFormat(FormatKind.Rubbers, Rubbers: 3).Complete());
        Assert.Equal("decider", Assert.Single(rules.Assess(new ScoreState([new(1, 1)], MatchStatus.InProgress, new(Decider: new(DeciderKind.GoldenSet, 1, 0)))).Violations).Field);
        Assert.Equal(2, rules.Assess(new ScoreState([new(2, 0)], MatchStatus.Final, new(Outcome: new(OutcomeKind.Awarded, 2)))).Winner);
    }

    [Theory]
    [InlineData("""{"kind":"rubbers"}""", "rubbers")]
    [InlineData("""{"kind":"rubbers","rubbers":16}""", "rubbers")]
    [InlineData("""{"kind":"rubbers","rubbers":3,"bestOf":3}""", "bestOf")]
    [InlineData("""{"kind":"sets","bestOf":3,"setTo":25,"rubbers":3}""", "rubbers")]
    [InlineData("""{"kind":"sum","periods":2,"playAll":true}""", "playAll")]
    [InlineData("""{"kind":"games","bestOf":3,"gamesTo":6,"drawAllowed":true}""", "drawAllowed")]
    public void A_format_of_rubbers_says_how_many_and_nothing_of_other_kinds(string format, string field)
    {
        var choice = System.Text.Json.JsonSerializer.Deserialize<FormatChoice>(format, Domain.ApiJson.Options)!;
        Assert.Equal([field], choice.Faults("f").Keys.Select(key => key[2..]));
    }
}
