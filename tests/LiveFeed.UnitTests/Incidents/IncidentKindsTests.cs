using LiveFeed.Domain.Formats;
using LiveFeed.Domain.Incidents;

namespace LiveFeed.UnitTests.Incidents;

public sealed class IncidentKindsTests
{
    [Fact]
    public void Every_kind_belongs_to_some_sport_and_generic_knows_all()
    {
        var kinds = Enum.GetValues<IncidentKind>();
        Assert.Equal(kinds, IncidentKinds.Of("generic"));
        Assert.Equal(kinds, Sports.Names.Where(sport => sport != "generic").SelectMany(IncidentKinds.Of).Distinct().Order());
    }

    [Fact]
    public void Sports_of_points_know_no_goals_and_sports_of_goals_no_aces()
    {
        Assert.Equal(
            ["volleyball", "beach-volleyball", "tennis", "badminton", "table-tennis", "squash", "pickleball", "padel"],
            Sports.Names.Where(sport => !IncidentKinds.Of(sport).Contains(IncidentKind.Goal)));
        Assert.Equal(["football", "futsal", "handball", "hockey", "ice-hockey", "water-polo"], Sports.Names.Where(sport => !IncidentKinds.Of(sport).Contains(IncidentKind.Ace)));
    }

    [Fact]
    public void Every_sport_knows_notes_and_injuries() => Assert.All(Sports.Names, sport =>
    {
        Assert.Contains(IncidentKind.Note, IncidentKinds.Of(sport));
        Assert.Contains(IncidentKind.Injury, IncidentKinds.Of(sport));
    });
}
