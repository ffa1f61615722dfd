using LiveFeed.Domain.Standings;

namespace LiveFeed.UnitTests.Standings;

public sealed class StandingRulesTests
{
    [Fact]
    public void All_presets_are_valid() => Assert.All(StandingPresets.All.Values, rules => Assert.Null(rules.Validate()));

    [Theory]
    [InlineData("Give at least one criterion.")]
    [InlineData("Each criterion may be in the list once.", StandingCriterion.Points, StandingCriterion.SetRatio, StandingCriterion.Points)]
    [InlineData("A rank by hand and a shared rank are results. Teams can't be compared by them.", StandingCriterion.Points, StandingCriterion.Level)]
    [InlineData("A rank by hand and a shared rank are results. Teams can't be compared by them.", StandingCriterion.Manual)]
    public void A_list_that_compares_nothing_is_rejected(string message, params StandingCriterion[] criteria) =>
        Assert.Equal(message, (StandingPresets.League with { Criteria = criteria }).Validate());
}
