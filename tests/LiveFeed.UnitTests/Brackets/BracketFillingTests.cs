using FsCheck;
using FsCheck.Fluent;
using LiveFeed.Domain.Brackets;
using LiveFeed.Domain.Schedules;
using static LiveFeed.UnitTests.Brackets.BracketText;

namespace LiveFeed.UnitTests.Brackets;

public sealed class BracketFillingTests
{
    private static readonly IReadOnlyList<BracketMatch> Four = Matches("1: t1 t2", "2: t3 t4", "3: w1 w2", "4: l1 l2");

    [Fact]
    public void Winners_and_losers_are_filled_in() =>
        Assert.Equal("1: t1 t2, 2: t3 t4, 3: t2 -, 4: t1 -", Teams(Fill(Four, new() { [1] = 2 }).Matches));

    [Fact]
    public void A_correction_is_carried_through_all_rounds_and_taken_back()
    {
        var matches = Matches("5: w4 t9", "4: w3 t7", "3: w1 w2", "1: t1 t2", "2: t3 t4");
        var first = Fill(matches, new() { [1] = 1, [2] = 1, [3] = 1, [4] = 1 });
        Assert.Equal("5: t1 t9, 4: t1 t7, 3: t1 t3, 1: t1 t2, 2: t3 t4", Teams(first.Matches));
        var corrected = Fill(first.Matches, new() { [1] = 2, [2] = 1, [3] = 1, [4] = 1 });
        Assert.Equal("5: t2 t9, 4: t2 t7, 3: t2 t3, 1: t1 t2, 2: t3 t4", Teams(corrected.Matches));
        Assert.Equal("5: - t9, 4: - t7, 3: - t3, 1: t1 t2, 2: t3 t4", Teams(Fill(corrected.Matches, new() { [2] = 1, [3] = 1, [4] = 1 }).Matches));
    }

    [Fact]
    public void A_match_with_a_score_keeps_its_teams_and_is_reported()
    {
        var first = Fill(Four, new() { [1] = 1, [2] = 1 });
        var corrected = Fill(first.Matches, new() { [1] = 2, [2] = 1 }, scored: [3]);
        Assert.Equal("1: t1 t2, 2: t3 t4, 3: t1 t3, 4: t1 t4", Teams(corrected.Matches));
        Assert.Equal([new SideConflict(new MatchId(3), 1, 1, 2)], corrected.Conflicts);
        var removed = Fill(first.Matches, new() { [2] = 1 }, scored: [3]);
        Assert.Equal([new SideConflict(new MatchId(3), 1, 1, null)], removed.Conflicts);
    }

    [Fact]
    public void What_follows_a_match_with_a_score_follows_the_teams_that_it_has()
    {
        var matches = Matches("1: t1 t2", "2: t3 t4", "3: w1 w2", "4: w3 t9");
        var first = Fill(matches, new() { [1] = 1, [2] = 1 });
        Assert.Equal("1: t1 t2, 2: t3 t4, 3: t1 t3, 4: t1 t9", Teams(Fill(first.Matches, new() { [1] = 2, [2] = 1, [3] = 1 }, scored: [3]).Matches));
    }

    [Fact]
    public void A_match_with_a_score_whose_team_was_not_known_gets_it() =>
        Assert.Equal("1: t1 t2, 2: t3 t4, 3: t1 -, 4: t2 -", Teams(Fill(Four, new() { [1] = 1 }, scored: [3]).Matches));

    [Fact]
    public void A_match_without_a_winner_sends_nobody_on() => Assert.Equal("1: t1 t2, 2: t3 t4, 3: - -, 4: - -", Teams(Fill(Four, []).Matches));

    [Fact]
    public void Places_of_complete_pools_are_filled_in_and_shared_ones_are_not()
    {
        var matches = Matches("1: A1 B2", "2: B1 A2", "3: A3 C1");
        var places = new Dictionary<string, IReadOnlyList<int?>> { ["A"] = [11, null, null], ["B"] = [21, 22] };
        Assert.Equal("1: t11 t22, 2: t21 -, 3: - -", Teams(BracketFilling.Fill(matches, new(new Dictionary<MatchId, int>(), places, new HashSet<MatchId>())).Matches));
    }

