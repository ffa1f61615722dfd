using LiveFeed.Domain.Scores;
using static LiveFeed.Domain.Scores.MatchStatus;

namespace LiveFeed.UnitTests.Scores.Rules;

public sealed class GenericRulesTests
{
    private static readonly FormatRules Generic = ScoreText.Preset("generic-periods");

    [Theory]
    [InlineData("3-1", "0-0 winner none")]
    [InlineData("3-1 0-5", "1-0 winner none")]
    [InlineData("3-1 2-2 0-5 1-0", "1-1 winner none")]
    public void A_running_match_counts_every_period_but_the_last(string sets, string expected) =>
        Assert.Equal(expected, Generic.Assess(sets, InProgress).Describe());

    [Theory]
    [InlineData("3-1 0-1 2-0", "2-1 winner 1")]
    [InlineData("1-0 1-0 0-9", "2-1 winner 1")]
    [InlineData("3-1 0-1", "1-1 winner 1")]
    [InlineData("3-1 1-4", "1-1 winner 2")]
    [InlineData("3-1 1-3", "1-1 winner none")]
    [InlineData("0-0", "0-0 winner none")]
    [InlineData("", "0-0 winner none final_without_sets")]
    public void A_final_match_goes_to_more_periods_then_to_the_higher_total_then_to_nobody(string sets, string expected) =>
        Assert.Equal(expected, Generic.Assess(sets, Final).Describe());

    [Theory]
    [InlineData("28-31 21-23 32-20 19-20", "1-3 winner 1")]
    [InlineData("3-1 1-3", "1-1 winner none")]
    public void Unless_it_is_chosen_otherwise_more_in_all_wins(string sets, string expected) =>
        Assert.Equal(expected, ScoreText.Rules("generic").Assess(sets, Final).Describe());

    [Theory]
    [InlineData("3-1 2-0", Cancelled, "1-0 winner none")]
    [InlineData("3-1 2-0", Scheduled, "1-0 winner none scheduled_with_points")]
    public void A_match_that_is_not_final_has_no_winner(string sets, MatchStatus status, string expected) =>
        Assert.Equal(expected, Generic.Assess(sets, status).Describe());
}
