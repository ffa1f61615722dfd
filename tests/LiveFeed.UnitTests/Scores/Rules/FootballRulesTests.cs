using LiveFeed.Domain.Scores;
using static LiveFeed.Domain.Scores.MatchStatus;

namespace LiveFeed.UnitTests.Scores.Rules;

public sealed class FootballRulesTests
{
    [Theory]
    [InlineData("2-1", "1-0 winner 1")]
    [InlineData("0-4", "0-1 winner 2")]
    [InlineData("1-1 4-3", "0-0 winner 1")]
    [InlineData("0-0 10-11", "0-0 winner 2")]
    public void Goals_win_and_a_shoot_out_decides_a_level_match(string sets, string expected) =>
        Assert.Equal(expected, Assess(sets, Final).Describe());

    [Theory]
    [InlineData("0-0")]
    [InlineData("2-2")]
    [InlineData("2-2 0-0")]
    public void A_draw_is_a_result_like_any_other(string sets) =>
        Assert.Equal("0-0 winner none", Assess(sets, Final).Describe());

    [Theory]
    [InlineData("2-1", InProgress, "0-0 winner none")]
    [InlineData("1-1 3-2", InProgress, "0-0 winner none")]
    [InlineData("2-1", Cancelled, "0-0 winner none")]
    [InlineData("0-0", Scheduled, "0-0 winner none")]
    [InlineData("1-0", Scheduled, "0-0 winner none scheduled_with_points")]
    public void Nothing_is_won_before_the_match_is_final(string sets, MatchStatus status, string expected) =>
        Assert.Equal(expected, Assess(sets, status).Describe());

    [Theory]
    [InlineData("", "0-0 winner none final_without_sets")]
    [InlineData("1-1 3-3", "0-0 winner none shoot_out_undecided")]
    [InlineData("1-1 5-1", "0-0 winner 1 shoot_out_past_its_end")]
    [InlineData("1-1 6-8", "0-0 winner 2 shoot_out_past_its_end")]
    [InlineData("1-1 5-2", "0-0 winner 1 shoot_out_past_its_end")]
    [InlineData("1-1 4-2", "0-0 winner 1")]
    [InlineData("1-1 3-0", "0-0 winner 1")]
    public void A_shoot_out_that_cannot_have_ended_so_is_odd(string sets, string expected) =>
        Assert.Equal(expected, Assess(sets, Final).Describe());

    [Theory]
    [InlineData("2-1 4-3", "sets[1]")]
    [InlineData("2-1 0-0", "sets[1]")]
    [InlineData("1-1 4-3 1-0", "sets[1]")]
    public void A_shoot_out_after_a_decided_match_and_a_third_period_cannot_be(string sets, string field) =>
        Assert.Equal(field, Assert.Single(Assess(sets, Final).Violations).Field);

    // Clients of before there were deciders send a shoot-out as a second period.
    private static ScoreAssessment Assess(string sets, MatchStatus status)
    {
        var format = ScoreText.Format("football");
        return FormatRules.Of(format).Assess(SecondPeriod.AsShootOut(new ScoreState(ScoreText.Parse(sets), status), format));
    }
}
