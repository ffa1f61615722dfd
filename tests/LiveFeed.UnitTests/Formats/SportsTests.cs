using LiveFeed.Domain.Formats;

namespace LiveFeed.UnitTests.Formats;

public sealed class SportsTests
{
    [Fact]
    public void The_sports_of_earlier_versions_come_first() =>
        Assert.Equal(["volleyball", "beach-volleyball", "tennis", "football", "generic"], Sports.Names.Take(5));

    [Fact]
    public void Every_sport_has_a_preset_of_its_name_and_every_preset_a_sport()
    {
        Assert.All(Sports.All, sport => Assert.Equal(sport.Name, FormatPresets.Find(sport.Name)!.Sport));
        Assert.All(FormatPresets.All, preset => Assert.NotNull(Sports.Find(preset.Sport)));
    }

    [Fact]
    public void Every_preset_is_complete_and_right()
    {
        Assert.All(FormatPresets.All, preset => Assert.Equal(preset.Format, preset.Format.Complete()));
        Assert.All(FormatPresets.All, preset => Assert.Empty(FormatChoice.Of(preset.Format).Faults("format")));
        Assert.All(FormatPresets.All, preset => Assert.Equal(preset.Name, preset.Format.Preset));
    }

    [Theory]
    [InlineData("volleyball", null, 5)]
    [InlineData("volleyball", 1, 1)]
    [InlineData("volleyball", 2, 2)]
    [InlineData("volleyball", 3, 3)]
    [InlineData("volleyball", 7, 7)]
    [InlineData("beach-volleyball", null, 3)]
    [InlineData("beach-volleyball", 1, 1)]
    [InlineData("tennis", null, 3)]
    [InlineData("tennis", 1, 1)]
    [InlineData("tennis", 5, 5)]
    [InlineData("badminton", 3, 3)]
    [InlineData("table-tennis", 5, 5)]
    [InlineData("padel", 3, 3)]
    [InlineData("football", null, null)]
    [InlineData("basketball", null, null)]
    [InlineData("generic", null, null)]
    public void A_sport_is_played_in_these_numbers_of_sets(string sport, int? bestOf, int? expected)
    {
        var format = Sports.FormatOf(Sports.Find(sport)!, bestOf)!;

        Assert.Equal(expected, format.BestOf);
        Assert.Empty(FormatChoice.Of(format).Faults("format"));
    }

    [Theory]
    [InlineData("volleyball", 4)]
    [InlineData("volleyball", -3)]
    [InlineData("tennis", 2)]
    [InlineData("tennis", 7)]
    [InlineData("football", 1)]
    [InlineData("generic", 3)]
    public void And_in_no_others(string sport, int bestOf) => Assert.Null(Sports.FormatOf(Sports.Find(sport)!, bestOf));

    [Theory]
    [InlineData("curling")]
    [InlineData("Volleyball")]
    [InlineData("")]
    public void Another_sport_is_not_found(string sport) => Assert.Null(Sports.Find(sport));
}
