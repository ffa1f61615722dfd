using LiveFeed.Domain.Standings;
using static LiveFeed.UnitTests.Standings.PoolText;

namespace LiveFeed.UnitTests.Standings;

public sealed class PlacedTeamsTests
{
    [Fact]
    public void The_thirds_of_all_pools_are_ranked_by_their_pool_matches()
    {
        RankedPool[] pools =
        [
            Pool("A-B 1-0", "B-C 1-0", "A-C 1-0"),
            Pool("D-E 1-0", "E-F 1-0", "D-F 2-1"),
            Pool("G-H 1-0", "H-I 1-0", "G-I 0-0"),
        ];
        var rows = PlacedTeams.Rank(pools, 3, StandingPresets.Fifa2026, equalizeSizes: false);
        Assert.Equal("I F C", Order(rows));
        Assert.Equal([StandingCriterion.Points, StandingCriterion.GoalsFor], rows.Skip(1).Select(row => row.SeparatedBy!.Value));
        Assert.Equal((2, 1, 3), (rows[1].Played, rows[1].For, rows[1].Against));
    }

    [Fact]
    public void Matches_against_the_last_of_a_larger_pool_do_not_count_if_sizes_are_equalized()
    {
        RankedPool[] pools = [Pool("A-B 1-0", "B-C 2-0", "A-C 1-0", "C-D 9-0", "A-D 1-0", "B-D 1-0"), Pool("E-F 1-0", "F-G 1-0", "E-G 1-0")];
        Assert.Equal("C G", Order(PlacedTeams.Rank(pools, 3, StandingPresets.Fifa2026, equalizeSizes: false)));
        var rows = PlacedTeams.Rank(pools, 3, StandingPresets.Fifa2026, equalizeSizes: true);
        Assert.Equal("G C", Order(rows));
        Assert.Equal((2, 0), (rows.Of('C').Played, rows.Of('C').Points));
    }

    [Fact]
    public void A_pool_whose_last_two_teams_are_level_is_left_out_if_sizes_are_equalized_because_nobody_knows_which_matches_count()
    {
        RankedPool[] pools = [Pool("A-B 2-0", "A-C 1-0", "A-D 1-0", "B-C 2-0", "B-D 2-0", "C-D 0-0"), Pool("E-F 1-0", "F-G 1-0", "E-G 1-0")];
        Assert.Equal("B F", Order(PlacedTeams.Rank(pools, 2, StandingPresets.Fifa2026, equalizeSizes: false)));
        Assert.Equal("F", Order(PlacedTeams.Rank(pools, 2, StandingPresets.Fifa2026, equalizeSizes: true)));
    }

    [Fact]
    public void A_place_that_two_teams_share_is_left_out()
    {
        RankedPool[] pools = [Pool("A-B 1-0", "A-C 1-0", "B-C 0-0"), Pool("D-E 1-0", "E-F 1-0", "D-F 1-0"), Pool("G-H 1-0")];
        Assert.Equal("F", Order(PlacedTeams.Rank(pools, 3, StandingPresets.Fifa2026, equalizeSizes: false)));
    }

    [Fact]
    public void A_rank_by_hand_and_deductions_of_the_pool_are_taken_as_each_of_them_is_meant()
    {
        var matches = Goals("A-B 0-0");
        var pool = new RankedPool(Rank(StandingPresets.League, matches, new StandingTeam(1, Deductions: [new(1, "late")], Manual: new(2, "jury"))), matches);
        var rows = PlacedTeams.Rank([pool, Pool("C-D 1-0")], 2, StandingPresets.League, equalizeSizes: false, new Dictionary<int, StandingTeam> { [1] = new(1, Ranking: 7) });
        Assert.Equal((0, (ManualRank?)null), (rows.Of('A').Points, rows.Of('A').Manual));
    }

    private static RankedPool Pool(params string[] texts) => new(Rank(StandingPresets.Fifa2026, Goals(texts)), Goals(texts));
}
