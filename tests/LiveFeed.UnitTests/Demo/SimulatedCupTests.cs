using LiveFeed.Api.Demo;
using LiveFeed.Domain.Schedules;

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
                var playing = slot.SelectMany(match => new[] { match.Team1Id, match.Team2Id }).OfType<int>().ToList();
                Assert.Equal(playing.Count, playing.Distinct().Count());
            }
        }
    }

    [Fact]
    public void Every_edition_is_a_schedule_in_which_no_match_comes_before_those_that_decide_its_sides()
    {
        var start = new DateTimeOffset(2026, 7, 4, 10, 0, 0, TimeSpan.Zero);
        for (var edition = 1; edition <= 12; edition++)
        {
            var plan = SimulatedCup.Plan(edition, start);

            Assert.Null(plan.Validate());
            Assert.Equal(19, plan.Matches.Count);
            foreach (var match in plan.Matches)
            {
                foreach (var source in new[] { match.Team1From.Value, match.Team2From.Value }.OfType<SideSource>())
                    Assert.All(plan.Matches.Where(one => one.Id == source.WinnerOf || one.Id == source.LoserOf || (source.Pool is not null && one.Pool.Value == source.Pool)), one => Assert.True(one.EndsAt <= match.StartsAt));
            }
        }
    }
}
