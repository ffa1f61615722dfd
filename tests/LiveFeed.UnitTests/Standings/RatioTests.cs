using LiveFeed.Domain.Standings;

namespace LiveFeed.UnitTests.Standings;

public sealed class RatioTests
{
    [Fact]
    public void Ratios_that_differ_by_less_than_floating_point_can_hold_differ()
    {
        var (larger, smaller) = (new Ratio(2_147_483_646, 2_147_483_645), new Ratio(2_147_483_647, 2_147_483_646));
        Assert.Equal(2_147_483_646d / 2_147_483_645d, 2_147_483_647d / 2_147_483_646d, 15);
        Assert.True(larger.CompareTo(smaller) > 0);
    }

    [Fact]
    public void Equal_ratios_are_equal_however_they_are_written() => Assert.Equal(0, new Ratio(2, 6).CompareTo(new Ratio(1, 3)));

    [Fact]
    public void Nothing_lost_is_more_than_any_number_and_as_much_as_any_other_nothing_lost()
    {
        Assert.True(new Ratio(1, 0).CompareTo(new Ratio(1_000, 1)) > 0);
        Assert.True(new Ratio(1_000, 1).CompareTo(new Ratio(1, 0)) < 0);
        Assert.Equal(0, new Ratio(6, 0).CompareTo(new Ratio(3, 0)));
    }

    [Fact]
    public void Nothing_played_is_as_little_as_nothing_won()
    {
        Assert.Equal(0, new Ratio(0, 0).CompareTo(new Ratio(0, 9)));
        Assert.True(new Ratio(0, 0).CompareTo(new Ratio(1, 9)) < 0);
        Assert.True(new Ratio(0, 0).CompareTo(new Ratio(1, 0)) < 0);
    }
}