    [Fact]
    public void Who_has_a_bye_goes_on_without_a_match_and_the_bye_has_no_loser()
    {
        var matches = Matches("1: t1 bye", "2: bye t2", "3: bye bye", "4: t5 w3", "5: w1 w2", "6: l1 t8", "7: w6 w4");
        Assert.Equal("1: t1 bye, 2: bye t2, 3: bye bye, 4: t5 bye, 5: t1 t2, 6: bye t8, 7: t8 t5", Teams(Fill(matches, []).Matches));
    }

    [Fact]
    public void A_team_never_plays_itself()
    {
        var filled = Fill(Matches("1: t1 t2", "2: w1 t1"), new() { [1] = 1 });
        // The side that was set by hand stays.
        Assert.Equal("1: t1 t2, 2: - t1", Teams(filled.Matches));
        Assert.Equal([new SideConflict(new MatchId(2), 1, null, 1)], filled.Conflicts);
    }

    /// <summary>
    /// Results, corrections and removals in any order, each filled in at once. Then the sides are those that come out if they are computed from
    /// nothing but the last results, as far as no score has kept a team.
    /// </summary>
    [Fact]
    public void After_any_results_and_corrections_the_sides_are_those_computed_afresh() => Check(run =>
    {
        var matches = run.Bracket;
        var winners = new Dictionary<int, int>();
        foreach (var (match, winner) in run.Steps)
        {
            var id = run.Bracket[match % run.Bracket.Count].Id.Value;
            if (winner == 0)
                winners.Remove(id);
            else
                winners[id] = winner;
            matches = Fill(matches, winners).Matches;
        }

        return Teams(matches) == Teams(Fill(run.Bracket, winners).Matches);
    });

    [Fact]
    public void With_scores_all_other_sides_follow_from_the_results_and_the_teams_that_scores_keep() => Check(run =>
    {
        var matches = run.Bracket;
        var winners = new Dictionary<int, int>();
        IReadOnlyList<SideConflict> conflicts = [];
        foreach (var (match, winner) in run.Steps)
        {
            // A match is scored when both teams are there, as in the hall; a correction comes at any time.
            var target = matches[match % matches.Count];
            if (winner == 0)
                winners.Remove(target.Id.Value);
            else if (target.Sides.All(side => side.TeamId is not null))
                winners[target.Id.Value] = winner;
            var before = matches;
            (matches, conflicts) = Fill(matches, winners, [.. winners.Keys]);
            if (matches.Zip(before).Any(pair => winners.ContainsKey(pair.First.Id.Value) && pair.First.Sides.Zip(pair.Second.Sides).Any(side => side.Second.TeamId is { } team && team != side.First.TeamId)))
                return false;
        }

        List<BracketMatch> kept = [.. matches.Zip(run.Bracket).Select(pair => winners.ContainsKey(pair.First.Id.Value) ? pair.First : pair.Second)];
        var afresh = Fill(kept, winners, [.. winners.Keys]);
        return Teams(matches) == Teams(afresh.Matches) && conflicts.SequenceEqual(afresh.Conflicts);
    });

    private static FilledBracket Fill(IReadOnlyList<BracketMatch> matches, Dictionary<int, int> winners, HashSet<int>? scored = null) =>
        BracketFilling.Fill(matches, new(
            winners.ToDictionary(pair => new MatchId(pair.Key), pair => pair.Value),
            new Dictionary<string, IReadOnlyList<int?>>(),
            (scored ?? []).Select(id => new MatchId(id)).ToHashSet()));

    private static void Check(Func<Run, bool> holds) => Prop.ForAll(Runs.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Gen<Run> Runs { get; } =
        from teams in Gen.Choose(2, 13)
        from isDouble in Gen.Elements(true, false)
        from count in Gen.Choose(0, 60)
        from steps in (from match in Gen.Choose(0, 99) from winner in Gen.Choose(0, 2) select (match, winner)).ArrayOf(count)
        let entrants = Entrant.FromTeams(Enumerable.Range(1, teams).Select(id => new SeededTeam(id)))
        let options = new EliminationOptions(ThirdPlace: true, Consolation: true, ResetFinal: true)
        select new Run(isDouble ? DoubleElimination.Create(entrants, options) : SingleElimination.Create(entrants, options), steps);

    private sealed record Run(IReadOnlyList<BracketMatch> Bracket, (int Match, int Winner)[] Steps)
    {
        // FsCheck prints a counterexample with this.
        public override string ToString() => $"{Bracket.Count} matches: {string.Join(' ', Steps.Select(step => $"{step.Match % Bracket.Count}={step.Winner}"))}";
    }
}
