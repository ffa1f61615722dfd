using LiveFeed.Domain.Brackets;
using LiveFeed.Domain.Schedules;
using static LiveFeed.UnitTests.Brackets.BracketText;

namespace LiveFeed.UnitTests.Brackets;

public sealed class BracketValidatorTests
{
    private static readonly BracketPool[] Pools = [new("B", "Pool B", [1, 2, 3])];

    [Fact]
    public void A_bracket_of_matches_and_pools_is_valid() =>
        Assert.Empty(BracketValidator.Validate(Matches("1: t1 t2 B", "2: B1 B3", "3: w2 t9", "4: l2 l3", "5: - bye"), Pools));

    [Theory]
    [InlineData("w7 t1", 1, "There is no match 7 in this schedule.")]
    [InlineData("t1 l7", 2, "There is no match 7 in this schedule.")]
    [InlineData("t1 C1", 2, "There is no pool C in this schedule.")]
    [InlineData("B4 t1", 1, "Pool B has 3 teams, and no place 4.")]
    [InlineData("B0 t1", 1, "A place is a number from 1.")]
    [InlineData("B1 B1", 2, "Both sides have the same source. A team can't play itself.")]
    [InlineData("w2 t1", 1, "These matches wait for each other, so that none of them can begin: M2 waits for M2.")]
    public void A_source_that_can_never_be_decided_is_named(string sides, int side, string message) =>
        Assert.Equal([new BracketFault(1, side, message)], BracketValidator.Validate(Matches("1: t1 t2", "2: " + sides), Pools));

    [Fact]
    public void A_cycle_is_told_by_its_matches()
    {
        var faults = BracketValidator.Validate(Matches("1: t1 t2", "2: w1 w4", "3: l2 t3", "4: t4 w3", "5: w4 w2"), Pools);
        Assert.Equal(
            [new BracketFault(1, 2, "These matches wait for each other, so that none of them can begin: M2 waits for M4, M4 waits for M3, M3 waits for M2.")], faults);
    }

    [Fact]
    public void A_match_of_a_pool_can_not_wait_for_a_place_of_the_pool()
    {
        var faults = BracketValidator.Validate(Matches("1: t1 t2 B", "2: w3 t3 B", "3: t5 B1"), Pools);
        Assert.Equal("These matches wait for each other, so that none of them can begin: M2 waits for M3, M3 waits for M2.", Assert.Single(faults).Message);
    }

    [Theory]
    [InlineData(null, null, null, null, "Give one of winnerOf and loserOf, or pool and place together.")]
    [InlineData(1, 2, null, null, "Give one of winnerOf and loserOf, or pool and place together.")]
    [InlineData(1, null, "A", 1, "Give one of winnerOf and loserOf, or pool and place together.")]
    [InlineData(null, null, "A", null, "Give one of winnerOf and loserOf, or pool and place together.")]
    [InlineData(null, null, "A", -1, "A place is a number from 1.")]
    [InlineData(1, null, null, null, null)]
    [InlineData(null, 1, null, null, null)]
    [InlineData(null, null, "A", 1, null)]
    public void A_source_is_one_thing(int? winner, int? loser, string? pool, int? place, string? message) =>
        Assert.Equal(message, new SideSource(winner is { } one ? new MatchId(one) : null, loser is { } other ? new MatchId(other) : null, pool, place).Validate());

    [Fact]
    public void A_chain_may_be_as_long_as_a_schedule()
    {
        var matches = Matches(["1: t1 t2", .. Enumerable.Range(2, 9_999).Select(id => $"{id}: w{id - 1} t{id + 1}")]);
        Assert.Empty(BracketValidator.Validate([.. matches.Reverse()], []));
    }
}
