using LiveFeed.Domain.Scores;
using static LiveFeed.Domain.Scores.MatchStatus;

namespace LiveFeed.UnitTests.Scores.Rules;

public sealed class TennisRulesTests
{
    private static readonly FormatRules BestOf3 = ScoreText.Rules("tennis");
    private static readonly FormatRules BestOf5 = ScoreText.Rules("tennis", 5);

    [Theory]
    [InlineData("5-0", "0-0 winner none")]
    [InlineData("6-5", "0-0 winner none")]
    [InlineData("6-6", "0-0 winner none")]
    [InlineData("6-4", "1-0 winner none")]
    [InlineData("6-0", "1-0 winner none")]
    [InlineData("7-5", "1-0 winner none")]
    [InlineData("6-7", "0-1 winner none")]
    [InlineData("1-0", "0-0 winner none")]
    public void A_set_goes_to_six_games_by_two_or_ends_seven_five_or_by_tie_break(string sets, string expected) =>
        Assert.Equal(expected, BestOf3.Assess(sets, InProgress).Describe());

    [Theory]
    [InlineData("7-4", "1-0 winner none set_past_its_end")]
    [InlineData("8-6", "1-0 winner none set_past_its_end")]
    [InlineData("8-7", "1-0 winner none set_past_its_end")]
    [InlineData("7-7", "0-0 winner none set_past_its_end")]
    public void An_earlier_set_beyond_the_tie_break_is_odd(string sets, string expected) =>
        Assert.Equal(expected, BestOf3.Assess(sets, InProgress).Describe());

    [Theory]
    [InlineData("6-4 6-4", "2-0 winner 1")]
    [InlineData("6-4 4-6 6-3", "2-1 winner 1")]
    [InlineData("6-4 4-6 5-7", "1-2 winner 2")]
    [InlineData("6-4 4-6 7-6", "2-1 winner 1")]
    public void Two_sets_win_a_best_of_three(string sets, string expected) =>
        Assert.Equal(expected, BestOf3.Assess(sets, Final).Describe());

    [Theory]
    [InlineData("6-4 6-4 6-4", "3-0 winner 1")]
    [InlineData("6-4 4-6 6-4 4-6 68-70", "2-3 winner 2")]
    public void Three_sets_win_a_best_of_five(string sets, string expected) =>
        Assert.Equal(expected, BestOf5.Assess(sets, Final).Describe());

    [Theory]
    [InlineData("8-6")]
    [InlineData("13-11")]
    public void The_deciding_set_may_be_an_advantage_set(string decider) =>
        Assert.Equal("2-1 winner 1", BestOf3.Assess($"6-4 4-6 {decider}", Final).Describe());

    [Theory]
    [InlineData("1-0")]
    [InlineData("10-0")]
    [InlineData("10-8")]
    [InlineData("12-10")]
    public void The_deciding_set_may_be_a_match_tie_break(string decider) =>
        Assert.Equal("2-1 winner 1", BestOf3.Assess($"6-4 4-6 {decider}", Final).Describe());

    [Theory]
    [InlineData("3-2", "2-1 winner 1 set_unfinished")]
    [InlineData("8-7", "2-1 winner 1 set_unfinished")]
    [InlineData("7-4", "2-1 winner 1 set_past_its_end")]
    [InlineData("12-5", "2-1 winner 1 set_past_its_end")]
    [InlineData("5-5", "1-1 winner none set_unfinished final_without_winner")]
    public void A_deciding_set_that_is_no_kind_of_set_is_odd_at_most(string decider, string expected) =>
        Assert.Equal(expected, BestOf3.Assess($"6-4 4-6 {decider}", Final).Describe());

    [Theory]
    [InlineData("1-0")]
    [InlineData("6-3")]
    [InlineData("7-4")]
    [InlineData("7-5")]
    [InlineData("9-7")]
    [InlineData("10-9")]
    public void A_running_deciding_set_has_no_winner_while_it_may_be_a_match_tie_break(string decider) =>
        Assert.Equal("1-1 winner none", BestOf3.Assess($"6-4 4-6 {decider}", InProgress).Describe());

    [Theory]
    [InlineData("10-8", "2-1 winner 1 match_already_won")]
    [InlineData("10-12", "1-2 winner 2 match_already_won")]
    [InlineData("13-10", "2-1 winner 1 set_past_its_end match_already_won")]
    public void A_running_deciding_set_is_won_once_it_is_by_games_and_by_points(string decider, string expected) =>
        Assert.Equal(expected, BestOf3.Assess($"6-4 4-6 {decider}", InProgress).Describe());

    [Fact]
    public void A_match_won_before_the_deciding_set_is_won_while_in_progress() =>
        Assert.Equal("2-0 winner 1 match_already_won", BestOf3.Assess("6-4 6-4", InProgress).Describe());

    [Fact]
    public void A_retirement_is_won_by_the_side_with_more_sets_and_odd() =>
        Assert.Equal("1-0 winner 1 final_before_decided", BestOf3.Assess("6-4", Final).Describe());

    [Fact]
    public void Games_after_the_match_was_won_cannot_be() =>
        Assert.Equal("sets[2]", Assert.Single(BestOf3.Assess("6-4 6-4 1-0", Final).Violations).Field);
}
