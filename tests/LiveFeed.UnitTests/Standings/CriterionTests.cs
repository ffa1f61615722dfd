using LiveFeed.Domain.Standings;
using static LiveFeed.UnitTests.Standings.PoolText;

namespace LiveFeed.UnitTests.Standings;

/// <summary>One small pool for each criterion: A and B have as many points, and the criterion puts A first.</summary>
public sealed class CriterionTests
{
    [Theory]
    [InlineData(StandingCriterion.MatchesWon, "A-C 1-0", "A-D 0-1", "A-E 0-1", "B-C 0-0", "B-D 0-0", "B-E 0-0")]
    [InlineData(StandingCriterion.MatchesPlayed, "A-C 0-1", "A-C 0-1", "B-C 0-1")]
    [InlineData(StandingCriterion.GoalDifference, "A-C 2-0", "B-C 2-1")]
    [InlineData(StandingCriterion.PointDifference, "A-C 2-0", "B-C 3-2")]
    [InlineData(StandingCriterion.GoalsFor, "A-C 2-1", "B-C 1-0")]
    [InlineData(StandingCriterion.AwayGoals, "C-A 1-2", "B-C 2-1")]
    [InlineData(StandingCriterion.HeadToHead, "A-B 1-0", "C-A 1-0", "B-D 9-0")]
    [InlineData(StandingCriterion.HeadToHeadOfTwo, "A-B 1-0", "D-A 1-0", "B-D 5-0", "D-C 1-0")]
    [InlineData(StandingCriterion.HeadToHeadMatchesWon, "A-B 1-0", "D-A 1-0", "B-D 5-0", "D-C 1-0")]
    [InlineData(StandingCriterion.HeadToHeadDifference, "A-B 3-0", "B-A 1-0")]
    [InlineData(StandingCriterion.HeadToHeadGoals, "A-B 3-2", "B-C 1-0", "C-A 4-3")]
    [InlineData(StandingCriterion.HeadToHeadAwayGoals, "A-B 1-1", "B-A 2-2")]
    public void Of_level_teams_the_better_one_by_goals_is_first(StandingCriterion criterion, params string[] matches)
    {
        var rows = Rank(StandingPresets.League with { Criteria = [StandingCriterion.Points, criterion] }, Goals(matches));
        AssertSeparated(rows, criterion);
    }

    [Theory]
    [InlineData(StandingCriterion.SetRatio, "A-C 25-1 25-1", "B-C 25-1 1-25 25-1")]
    [InlineData(StandingCriterion.SetDifference, "A-C 25-1 25-1", "B-C 25-1 1-25 25-1")]
    [InlineData(StandingCriterion.PointRatio, "A-C 25-20 25-20", "B-C 25-21 25-20")]
    [InlineData(StandingCriterion.HeadToHeadSetRatio, "A-B 25-1 25-1", "B-A 25-1 1-25 25-1", "B-C 25-1 25-1", "A-C 25-1 1-25 25-1")]
    [InlineData(StandingCriterion.HeadToHeadPointRatio, "A-B 25-1 25-1", "B-A 25-20 25-20", "B-C 25-1 25-1", "A-C 25-22 25-22")]
    public void Of_level_teams_the_better_one_by_sets_is_first(StandingCriterion criterion, params string[] matches)
    {
        var rows = Rank(new StandingRules(new PointsScheme(2, 0, 0), new OutcomeRules(null), [StandingCriterion.Points, criterion]), Sets(matches));
        AssertSeparated(rows, criterion);
    }

    [Fact]
    public void Who_has_beaten_all_others_is_first_and_who_has_lost_to_all_is_last()
    {
        var rules = StandingPresets.League with { Criteria = [StandingCriterion.Points, StandingCriterion.HeadToHeadSweep] };
        var rows = Rank(rules, Goals("C-A 0-1", "A-B 1-0", "B-C 1-0", "D-A 1-0", "B-D 1-0", "C-E 1-0", "C-F 1-0"));
        Assert.Equal("A B C D E=F", Order(rows));
        Assert.Equal((StandingCriterion.HeadToHeadSweep, StandingCriterion.HeadToHeadSweep), (rows[1].SeparatedBy, rows[2].SeparatedBy));
    }

    [Fact]
    public void Fewer_and_milder_cards_are_better()
    {
        var matches = Goals("A-B 0-0", "A-C 1-0", "B-C 1-0");
        matches[0] = matches[0] with { Cards1 = new(Yellow: 4), Cards2 = new(Yellow: 2, SecondYellow: 1) };
        var rows = Rank(StandingPresets.Fifa2022, matches);
        Assert.Equal("A B C", Order(rows));
        Assert.Equal((-4, -5), (rows.Of('A').FairPlay, rows.Of('B').FairPlay));
        Assert.Equal(StandingCriterion.FairPlay, rows[1].SeparatedBy);
    }

    [Theory]
    [InlineData(1, 0, 0, 0, -1)]
    [InlineData(0, 1, 0, 0, -3)]
    [InlineData(0, 0, 1, 0, -4)]
    [InlineData(0, 0, 0, 1, -5)]
    public void Cards_cost_what_the_World_Cup_regulations_say(int yellow, int secondYellow, int red, int yellowAndRed, int score) =>
        Assert.Equal(score, FairPlayScheme.Fifa.Score(new Cards(yellow, secondYellow, red, yellowAndRed)));

    [Fact]
    public void Lots_and_rankings_decide_between_teams_that_are_level_otherwise_and_those_without_come_last()
    {
        var matches = Goals("A-B 0-0", "C-A 0-0", "B-C 0-0");
        Assert.Equal("C A B", Order(Rank(StandingPresets.Fifa2022, matches, new StandingTeam(3, Lot: 1), new StandingTeam(1, Lot: 2))));
        Assert.Equal("B C A", Order(Rank(StandingPresets.Fifa2026, matches, new StandingTeam(2, Ranking: 3), new StandingTeam(3, Ranking: 40))));
    }

    private static void AssertSeparated(IReadOnlyList<StandingRow> rows, StandingCriterion criterion)
    {
        var (a, b) = (rows.Of('A'), rows.Of('B'));
        Assert.Equal(a.Points, b.Points);
        Assert.True(a.Rank < b.Rank);
        // C may stand between them.
        var between = rows.Where(row => row.Rank > a.Rank && row.Rank <= b.Rank).Select(row => row.SeparatedBy).ToList();
        Assert.Contains<StandingCriterion?>(criterion, between);
    }
}
