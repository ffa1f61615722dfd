using LiveFeed.Domain.Brackets;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Scores;
using LiveFeed.Domain.Standings;

namespace LiveFeed.UnitTests.Brackets;

/// <summary>
/// Brackets are found again in schedules that say nothing of them but where sides come from. Each round is written as its id and its matches, with their lines.
/// </summary>
public sealed class EventBracketsTests
{
    private static readonly EventId Cup = EventId.From("cup");

    [Fact]
    public void A_final_has_semi_finals_before_it_and_a_match_for_third_place_beside_it() => Assert.Equal(
        ["[3] Semi-finals 1@1 2@2; Final 3@1; Match for third place 4@1"],
        Describe(BracketText.Matches("1: t1 t2", "2: t3 t4", "3: w1 w2", "4: l1 l2")));

    [Fact]
    public void A_line_without_a_match_is_a_bye() => Assert.Equal(
        ["[5] Quarter-finals 1@2 2@3; Semi-finals 3@1 4@2; Final 5@1"],
        Describe(BracketText.Matches("1: t4 t5", "2: t6 t3", "3: t1 w1", "4: w2 t2", "5: w3 w4")));

    [Fact]
    public void A_side_on_which_nobody_plays_is_named_and_the_loser_of_that_match_too()
    {
        var brackets = Create([new(new MatchId(1), Team1Id: 1, Team2Label: "Freilos"), Planned("2: t2 t3"), Planned("3: w1 w2"), Planned("4: l1 l2")]);

        var byes = brackets.Single().Rounds.SelectMany(round => round.Matches).Where(match => match.Byes is not null).Select(match => $"{match.Match.Id}: {string.Join(' ', match.Byes!)}");
        Assert.Equal(["1: 2", "4: 1"], byes);
    }

    [Fact]
    public void Losers_of_each_round_play_for_the_places_after_those_who_go_on() => Assert.Equal(
        ["[7] Quarter-finals 1@1 2@2 3@3 4@4; Semi-finals 5@1 6@2; Final 7@1; Match for third place 8@1; Places 5 to 8 9@1 10@2; Match for place 5 11@1; Match for place 7 12@1"],
        Describe(BracketText.Matches("1: t1 t8", "2: t4 t5", "3: t2 t7", "4: t3 t6", "5: w1 w2", "6: w3 w4", "7: w5 w6", "8: l5 l6", "9: l1 l2", "10: l3 l4", "11: w9 w10", "12: l9 l10")));

    [Fact]
    public void A_double_elimination_has_two_brackets_and_a_final_that_is_played_again() => Assert.Equal(
        ["[6] Winners' semi-finals 1@1 2@2; Winners' final 3@1; Losers' round 1 4@1; Losers' final 5@1; Grand final 6@1; Second grand final 7@1"],
        Describe(BracketText.Matches("1: t1 t4", "2: t2 t3", "3: w1 w2", "4: l1 l2", "5: w4 l3", "6: w3 w5", "7: w6 l6")));

    [Fact]
    public void Places_of_pools_make_brackets_for_the_places_that_are_left() => Assert.Equal(
        ["[3] Semi-finals 1@1 2@2; Final 3@1", "[4] Match for place 5 4@1", "[5] Match for place 7 5@1"],
        Describe(BracketText.Matches("1: A1 B2", "2: B1 A2", "3: w1 w2", "4: A3 B3", "5: A4 B4"), "A", "B"));

    [Fact]
    public void Both_legs_of_a_tie_are_in_one_line()
    {
        ScheduledMatch[] matches =
        [
            new(new MatchId(1), Team1Id: 1, Team2Id: 2, TieId: "SF1", Leg: 1), new(new MatchId(2), Team1Id: 2, Team2Id: 1, TieId: "SF1", Leg: 2),
            new(new MatchId(3), Team1Id: 3, Team2Id: 4, TieId: "SF2", Leg: 1), new(new MatchId(4), Team1Id: 4, Team2Id: 3, TieId: "SF2", Leg: 2),
            new(new MatchId(5), Team1From: SideSource.FromWinner(new(1)), Team2From: SideSource.FromWinner(new(4)), TieId: "F", Leg: 1),
            new(new MatchId(6), Team1From: SideSource.FromWinner(new(4)), Team2From: SideSource.FromWinner(new(1)), TieId: "F", Leg: 2),
        ];

        Assert.Equal(["[5] Semi-finals 1@1 2@1 3@2 4@2; Final 5@1 6@1"], Describe(Create(matches)));
    }

    [Fact]
    public void Divisions_have_brackets_of_their_own_and_who_comes_from_another_is_new()
    {
        ScheduledMatch[] matches =
        [
            Planned("1: t1 t2") with { DivisionId = 1 }, Planned("2: t3 t4") with { DivisionId = 1 }, Planned("3: w1 w2") with { DivisionId = 1 },
            Planned("4: l1 l2") with { DivisionId = 2 }, Planned("5: t7 t8") with { DivisionId = 2 }, Planned("6: w4 w5") with { DivisionId = 2 },
            Planned("7: t9 t10") with { DivisionId = 2 },
        ];

        Assert.Equal(["[3] Semi-finals 1@1 2@2; Final 3@1", "[6] Semi-finals 4@1 5@2; Final 6@1"], Describe(Create(matches)));
    }

