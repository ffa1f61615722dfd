using LiveFeed.Domain.Brackets;

namespace LiveFeed.UnitTests.Brackets;

public sealed class RoundRobinTests
{
    public static TheoryData<int, int> Sizes { get; } = Create();

    [Theory, MemberData(nameof(Sizes))]
    public void Everybody_meets_everybody_else_as_often_as_there_are_legs(int teams, int legs)
    {
        var rounds = RoundRobin.Create([.. Enumerable.Range(1, teams)], legs);
        var meetings = rounds.SelectMany(round => round).Select(pair => (Math.Min(pair.Home, pair.Away), Math.Max(pair.Home, pair.Away))).CountBy(pair => pair).ToDictionary();
        Assert.Equal(teams * (teams - 1) / 2, meetings.Count);
        Assert.All(meetings.Values, count => Assert.Equal(legs, count));
        Assert.DoesNotContain(meetings.Keys, pair => pair.Item1 == pair.Item2);
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Nobody_plays_twice_in_a_round_and_no_round_is_longer_than_needed(int teams, int legs)
    {
        var rounds = RoundRobin.Create([.. Enumerable.Range(1, teams)], legs);
        Assert.Equal((teams % 2 == 0 ? teams - 1 : teams) * legs, rounds.Count);
        Assert.All(rounds, round =>
        {
            Assert.Equal(teams / 2, round.Count);
            Assert.Equal(2 * round.Count, round.SelectMany(pair => new[] { pair.Home, pair.Away }).Distinct().Count());
        });
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Everybody_is_as_often_home_as_away(int teams, int legs)
    {
        var pairs = RoundRobin.Create([.. Enumerable.Range(1, teams)], legs).SelectMany(round => round).ToList();
        Assert.All(Enumerable.Range(1, teams), team =>
            Assert.InRange(pairs.Count(pair => pair.Home == team) - pairs.Count(pair => pair.Away == team), -(legs * (teams - 1) % 2), legs * (teams - 1) % 2));
    }

    /// <summary>n - 2 for an even number of teams is the least that is possible (de Werra, Scheduling in sports, 1981).</summary>
    [Fact]
    public void Hardly_anybody_is_home_or_away_twice_in_a_row()
    {
        foreach (var teams in Enumerable.Range(2, 40))
        {
            var rounds = RoundRobin.Create([.. Enumerable.Range(1, teams)]);
            var repeats = Enumerable.Range(1, teams).Sum(team =>
            {
                var isHome = rounds.SelectMany(round => round).Where(pair => pair.Home == team || pair.Away == team).Select(pair => pair.Home == team).ToList();
                return isHome.Zip(isHome.Skip(1)).Count(pair => pair.First == pair.Second);
            });
            Assert.Equal(teams % 2 == 0 ? teams - 2 : 0, repeats);
        }
    }

    [Fact]
    public void In_the_second_leg_the_other_team_is_home()
    {
        var rounds = RoundRobin.Create([1, 2, 3, 4], 2);
        Assert.Equal(rounds.Take(3).SelectMany(round => round).Select(pair => (pair.Away, pair.Home)), rounds.Skip(3).SelectMany(round => round));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void One_team_alone_has_nobody_to_play(int teams) => Assert.Empty(RoundRobin.Create([.. Enumerable.Range(1, teams)]));

    private static TheoryData<int, int> Create()
    {
        var sizes = new TheoryData<int, int>();
        foreach (var teams in Enumerable.Range(2, 23))
        {
            for (var legs = 1; legs <= 3; legs++)
                sizes.Add(teams, legs);
        }

        return sizes;
    }
}
