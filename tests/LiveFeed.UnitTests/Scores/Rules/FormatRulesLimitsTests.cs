using LiveFeed.Domain.Formats;
using LiveFeed.Domain.Scores;

namespace LiveFeed.UnitTests.Scores.Rules;

public sealed class FormatRulesLimitsTests
{
    [Theory]
    [InlineData("volleyball", null, 5)]
    [InlineData("volleyball", 3, 3)]
    [InlineData("beach-volleyball", null, 3)]
    [InlineData("beach-volleyball", 1, 1)]
    [InlineData("tennis", null, 3)]
    [InlineData("tennis", 5, 5)]
    [InlineData("football", null, 1)]
    [InlineData("basketball", null, 24)]
    [InlineData("generic", null, 99)]
    public void A_match_has_no_more_sets_than_its_sport_allows(string sport, int? bestOf, int maximum)
    {
        var rules = ScoreText.Rules(sport, bestOf);

        Assert.True(rules.Assess(new SetScore[maximum], MatchStatus.InProgress).IsPossible);
        var violation = Assert.Single(rules.Assess(new SetScore[maximum + 1], MatchStatus.InProgress).Violations);
        Assert.Equal($"sets[{maximum}]", violation.Field);
    }

    [Fact]
    public void A_flood_of_impossible_sets_is_rejected_briefly()
    {
        var sets = Enumerable.Repeat(new SetScore(-1, -1), 100_000).ToArray();
        Assert.Equal(11, ScoreText.Rules("volleyball").Assess(sets, MatchStatus.InProgress).Violations.Count);
    }

    [Theory]
    [InlineData(-1, 0, "sets[0].team1")]
    [InlineData(0, -1, "sets[0].team2")]
    [InlineData(int.MinValue, 0, "sets[0].team1")]
    [InlineData(0, 10_000, "sets[0].team2")]
    [InlineData(int.MaxValue, 0, "sets[0].team1")]
    public void Negative_and_absurd_numbers_cannot_be_in_any_sport(int team1, int team2, string field)
    {
        foreach (var sport in Sports.Names)
        {
            var assessment = ScoreText.Rules(sport).Assess([new(team1, team2)], MatchStatus.Final);
            Assert.Equal(field, Assert.Single(assessment.Violations).Field);
        }
    }

    [Fact]
    public void The_highest_number_is_999_in_a_set_and_9999_where_all_is_added()
    {
        foreach (var sport in Sports.All)
        {
            var most = sport.Format.Kind is FormatKind.Sets or FormatKind.Games ? 999 : 9_999;
            Assert.True(ScoreText.Rules(sport.Name).Assess([new(most, most - 2)], MatchStatus.InProgress).IsPossible);
            Assert.False(ScoreText.Rules(sport.Name).Assess([new(most + 1, most - 1)], MatchStatus.InProgress).IsPossible);
        }
    }

    [Fact]
    public void Every_impossible_number_is_reported()
    {
        var sets = new SetScore[] { new(-1, 1000), new(25, -2) };
        var fields = ScoreText.Rules("volleyball").Assess(sets, MatchStatus.InProgress).Violations.Select(violation => violation.Field);
        Assert.Equal(["sets[0].team1", "sets[0].team2", "sets[1].team2"], fields);
    }

    [Fact]
    public void A_status_that_does_not_exist_cannot_be()
    {
        foreach (var sport in Sports.Names)
            Assert.Equal("status", Assert.Single(ScoreText.Rules(sport).Assess([], (MatchStatus)7).Violations).Field);
    }

    [Fact]
    public void Nothing_is_derived_from_an_impossible_score()
    {
        var assessment = ScoreText.Rules("volleyball").Assess("25-20 27-20 25-20 1-0", MatchStatus.Final);
        Assert.False(assessment.IsPossible);
        Assert.Equal((0, 0, null), (assessment.SetsWon1, assessment.SetsWon2, assessment.Winner));
        Assert.Empty(assessment.Warnings);
    }
}
