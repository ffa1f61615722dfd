using LiveFeed.Domain.Standings;
using static LiveFeed.UnitTests.Standings.PoolText;

namespace LiveFeed.UnitTests.Standings;

public sealed class StandingTableTests
{
    // Among A, B and C: A is first by goal difference, B and C have equal points, difference and goals. B has beaten C, C has won higher against D.
    private static readonly StandingMatch[] Circle = Goals("A-B 3-0", "B-C 2-0", "C-A 2-1", "A-D 1-0", "B-D 1-0", "C-D 5-0");

    [Fact]
    public void A_row_has_all_that_the_team_has_got()
    {
        var rows = Rank(StandingPresets.Fivb, Sets("A-B 25-20 25-20 20-25 20-25 15-10", "A-C 25-10 25-10 25-10", "B-C 25-10 25-10 25-10"));
        var row = rows.Of('A');
        Assert.Equal("A B C", Order(rows));
        Assert.Equal((1, 2, 2, 0, 0, 5), (row.Rank, row.Played, row.Won, row.Drawn, row.Lost, row.Points));
        Assert.Equal((6, 2, 180, 130), (row.SetsWon, row.SetsLost, row.For, row.Against));
        Assert.Equal((3m, 1.385m), (row.SetRatio, row.PointRatio));
        Assert.Null(row.SeparatedBy);
        Assert.Equal(4, rows.Of('B').Points);
        Assert.Equal((0m, StandingCriterion.MatchesWon), (rows.Of('C').SetRatio, rows.Of('C').SeparatedBy));
    }

    [Fact]
    public void A_ratio_without_a_loss_is_shown_as_none() => Assert.Null(Rank(StandingPresets.Fivb, Sets("A-B 25-1 25-1 25-1"))[0].SetRatio);

    [Fact]
    public void Level_teams_share_a_rank_and_the_next_one_is_skipped()
    {
        var rows = Rank(StandingPresets.League, Goals("A-B 1-0", "C-D 1-0", "E-F 2-2"));
        Assert.Equal("A=C E=F B=D", Order(rows));
        Assert.Equal([1, 1, 3, 3, 5, 5], rows.Select(row => row.Rank));
    }

    [Fact]
    public void A_team_without_matches_has_a_row() =>
        Assert.Equal(0, Rank(StandingPresets.League, Goals("A-B 0-0"), new StandingTeam(Id('I'))).Of('I').Played);

    [Fact]
    public void Those_still_level_are_compared_once_more_by_their_own_matches_where_the_book_says_so()
    {
        var rows = Rank(StandingPresets.Fifa2026, Circle);
        Assert.Equal("A B C D", Order(rows));
        Assert.Equal((StandingCriterion.HeadToHeadDifference, "1 2 3"), (rows[1].SeparatedBy, string.Join(' ', rows[1].SeparatedAmong!)));
        Assert.Equal((StandingCriterion.HeadToHead, "2 3"), (rows[2].SeparatedBy, string.Join(' ', rows[2].SeparatedAmong!)));
        Assert.Equal(StandingCriterion.Points, rows[3].SeparatedBy);
        Assert.Null(rows[3].SeparatedAmong);
    }

    [Fact]
    public void Elsewhere_those_still_level_go_on_to_the_next_criterion()
    {
        var rows = Rank(StandingPresets.Fifa2026 with { HeadToHead = HeadToHeadMode.Once }, Circle);
        Assert.Equal("A C B D", Order(rows));
        Assert.Equal(StandingCriterion.GoalDifference, rows[2].SeparatedBy);
    }

    [Fact]
    public void All_goals_come_before_the_own_matches_in_the_rules_of_2022() => Assert.Equal("C A B D", Order(Rank(StandingPresets.Fifa2022, Circle)));

    [Fact]
    public void As_soon_as_two_are_left_their_own_match_decides_in_badminton()
    {
        // By games A is first; B and C are level. C is better by points, but B has won their match.
        var rows = Rank(StandingPresets.Bwf, Sets(
            "A-B 21-10 21-10", "B-C 21-19 21-19", "C-A 21-10 10-21 21-10", "A-D 21-0 21-0", "B-D 21-19 19-21 21-19", "C-D 21-0 21-0"));
        Assert.Equal("A B C D", Order(rows));
        Assert.Equal(StandingCriterion.HeadToHeadOfTwo, rows[2].SeparatedBy);
        Assert.Equal([2, 3], rows[2].SeparatedAmong);
    }

    [Fact]
    public void A_deduction_counts_in_the_points_and_is_shown()
    {
        var rows = Rank(StandingPresets.League, Goals("A-B 1-0", "B-C 1-0"), new StandingTeam(1, Deductions: [new(4, "fielded a suspended player")]));
        Assert.Equal("B C A", Order(rows));
        Assert.Equal((-1, 4), (rows.Of('A').Points, rows.Of('A').Deductions.Single().Points));
    }

    [Fact]
    public void A_deduction_does_not_count_among_level_teams()
    {
        // A and B have three points each; A has won their match, and four points were taken from it.
        var rows = Rank(StandingPresets.LeagueHeadToHead, Goals("A-B 1-0", "B-C 9-0", "A-D 1-0", "A-E 0-0"), new StandingTeam(1, Deductions: [new(4, "late")]));
        Assert.Equal("A B", Order(rows)[..3]);
        Assert.Equal(StandingCriterion.HeadToHead, rows[1].SeparatedBy);
    }

    [Fact]
    public void A_rank_by_hand_moves_one_team_and_keeps_the_order_of_all_others()
    {
        var rows = Rank(StandingPresets.League, Goals("A-B 1-0", "C-D 1-0", "B-D 1-0", "A-C 2-0"), new StandingTeam(4, Manual: new(1, "jury")));
        Assert.Equal("D A B C", Order(rows));
        Assert.Equal((1, "jury"), (rows[0].Rank, rows[0].Manual?.Reason));
        Assert.Equal(StandingCriterion.Manual, rows[1].SeparatedBy);
        Assert.Equal(StandingCriterion.Points, rows[2].SeparatedBy);
        Assert.Null(rows[1].Manual);
    }

    [Fact]
    public void Ranks_by_hand_can_be_shared_and_never_leave_the_table()
    {
        var jury = new ManualRank(1, "both finalists were ill");
        var rows = Rank(StandingPresets.League, Goals("A-B 1-0", "B-C 1-0"),
            new StandingTeam(1, Manual: jury), new StandingTeam(2, Manual: jury), new StandingTeam(3, Manual: new(99, "left")));
        Assert.Equal("A=B C", Order(rows));
        Assert.Equal([1, 1, 3], rows.Select(row => row.Rank));
    }

    [Fact]
    public void Head_to_head_criteria_between_others_count_the_matches_against_a_team_ranked_by_hand()
    {
        var rows = Rank(StandingPresets.Fifa2026, Circle, new StandingTeam(1, Manual: new(4, "withdrew")));
        Assert.Equal("B C D A", Order(rows));
        Assert.Equal(StandingCriterion.HeadToHead, rows[1].SeparatedBy);
    }
}
