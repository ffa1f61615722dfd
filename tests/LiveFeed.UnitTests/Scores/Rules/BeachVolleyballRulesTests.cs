using static LiveFeed.Domain.Scores.MatchStatus;

namespace LiveFeed.UnitTests.Scores.Rules;

public sealed class BeachVolleyballRulesTests
{
    [Theory]
    [InlineData("20-18", "0-0 winner none")]
    [InlineData("21-20", "0-0 winner none")]
    [InlineData("21-19", "1-0 winner none")]
    [InlineData("24-26 8-3", "0-1 winner none")]
    [InlineData("23-20", "1-0 winner none set_past_its_end")]
    [InlineData("21-19 19-21 15-14", "1-1 winner none")]
    public void A_set_goes_to_21_by_two(string sets, string expected) =>
        Assert.Equal(expected, ScoreText.Rules("beach-volleyball").Assess(sets, InProgress).Describe());

    [Theory]
    [InlineData("21-15 21-12", "2-0 winner 1")]
    [InlineData("21-15 15-21 13-15", "1-2 winner 2")]
    [InlineData("21-15 15-21 21-12", "2-1 winner 1 set_past_its_end")]
    public void Two_sets_win_and_the_third_goes_to_15(string sets, string expected) =>
        Assert.Equal(expected, ScoreText.Rules("beach-volleyball").Assess(sets, Final).Describe());

    [Theory]
    [InlineData("21-15", "1-0 winner 1")]
    [InlineData("15-12", "1-0 winner 1 set_unfinished")]
    public void A_single_set_goes_to_21_since_it_breaks_no_tie(string sets, string expected) =>
        Assert.Equal(expected, ScoreText.Rules("beach-volleyball", 1).Assess(sets, Final).Describe());

    [Theory]
    [InlineData(1, "21-15 1-0", "sets[1]")]
    [InlineData(3, "21-15 21-15 1-0", "sets[2]")]
    [InlineData(3, "21-15 15-21 15-10 0-0", "sets[3]")]
    public void Play_after_the_last_set_cannot_be(int bestOf, string sets, string field)
    {
        var assessment = ScoreText.Rules("beach-volleyball", bestOf).Assess(sets, InProgress);
        Assert.Equal(field, Assert.Single(assessment.Violations).Field);
    }
}
