using LiveFeed.Domain.Scores;
using static LiveFeed.Domain.Scores.MatchStatus;

namespace LiveFeed.UnitTests.Scores.Rules;

public sealed class VolleyballRulesTests
{
    private static readonly FormatRules BestOf5 = ScoreText.Rules("volleyball");
    private static readonly FormatRules BestOf3 = ScoreText.Rules("volleyball", 3);

    [Theory]
    [InlineData("", "0-0 winner none")]
    [InlineData("0-0", "0-0 winner none")]
    [InlineData("24-20", "0-0 winner none")]
    [InlineData("25-23", "1-0 winner none")]
    [InlineData("25-24", "0-0 winner none")]
    [InlineData("25-25", "0-0 winner none")]
    [InlineData("30-32", "0-1 winner none")]
    [InlineData("25-20 3-7", "1-0 winner none")]
    [InlineData("25-20 20-25 25-10 25-27 14-10", "2-2 winner none")]
    public void A_running_match_counts_the_sets_won_to_25_by_two(string sets, string expected) =>
        Assert.Equal(expected, BestOf5.Assess(sets, InProgress).Describe());

    [Theory]
    [InlineData("25-20 25-20 25-20", "3-0 winner 1")]
    [InlineData("25-20 20-25 20-25 23-25", "1-3 winner 2")]
    [InlineData("25-20 20-25 25-20 20-25 15-13", "3-2 winner 1")]
    [InlineData("25-20 20-25 25-20 20-25 16-18", "2-3 winner 2")]
    public void Three_sets_win_a_best_of_five_whose_fifth_goes_to_15(string sets, string expected) =>
        Assert.Equal(expected, BestOf5.Assess(sets, Final).Describe());

    [Theory]
    [InlineData("25-20 25-20", "2-0 winner 1")]
    [InlineData("25-20 20-25 12-15", "1-2 winner 2")]
    [InlineData("25-20 20-25 25-23", "2-1 winner 1")]
    public void Two_sets_win_a_best_of_three_whose_third_goes_to_15(string sets, string expected) =>
        Assert.Equal(expected, BestOf3.Assess(sets, Final).Describe());

    [Theory]
    [InlineData("27-20", "1-0 winner none set_past_its_end")]
    [InlineData("26-20", "1-0 winner none set_past_its_end")]
    [InlineData("20-28 3-2", "0-1 winner none set_past_its_end")]
    public void A_set_played_past_its_end_is_odd_but_won(string sets, string expected) =>
        Assert.Equal(expected, BestOf5.Assess(sets, InProgress).Describe());

    [Fact]
    public void The_deciding_set_is_past_its_end_where_an_ordinary_one_would_go_on() =>
        Assert.Equal("2-1 winner 1 set_past_its_end match_already_won", BestOf3.Assess("25-20 20-25 18-10", InProgress).Describe());

    [Theory]
    [InlineData("21-19 3-2", "1-0 winner none set_unfinished")]
    [InlineData("20-20 3-2", "0-0 winner none set_unfinished")]
    [InlineData("25-24 1-0", "1-0 winner none set_unfinished")]
    public void A_set_left_unfinished_goes_to_its_leader_with_a_warning(string sets, string expected) =>
        Assert.Equal(expected, BestOf5.Assess(sets, InProgress).Describe());

    [Theory]
    [InlineData("25-20 0-0 3-2", "1-0 winner none set_empty")]
    [InlineData("0-0 25-20", "1-0 winner none set_empty")]
    [InlineData("25-20 0-0 0-0 0-0 0-0", "1-0 winner none")]
    [InlineData("24-20 0-0", "0-0 winner none")]
    public void An_empty_set_is_odd_only_before_one_with_points(string sets, string expected) =>
        Assert.Equal(expected, BestOf5.Assess(sets, InProgress).Describe());

    [Fact]
    public void A_match_that_is_won_but_still_in_progress_is_odd() =>
        Assert.Equal("3-0 winner 1 match_already_won", BestOf5.Assess("25-20 25-20 25-20", InProgress).Describe());

    [Theory]
    [InlineData("", "0-0 winner none final_without_sets")]
    [InlineData("0-0", "0-0 winner none final_without_winner")]
    [InlineData("25-20 20-25", "1-1 winner none final_without_winner")]
    [InlineData("25-20", "1-0 winner 1 final_before_decided")]
    [InlineData("25-20 25-20 10-5", "3-0 winner 1 set_unfinished")]
    [InlineData("25-20 3-8", "1-1 winner none set_unfinished final_without_winner")]
    public void A_final_match_that_ended_early_is_odd(string sets, string expected) =>
        Assert.Equal(expected, BestOf5.Assess(sets, Final).Describe());

    [Theory]
    [InlineData("", "0-0 winner none")]
    [InlineData("0-0 0-0", "0-0 winner none")]
    [InlineData("1-0", "0-0 winner none scheduled_with_points")]
    [InlineData("25-20 25-20 25-20", "3-0 winner none scheduled_with_points")]
    public void Points_of_a_scheduled_match_are_odd_and_win_nothing(string sets, string expected) =>
        Assert.Equal(expected, BestOf5.Assess(sets, Scheduled).Describe());

    [Theory]
    [InlineData("", "0-0 winner none")]
    [InlineData("25-20 10-5", "1-0 winner none")]
    [InlineData("25-20 25-20 25-20", "3-0 winner none")]
    public void A_cancelled_match_has_no_winner(string sets, string expected) =>
        Assert.Equal(expected, BestOf5.Assess(sets, Cancelled).Describe());

    [Theory]
    [InlineData(5, "25-20 25-20 25-20 1-0", "sets[3]")]
    [InlineData(5, "25-20 25-20 25-20 0-0 0-1", "sets[4]")]
    [InlineData(5, "25-20 25-20 20-18 1-0", "sets[3]")]
    [InlineData(5, "20-25 20-25 25-20 20-25 0-1", "sets[4]")]
    [InlineData(3, "25-20 25-20 0-1", "sets[2]")]
    public void Points_after_the_match_was_won_cannot_be(int bestOf, string sets, string field)
    {
        foreach (var status in Enum.GetValues<MatchStatus>())
        {
            var assessment = ScoreText.Rules("volleyball", bestOf).Assess(sets, status);
            Assert.Equal(field, Assert.Single(assessment.Violations).Field);
        }
    }

    [Fact]
    public void Empty_sets_after_the_match_was_won_are_placeholders() =>
        Assert.Equal("3-0 winner 1", BestOf5.Assess("25-20 25-20 25-20 0-0 0-0", Final).Describe());

    [Fact]
    public void A_set_number_in_a_message_counts_from_one()
    {
        var warning = Assert.Single(BestOf5.Assess("25-20 27-20", InProgress).Warnings);
        Assert.StartsWith("Set 2 stands at 27-20", warning.Message, StringComparison.Ordinal);
    }
}
