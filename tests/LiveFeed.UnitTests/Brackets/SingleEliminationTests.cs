using LiveFeed.Domain.Brackets;

namespace LiveFeed.UnitTests.Brackets;

public sealed class SingleEliminationTests
{
    public static TheoryData<int> Counts { get; } = [.. Enumerable.Range(2, 63)];

    [Fact]
    public void Seeds_stand_where_they_stand_in_every_draw() =>
        Assert.Equal([1, 16, 8, 9, 4, 13, 5, 12, 2, 15, 7, 10, 3, 14, 6, 11], FirstRound.SeedOrder(16));

    [Theory, MemberData(nameof(Counts))]
    public void All_but_the_winner_lose_once(int teams)
    {
        var random = new Random(teams);
        var matches = SingleElimination.Create(Tournament.Seeds(teams), new());
        Assert.Equal(teams - 1, matches.Count);
        Assert.Empty(BracketValidator.Validate(matches, []));
        Assert.Equal(Enumerable.Range(1, teams - 1).Select(number => $"M{number}"), matches.Select(match => match.Number));
        var played = Tournament.Play(matches, (_, _) => random.Next(2) == 0);
        Assert.Equal(Enumerable.Range(1, teams).Except([played[^1].Winner]), played.Select(match => match.Loser).Order());
        AssertNobodyPlaysTwiceInARound(played.Select(match => match.Match));
    }

    [Theory, MemberData(nameof(Counts))]
    public void The_best_two_meet_only_in_the_final_and_the_best_four_in_the_semi_finals(int teams)
    {
        var played = Tournament.Play(SingleElimination.Create(Tournament.Seeds(teams), new()), (one, other) => one < other);
        Assert.Equal((1, 2), (played[^1].Winner, played[^1].Loser));
        if (teams >= 4)
            Assert.Equal([3, 4], played.Where(match => match.Match.Round == played[^1].Match.Round - 1).Select(match => match.Loser).Order());
    }

    [Theory, MemberData(nameof(Counts))]
    public void Byes_go_to_the_best_seeds(int teams)
    {
        var size = FirstRound.Create(Tournament.Seeds(teams), false).Count;
        var first = SingleElimination.Create(Tournament.Seeds(teams), new()).Where(match => match.Round == 1).SelectMany(match => match.Sides).Select(side => side.TeamId!.Value);
        Assert.Equal(Enumerable.Range(1, teams).Skip(size - teams), first.Order());
        Assert.InRange(size, teams, (2 * teams) - 1);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(5, 1)]
    [InlineData(8, 1)]
    public void The_losers_of_the_semi_finals_play_for_the_third_place(int teams, int count)
    {
        var matches = SingleElimination.Create(Tournament.Seeds(teams), new(ThirdPlace: true));
        Assert.Equal(count, matches.Count(match => match.Stage is BracketStage.ThirdPlace));
        var played = Tournament.Play(matches, (one, other) => one < other);
        Assert.All(played.Where(match => match.Match.Stage is BracketStage.ThirdPlace), match => Assert.Equal((3, 4), (match.Winner, match.Loser)));
        Assert.Equal((1, 2), (played[^1].Winner, played[^1].Loser));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    [InlineData(7, 2)]
    [InlineData(8, 3)]
    [InlineData(13, 4)]
    [InlineData(16, 7)]
    public void Those_who_lost_in_the_first_round_have_a_bracket_of_their_own(int teams, int count)
    {
        var matches = SingleElimination.Create(Tournament.Seeds(teams), new(Consolation: true));
        var played = Tournament.Play(matches, (one, other) => one < other);
        var consolation = played.Where(match => match.Match.Stage is BracketStage.Consolation).ToList();
        Assert.Equal(count, consolation.Count);
        var lost = played.Where(match => match.Match is { Stage: BracketStage.Main, Round: 1 }).Select(match => match.Loser).Order();
        if (count > 0)
            Assert.Equal(lost, consolation.Select(match => match.Loser).Append(consolation[^1].Winner).Order());
    }

    [Fact]
    public void Four_teams_have_no_consolation_beside_the_match_for_the_third_place() =>
        Assert.Equal(4, SingleElimination.Create(Tournament.Seeds(4), new(ThirdPlace: true, Consolation: true)).Count);

    [Theory, MemberData(nameof(Counts))]
    public void Two_of_one_club_do_not_meet_in_the_first_round_if_it_can_be_avoided(int teams)
    {
        // Every club has two teams, chosen so that standard seeding would have them meet.
        var size = FirstRound.Create(Tournament.Seeds(teams), false).Count;
        var entrants = Enumerable.Range(1, teams).Select(seed => new SeededTeam(seed, seed, $"club {Math.Min(seed, size + 1 - seed)}")).ToList();
        var matches = SingleElimination.Create(Entrant.FromTeams(entrants), new(SeparateGroups: true)).Where(match => match.Round == 1).ToList();
        var clashes = matches.Count(match => Club(match.Side1) == Club(match.Side2));
        Assert.Equal(matches.Count == 1 ? 1 : 0, clashes);
        Assert.Equal(Enumerable.Range(1, teams).Skip(size - teams), matches.SelectMany(match => match.Sides).Select(side => side.TeamId!.Value).Order());
        // The better seeds stay where they are.
        Assert.Equal(Enumerable.Range(size - teams + 1, matches.Count), matches.Select(match => match.Side1.TeamId!.Value).Order());

        string Club(BracketSide side) => entrants.Single(team => team.Id == side.TeamId).Group!;
    }

    [Fact]
    public void Where_all_are_of_one_club_the_draw_stays_as_it_is()
    {
        var entrants = Entrant.FromTeams(Enumerable.Range(1, 8).Select(seed => new SeededTeam(seed, seed, "club")));
        Assert.Equal(FirstRound.Create(Tournament.Seeds(8), false), FirstRound.Create(entrants, true));
    }

    [Fact]
    public void Teams_without_a_seed_come_after_those_with_one_in_the_order_of_the_list() =>
        Assert.Equal([9, 5, 7, 8], Entrant.FromTeams([new(7), new(5, 2), new(8), new(9, 1)]).Select(entrant => entrant.Side.TeamId!.Value));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Entrant.Max + 1)]
    public void A_bracket_has_a_least_and_a_greatest_size(int teams) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SingleElimination.Create(Tournament.Seeds(teams), new()));

    internal static void AssertNobodyPlaysTwiceInARound(IEnumerable<BracketMatch> matches) =>
        Assert.All(matches.GroupBy(match => (match.Stage, match.Round, match.Pool)), round =>
        {
            var teams = round.SelectMany(match => match.Sides).Select(side => side.TeamId).ToList();
            Assert.Equal(teams.Count, teams.Distinct().Count());
        });
}
