using LiveFeed.Api.Demo;

namespace LiveFeed.UnitTests.Demo;

public sealed class SimulatedCupTests
{
    [Fact]
    public void No_team_plays_on_two_courts_at_once()
    {
        var start = new DateTimeOffset(2026, 7, 4, 10, 0, 0, TimeSpan.Zero);
        for (var edition = 1; edition <= 12; edition++)
        {
            foreach (var slot in SimulatedCup.Plan(edition, start).Matches.GroupBy(match => match.StartsAt))
            {
                var playing = slot.SelectMany(match => new[] { match.Team1Id, match.Team2Id }).ToList();
                Assert.Equal(playing.Count, playing.Distinct().Count());
            }
        }
    }
}
