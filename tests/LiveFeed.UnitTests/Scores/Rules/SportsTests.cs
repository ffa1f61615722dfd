using LiveFeed.Domain.Scores;

namespace LiveFeed.UnitTests.Scores.Rules;

public sealed class SportsTests
{
    [Fact]
    public void The_sports_are_those_of_the_wire_contract() =>
        Assert.Equal(["volleyball", "beach-volleyball", "tennis", "football", "generic"], Sports.All);

    [Theory]
    [InlineData("volleyball", null, 5)]
    [InlineData("volleyball", 3, 3)]
    [InlineData("volleyball", 5, 5)]
    [InlineData("beach-volleyball", null, 3)]
    [InlineData("beach-volleyball", 1, 1)]
    [InlineData("beach-volleyball", 3, 3)]
    [InlineData("tennis", null, 3)]
    [InlineData("tennis", 3, 3)]
    [InlineData("tennis", 5, 5)]
    [InlineData("football", null, null)]
    [InlineData("generic", null, null)]
    public void A_sport_is_found_in_its_formats(string sport, int? bestOf, int? expected)
    {
        Assert.True(Sports.TryGet(sport, bestOf, out var rules));
        Assert.Equal((sport, expected), (rules.Sport, rules.BestOf));
    }

    [Theory]
    [InlineData("volleyball", 1)]
    [InlineData("volleyball", 4)]
    [InlineData("volleyball", 7)]
    [InlineData("volleyball", -3)]
    [InlineData("beach-volleyball", 5)]
    [InlineData("tennis", 1)]
    [InlineData("football", 1)]
    [InlineData("generic", 3)]
    [InlineData("curling", null)]
    [InlineData("Volleyball", null)]
    [InlineData("", null)]
    public void Another_format_or_sport_is_not_found(string sport, int? bestOf)
    {
        Assert.False(Sports.TryGet(sport, bestOf, out var rules));
        Assert.Null(rules);
    }
}
