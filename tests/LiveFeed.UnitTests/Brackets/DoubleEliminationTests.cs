using LiveFeed.Domain.Brackets;

namespace LiveFeed.UnitTests.Brackets;

public sealed class DoubleEliminationTests
{
    public static TheoryData<int> Counts { get; } = [.. Enumerable.Range(2, 63)];

    [Theory, MemberData(nameof(Counts))]
    public void Who_loses_twice_is_out(int teams)
    {
        var random = new Random(teams);
        var matches = DoubleElimination.Create(Tournament.Seeds(teams), new());
        Assert.Equal((2 * teams) - 2, matches.Count);
        Assert.Empty(BracketValidator.Validate(matches, []));
        var played = Tournament.Play(matches, (_, _) => random.Next(2) == 0);
        var losses = played.GroupBy(match => match.Loser).ToDictionary(team => team.Key, team => team.Count());
        var final = played[^1];
        // In the grand final one team has lost already; without a second final, both may have lost once in the end.
        Assert.All(Enumerable.Range(1, teams).Except([final.Winner, final.Loser]), team => Assert.Equal(2, losses[team]));
        Assert.Equal(2, losses.GetValueOrDefault(final.Winner) + losses.GetValueOrDefault(final.Loser));
        SingleEliminationTests.AssertNobodyPlaysTwiceInARound(played.Select(match => match.Match));
    }

    [Theory, MemberData(nameof(Counts))]
    public void The_reset_final_is_between_the_same_two(int teams)
    {
        var matches = DoubleElimination.Create(Tournament.Seeds(teams), new(ResetFinal: true));
        Assert.Equal((2 * teams) - 1, matches.Count);
        var played = Tournament.Play(matches, (one, other) => one < other);
        Assert.Equal([BracketStage.GrandFinal, BracketStage.ResetFinal], played.TakeLast(2).Select(match => match.Match.Stage));
        Assert.Equal((played[^2].Winner, played[^2].Loser), (played[^1].Winner, played[^1].Loser));
    }

    [Theory, MemberData(nameof(Counts))]
    public void If_the_better_seed_always_wins_the_best_two_meet_in_both_finals(int teams)
    {
        var played = Tournament.Play(DoubleElimination.Create(Tournament.Seeds(teams), new()), (one, other) => one < other);
        Assert.Equal((1, 2), (played[^1].Winner, played[^1].Loser));
        Assert.Equal((1, 2), played.Last(match => match.Match.Stage is BracketStage.Main) is var upper ? (upper.Winner, upper.Loser) : default);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void Nobody_meets_the_same_team_again_in_the_first_two_rounds_of_the_losers(int teams)
    {
        var played = Tournament.Play(DoubleElimination.Create(Tournament.Seeds(teams), new()), (one, other) => one < other);
        var early = played.Where(match => match.Match.Stage is BracketStage.Main || match.Match is { Stage: BracketStage.Losers, Round: <= 2 });
        var pairs = early.Select(match => (match.Winner, match.Loser)).ToList();
        Assert.Equal(pairs.Count, pairs.Distinct().Count());
    }

    [Theory, MemberData(nameof(Counts))]
    public void A_match_has_a_higher_number_than_those_that_decide_its_sides(int teams) =>
        Assert.All(DoubleElimination.Create(Tournament.Seeds(teams), new(ResetFinal: true)), match =>
            Assert.All(match.Sides.Where(side => side.From is not null), side => Assert.True(side.From!.Match!.Value.Value < match.Id.Value)));
}
