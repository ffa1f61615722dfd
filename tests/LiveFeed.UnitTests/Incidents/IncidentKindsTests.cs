using LiveFeed.Domain.Incidents;
using LiveFeed.Domain.Scores;

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
    public void Only_football_knows_goals_and_only_volleyball_knows_blocks()
    {
        Assert.Equal(["football", "generic", "futsal", "handball", "hockey", "ice-hockey", "water-polo"], Sports.Names.Where(sport => IncidentKinds.Of(sport).Contains(IncidentKind.Goal)));
        Assert.Equal(["volleyball", "beach-volleyball", "generic"], Sports.Names.Where(sport => IncidentKinds.Of(sport).Contains(IncidentKind.Block)));
    }

    [Fact]
    public void Every_sport_knows_notes_and_injuries() => Assert.All(Sports.Names, sport =>
    {
        Assert.Contains(IncidentKind.Note, IncidentKinds.Of(sport));
        Assert.Contains(IncidentKind.Injury, IncidentKinds.Of(sport));
    });
}