    [Fact]
    public void A_winner_with_two_matches_ahead_is_shown_on_the_way_to_the_first()
    {
        Assert.Equal(["[2] Semi-finals 1@1; Final 2@1", "[3] Final 3@1"], Describe(BracketText.Matches("1: t1 t2", "2: w1 t3", "3: w1 t4")));
        // Each of two finals has a loser of the other side's semi-final.
        Assert.NotEmpty(Describe(BracketText.Matches("1: t1 t2", "2: t3 t4", "3: w1 l2", "4: w2 l1")));
    }

    [Fact]
    public void The_longest_ladder_that_a_schedule_can_have_has_a_line_for_each_match()
    {
        var ladder = Enumerable.Range(2, 9_998).Select(id => new ScheduledMatch(new MatchId(id), Team1From: SideSource.FromWinner(new(id - 1)), Team2Id: id + 1));

        var bracket = Create([Planned("1: t1 t2"), .. ladder]).Single();

        Assert.Equal((9_999, 9_999), (bracket.Rounds.Count, bracket.Rounds.Sum(round => round.Matches.Count)));
    }

    [Fact]
    public void Generated_brackets_are_found_again_with_their_parts_and_rounds()
    {
        for (var teams = 2; teams <= 40; teams++)
        {
            foreach (var options in new[] { new EliminationOptions(), new(ThirdPlace: true), new(ThirdPlace: true, Consolation: true), new(Consolation: true) })
                AssertFound(SingleElimination.Create(Tournament.Seeds(teams), options));
            // Two teams play a final that is played again.
            foreach (var options in new[] { new EliminationOptions(), new(ResetFinal: true) }.Where(options => teams > 2 || options.ResetFinal))
                AssertFound(DoubleElimination.Create(Tournament.Seeds(teams), options));
        }

        static void AssertFound(IReadOnlyList<BracketMatch> generated)
        {
            // One match alone says nothing of a bracket.
            if (generated.Count == 1)
                return;
            var bracket = Create([.. generated.Select(Planned)]).Single();
            var found = bracket.Rounds.SelectMany(round => round.Matches.Select(match => (match.Match.Id, round.Stage, Round: RoundOf(round.Stage, round.Number)))).OrderBy(match => match.Id);
            Assert.Equal(generated.Select(match => (match.Id, StageOf(generated, match), RoundOf(match.Stage, match.Round))), found);
            Assert.Equal(bracket.Rounds.Count, bracket.Rounds.Select(round => round.Id).Distinct().Count());
            Assert.All(bracket.Rounds, round => Assert.All(round.Matches, match => Assert.InRange(match.Position, 1, round.Size / 2)));
            Assert.All(bracket.Rounds, round => Assert.Equal(round.Matches.Count, round.Matches.Select(match => match.Position).Distinct().Count()));
        }

        // Losers who have a bye don't wait a round.
        static int RoundOf(BracketStage stage, int round) => stage is BracketStage.Losers ? 0 : round;

        // Of two first rounds of two matches each, the consolation is a match of the losers of the semi-finals: the match for third place.
        static BracketStage StageOf(IReadOnlyList<BracketMatch> generated, BracketMatch match) =>
            match.Stage is BracketStage.Consolation && generated.Count(other => other.Stage is BracketStage.Main) == 3 ? BracketStage.ThirdPlace : match.Stage;
    }

    private static ScheduledMatch Planned(string text) => Planned(BracketText.Match(text));

    private static ScheduledMatch Planned(BracketMatch match) =>
        new(match.Id, Team1Id: match.Side1.TeamId, Team2Id: match.Side2.TeamId, Team1From: match.Side1.From, Team2From: match.Side2.From);

    private static IEnumerable<string> Describe(IReadOnlyList<BracketMatch> matches, params string[] pools) => Describe(Create([.. matches.Select(Planned)], pools));

    private static IEnumerable<string> Describe(IEnumerable<BracketView> brackets) => brackets.Select(bracket => $"[{bracket.Id}] " + string.Join(
        "; ", bracket.Rounds.Select(round => $"{round.Name} {string.Join(' ', round.Matches.Select(match => $"{match.Match.Id}@{match.Position}"))}")));

    private static IReadOnlyList<BracketView> Create(IReadOnlyList<ScheduledMatch> matches, params string[] pools)
    {
        var teams = matches.SelectMany(match => new[] { match.Team1Id, match.Team2Id }).OfType<int>().Distinct()
            .ToDictionary(id => id, id => new Team { EventId = Cup, Id = id, Name = $"Team {id}", DivisionId = null });
        var divisions = matches.Select(match => match.DivisionId ?? 1).Distinct().ToDictionary(id => id, id => new Division { EventId = Cup, Id = id, Name = $"Division {id}" });
        return EventBrackets.Of(
            new StoredSchedule(
                divisions, [], teams, matches.ToDictionary(match => match.Id, match => Match.Create(Cup, match, default)),
                pools.ToDictionary(id => id, id => Pool.Create(Cup, 1, new ScheduledPool(id, id, [])))),
            new Dictionary<MatchId, ScoreView>(), default);
    }
}
