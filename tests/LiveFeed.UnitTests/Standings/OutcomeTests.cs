using LiveFeed.Domain.Standings;
using static LiveFeed.UnitTests.Standings.PoolText;

namespace LiveFeed.UnitTests.Standings;

/// <summary>How matches count that did not end by play.</summary>
public sealed class OutcomeTests
{
    [Theory]
    [InlineData("fivb", 3, 0, "3-0", "75-0")]
    [InlineData("cev", 3, 0, "3-0", "75-0")]
    [InlineData("fivbBeach", 2, 0, "2-0", "42-0")]
    [InlineData("usClubs", 1, 0, "2-0", "50-0")]
    [InlineData("nivb", 3, -1, "2-0", "50-0")]
    [InlineData("atpRoundRobin", 1, 0, "2-0", "0-0")]
    [InlineData("ittf", 2, 0, "3-0", "33-0")]
    [InlineData("bwf", 1, 0, "2-0", "42-0")]
    [InlineData("fifa2022", 3, 0, "1-0", "3-0")]
    public void A_forfeit_counts_as_the_book_says(string preset, int win, int loss, string sets, string points)
    {
        foreach (var outcome in new[] { StandingOutcome.Forfeit, StandingOutcome.Walkover, StandingOutcome.Defaulted, StandingOutcome.Disqualified })
        {
            var rows = Rank(StandingPresets.All[preset], [Match(2, outcome)]);
            Assert.Equal("B A", Order(rows));
            Assert.Equal((win, loss, sets, points), (rows[0].Points, rows[1].Points, $"{rows[0].SetsWon}-{rows[0].SetsLost}", $"{rows[0].For}-{rows[0].Against}"));
        }
    }

    [Theory]
    [InlineData("fivb", 3, 0, 3, 0)]
    [InlineData("fivb", 3, 1, 3, 0)]
    [InlineData("fivb", 3, 2, 2, 1)]
    [InlineData("nivb", 2, 0, 3, 0)]
    [InlineData("nivb", 2, 1, 2, 1)]
    [InlineData("fivbBeach", 2, 1, 2, 1)]
    [InlineData("ittf", 3, 2, 2, 1)]
    public void Points_follow_the_sets(string preset, int setsWon, int setsLost, int winner, int loser)
    {
        var match = new StandingMatch(new(1), 1, 2) { SetsWon = new(setsWon, setsLost), Winner = 1 };
        var rows = Rank(StandingPresets.All[preset], [match]);
        Assert.Equal((winner, loser), (rows.Of('A').Points, rows.Of('B').Points));
    }

    [Fact]
    public void Neither_side_gets_anything_for_a_double_walkover()
    {
        var rows = Rank(StandingPresets.Nivb, [Match(null, StandingOutcome.Walkover)]);
        Assert.Equal("A=B", Order(rows));
        Assert.All(rows, row => Assert.Equal((1, 1, -1, 0), (row.Played, row.Lost, row.Points, row.For)));
    }

    [Fact]
    public void A_drawn_match_is_a_draw_whatever_its_goals()
    {
        var rows = Rank(StandingPresets.League, [Goals("A-B 2-1")[0] with { Winner = null, Outcome = StandingOutcome.Drawn }]);
        Assert.All(rows, row => Assert.Equal((1, 1), (row.Drawn, row.Points)));
    }

    [Fact]
    public void An_awarded_match_counts_by_its_score_and_without_one_as_a_forfeit()
    {
        var awarded = Goals("A-B 1-2")[0] with { Winner = 1, Outcome = StandingOutcome.Awarded };
        Assert.Equal((3, 1, 2), Rank(StandingPresets.League, [awarded]) is [var first, _] ? (first.Points, first.For, first.Against) : default);
        Assert.Equal((3, 3, 0), Rank(StandingPresets.League, [Match(1, StandingOutcome.Awarded)]) is [var second, _] ? (second.Points, second.For, second.Against) : default);
    }

    [Fact]
    public void An_incomplete_team_keeps_its_points_and_the_opponent_gets_what_was_missing()
    {
        // A leads 25-20 and 24-22 when it can't go on: B gets 26-24 and two more sets, the deciding one to 15.
        var match = Sets("A-B 25-20 24-22")[0] with { SetsWon = new(1, 0), Winner = 2, Outcome = StandingOutcome.Retired };
        var rows = Rank(StandingPresets.FivbBeach with { Outcomes = StandingPresets.Fivb.Outcomes }, [match]);
        Assert.Equal((3, 1), (rows.Of('B').SetsWon, rows.Of('B').SetsLost));
        Assert.Equal((20 + 26 + 25 + 25, 49), (rows.Of('B').For, rows.Of('B').Against));
    }

    [Fact]
    public void The_deciding_set_of_a_match_that_was_not_finished_is_filled_up_to_its_own_target()
    {
        var match = Sets("A-B 25-20 20-25 10-3")[0] with { SetsWon = new(1, 1), Winner = 2, Outcome = StandingOutcome.Retired };
        var rows = Rank(StandingPresets.Nivb with { Outcomes = new(new UnplayedScore(2, 25, 15), RetiredScore.FilledIn) }, [match]);
        Assert.Equal((2, 1, 20 + 25 + 15, 25 + 20 + 10), (rows.Of('B').SetsWon, rows.Of('B').SetsLost, rows.Of('B').For, rows.Of('B').Against));
        Assert.Equal((2, 1), (rows.Of('B').Points, rows.Of('A').Points));
    }

    [Fact]
    public void Who_retires_has_not_completed_the_match_but_the_opponent_has()
    {
        // All three have won once. C retired from its match against A: it comes last.
        var matches = Sets("A-B 4-6 4-6", "B-C 0-6 0-6", "A-C 1-6 1-0");
        matches[2] = matches[2] with { Winner = 1, Outcome = StandingOutcome.Retired };
        var rows = Rank(StandingPresets.AtpRoundRobin, matches);
        Assert.Equal("B A C", Order(rows));
        Assert.Equal(StandingCriterion.MatchesPlayed, rows[2].SeparatedBy);
        Assert.Equal((2, 2), (rows.Of('C').Played, rows.Of('A').Played));
        Assert.Equal((8, 12), (rows.Of('A').For, rows.Of('A').Against));
    }

    private static StandingMatch Match(int? winner, StandingOutcome outcome) => new(new(1), 1, 2) { Winner = winner, Outcome = outcome };
}
