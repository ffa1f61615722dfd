using LiveFeed.Domain.Brackets;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Brackets;

public sealed class PoolPlayTests
{
    [Fact]
    public void Teams_are_distributed_by_the_snake()
    {
        var pools = PoolSeeding.Create(Enumerable.Range(1, 12).Select(seed => new SeededTeam(seed, seed)), 4);
        Assert.Equal(["A: 1 6 7 12", "B: 2 5 8 11", "C: 3 4 9 10"], pools.Select(pool => $"{pool.Id}: {string.Join(' ', pool.Teams)}"));
        Assert.Equal("Pool A", pools[0].Name);
    }

    [Fact]
    public void Pools_differ_by_one_team_at_most_and_every_team_is_in_one()
    {
        foreach (var teams in Enumerable.Range(2, 60))
        {
            foreach (var size in Enumerable.Range(2, 7))
            {
                var pools = PoolSeeding.Create(Enumerable.Range(1, teams).Select(seed => new SeededTeam(seed, seed)), size);
                Assert.Equal(Enumerable.Range(1, teams), pools.SelectMany(pool => pool.Teams).Order());
                Assert.InRange(pools.Max(pool => pool.Teams.Count) - pools.Min(pool => pool.Teams.Count), 0, 1);
                Assert.True(pools.Max(pool => pool.Teams.Count) <= size);
                Assert.Equal(pools.Count, pools.Select(pool => pool.Id).Distinct().Count());
            }
        }
    }

    [Theory]
    [InlineData(2, "1A-2B 1B-2A")]
    [InlineData(4, "1A-2B 1C-2D 1B-2A 1D-2C")]
    [InlineData(8, "1A-2B 1C-2D 1E-2F 1G-2H 1B-2A 1D-2C 1F-2E 1H-2G")]
    public void Firsts_and_seconds_cross(int pools, string first) => Assert.Equal(first, FirstRoundOf(pools, 2));

    [Theory]
    [InlineData(1, 4, "1A-4A 2A-3A")]
    [InlineData(2, 1, "1A-1B")]
    [InlineData(2, 4, "1A-4B 2B-3A 1B-4A 2A-3B")]
    [InlineData(4, 1, "1A-1D 1B-1C")]
    public void Others_meet_by_their_places(int pools, int advancing, string first) => Assert.Equal(first, FirstRoundOf(pools, advancing));

    [Fact]
    public void Two_of_one_pool_meet_in_the_first_round_only_if_there_is_one_pool()
    {
        foreach (var pools in Enumerable.Range(2, 11))
        {
            for (var advancing = 1; advancing <= 4; advancing++)
            {
                var pairs = FirstRoundOf(pools, advancing).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('-'));
                Assert.DoesNotContain(pairs, pair => pair[0][1..] == pair[1][1..]);
            }
        }
    }

    [Fact]
    public void Pools_and_bracket_are_one_tournament()
    {
        var pools = PoolSeeding.Create(Enumerable.Range(1, 10).Select(seed => new SeededTeam(seed, seed)), 5);
        var tournament = PoolPlay.Create(pools, 2, 2, new(ThirdPlace: true, FirstNumber: 101));
        Assert.Equal((2 * 2 * 10) + 4, tournament.Matches.Count);
        Assert.Equal(Enumerable.Range(101, 44), tournament.Matches.Select(match => match.Id.Value));
        Assert.Empty(BracketValidator.Validate(tournament.Matches, tournament.Pools));
        SingleEliminationTests.AssertNobodyPlaysTwiceInARound(tournament.Matches.Where(match => match.Pool is not null));
        Assert.Equal("1st Pool A", tournament.Matches.First(match => match.Pool is null).Side1.Label);
        // Rounds of all pools are numbered together, so that the pools keep pace.
        Assert.Equal(["A", "A", "B", "B", "A", "A"], tournament.Matches.Take(6).Select(match => match.Pool));
    }

    [Fact]
    public void Pools_alone_have_no_bracket()
    {
        // A pool of four and one of three.
        var matches = PoolPlay.Create(PoolSeeding.Create(Enumerable.Range(1, 7).Select(seed => new SeededTeam(seed)), 4), 1, 0, new()).Matches;
        Assert.Equal(6 + 3, matches.Count);
        Assert.All(matches, match => Assert.NotNull(match.Pool));
    }

    [Fact]
    public void No_more_can_advance_than_the_smallest_pool_has() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PoolPlay.Create([new("A", "Pool A", [1, 2, 3]), new("B", "Pool B", [4, 5])], 1, 3, new()));

    private static string FirstRoundOf(int pools, int advancing)
    {
        var teams = PoolSeeding.Create(Enumerable.Range(1, pools * 4).Select(seed => new SeededTeam(seed, seed)), 4);
        return string.Join(' ', PoolPlay.Create(teams, 1, advancing, new()).Matches.Where(match => match is { Stage: BracketStage.Main, Round: 1 }).Select(match => $"{Name(match.Side1.From!)}-{Name(match.Side2.From!)}"));

        static string Name(SideSource source) => $"{source.Place}{source.Pool}";
    }
}
