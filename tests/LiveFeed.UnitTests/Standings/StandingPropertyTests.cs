using FsCheck;
using FsCheck.Fluent;
using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Scores;
using LiveFeed.Domain.Standings;

namespace LiveFeed.UnitTests.Standings;

/// <summary>
/// Any pool under any preset. Few teams and low scores, so that teams are often level. Outcomes, cards, deductions and ranks by hand are in those properties
/// that need no second way to count them.
/// </summary>
public sealed class StandingPropertyTests
{
    [Fact]
    public void The_order_of_teams_and_matches_does_not_matter() => CheckAny(pool =>
    {
        var shuffled = StandingTable.Create([.. pool.Teams.Reverse()], pool.Matches.Reverse(), pool.Rules);
        return Text(pool.Rank()) == Text(shuffled);
    });

    [Fact]
    public void The_order_of_the_sides_does_not_matter_except_for_away_goals() => CheckAny(pool =>
    {
        var swapped = pool.Matches.Select(match => match with
        {
            Team1Id = match.Team2Id,
            Team2Id = match.Team1Id,
            Sets = [.. match.Sets.Select(set => set.Swapped())],
            SetsWon = new(match.SetsWon.Team2, match.SetsWon.Team1),
            Winner = 3 - match.Winner,
            Cards1 = match.Cards2,
            Cards2 = match.Cards1,
        });
        return Text(pool.Rank()) == Text(StandingTable.Create(pool.Teams, swapped, pool.Rules));
    });

    [Fact]
    public void Every_team_has_one_row_and_ranks_are_positions_which_level_teams_share() => Check(pool =>
    {
        var rows = pool.Rank();
        return rows.Select(row => row.TeamId).Order().SequenceEqual(pool.Teams.Select(team => team.Id).Order())
            && rows[0] is { Rank: 1, SeparatedBy: null }
            && rows.Select((row, index) => (row, index)).Skip(1).All(pair =>
                pair.row.SeparatedBy is StandingCriterion.Level ? pair.row.Rank == rows[pair.index - 1].Rank : pair.row.Rank == pair.index + 1);
    });

    [Fact]
    public void What_all_teams_have_got_adds_up() => Check(pool =>
    {
        var rows = pool.Rank();
        return rows.Sum(row => row.Won) == rows.Sum(row => row.Lost) && rows.Sum(row => row.For) == rows.Sum(row => row.Against)
            && rows.Sum(row => row.SetsWon) == rows.Sum(row => row.SetsLost) && rows.Sum(row => row.Played) == 2 * pool.Matches.Length
            && rows.All(row => row.Played == row.Won + row.Drawn + row.Lost);
    });

    [Fact]
    public void Every_two_neighbours_are_separated_by_the_criterion_that_is_named() => Check(pool =>
    {
        var rows = pool.Rank();
        return rows.Zip(rows.Skip(1)).All(pair =>
        {
            var (above, below) = (pair.First.TeamId, pair.Second.TeamId);
            var among = pair.Second.SeparatedAmong?.ToHashSet();
            var named = pair.Second.SeparatedBy!.Value;
            return pool.Rules.Criteria.TakeWhile(criterion => criterion != named).All(criterion => IsLevel(criterion, above, below))
                && (named is StandingCriterion.Level
                    || ((among is null) == !IsHeadToHead(named)
                        && (among is null || (among.Contains(above) && among.Contains(below)))
                        && (among is null || pool.Rules.HeadToHead is not HeadToHeadMode.Once || among.SetEquals(pool.LevelBefore(named, above)))
                        && pool.Compare(named, above, below, among) > 0));
        });

        // A comparison that begins again counts other matches each time. Without that, the teams compared are those that were level before.
        bool IsLevel(StandingCriterion criterion, int above, int below) => !IsHeadToHead(criterion) ? pool.Compare(criterion, above, below, null) == 0
            : pool.Rules.HeadToHead is not HeadToHeadMode.Once || pool.Compare(criterion, above, below, pool.LevelBefore(criterion, above)) == 0;
    });

    [Fact]
    public void Where_comparison_begins_again_for_the_level_teams_share_a_rank_only_if_nothing_separates_them_among_themselves() => Check(pool =>
        pool.Rules.HeadToHead is not HeadToHeadMode.Restarted
        || pool.Rank().GroupBy(row => row.Rank, row => row.TeamId).Where(group => group.Count() > 1).All(group =>
            pool.Rules.Criteria.All(criterion => group.All(team => pool.Compare(criterion, team, group.First(), group.ToHashSet()) == 0))));

    private static bool IsHeadToHead(StandingCriterion criterion) => criterion.ToString().StartsWith("HeadToHead", StringComparison.Ordinal);

    private static string Text(IReadOnlyList<StandingRow> rows) =>
        string.Join('\n', rows.Select(row => $"{row with { SeparatedAmong = null }} {string.Join(' ', row.SeparatedAmong ?? [])}"));

    private static void Check(Func<Pool, bool> holds) =>
        Prop.ForAll(Pools.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static void CheckAny(Func<Pool, bool> holds) =>
        Prop.ForAll(AnyPools.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>Pools with whatever else can be: outcomes, cards, deductions and ranks by hand.</summary>
    private static Gen<Pool> AnyPools =>
        from pool in Pools
        from teams in (from hand in Gen.Choose(1, 12) from less in Gen.Choose(-2, 8) select (hand, less)).ArrayOf(pool.Teams.Length)
        from matches in (
            from outcome in Gen.Choose(1, 4).SelectMany(pick => pick == 1 ? Gen.Elements(Enum.GetValues<StandingOutcome>()) : Gen.Constant(StandingOutcome.None))
            from winner in Gen.Elements<int?>(null, 1, 2)
            from isUnplayed in Gen.Elements(true, false)
            from one in AnyCards
            from two in AnyCards
            select (outcome, winner, isUnplayed, one, two)).ArrayOf(pool.Matches.Length)
        select pool with
        {
            Teams = [.. pool.Teams.Zip(teams, (team, more) => team with
            {
                Manual = more.hand <= 3 ? new ManualRank(more.hand, "Drawn by lot") : null,
                Deductions = more.less is > 0 and <= 2 ? [new PointsDeduction(more.less, "Came late")] : null,
            })],
            Matches = [.. pool.Matches.Zip(matches, (match, more) => more.outcome is StandingOutcome.None
                ? match with { Cards1 = more.one, Cards2 = more.two }
                : match with
                {
                    Outcome = more.outcome,
                    Winner = more.outcome is StandingOutcome.Drawn ? null : more.winner,
                    Sets = more.isUnplayed ? [] : match.Sets,
                    SetsWon = more.isUnplayed ? default : match.SetsWon,
                    Cards1 = more.one,
                    Cards2 = more.two,
                })],
        };

    private static Gen<Cards> AnyCards { get; } = Gen.Elements(default, default, new Cards(Yellow: 1), new Cards(Yellow: 2, Red: 1), new Cards(SecondYellow: 1, YellowAndRed: 1));

    private static Gen<Pool> Pools { get; } =
        from preset in Gen.Elements(StandingPresets.All.Keys.Order(StringComparer.Ordinal).ToArray())
        from count in Gen.Choose(1, 6)
        from teams in Gen.Choose(0, 3).ArrayOf(count)
        from matches in Matches(StandingPresets.All[preset].Points.Draw > 0, count)
        select new Pool(preset, [.. teams.Select((number, index) => new StandingTeam(index + 1, number == 0 ? null : number, number == 0 ? null : number))], matches);

    private static Gen<StandingMatch[]> Matches(bool isDrawable, int teams) =>
        from legs in Gen.Choose(1, 2)
        let pairs = (from leg in Enumerable.Range(0, legs) from one in Enumerable.Range(1, teams) from other in Enumerable.Range(1, teams) where one < other select (one, other)).ToArray()
        from played in Gen.Choose(0, 9).ArrayOf(pairs.Length)
        from bestOf in Gen.Elements(3, 5)
        from scores in (isDrawable ? Goals : bestOf == 3 ? Sets : FiveSets).ArrayOf(pairs.Length)
        select pairs.Zip(scores, played).Where(match => match.Third > 0).Select((match, index) => Match(index, match.First.one, match.First.other, match.Second, isDrawable)).ToArray();

    private static Gen<SetScore[]> Goals { get; } =
        from one in Gen.Choose(0, 2)
        from other in Gen.Choose(0, 2)
        select new[] { new SetScore(one, other) };

    private static Gen<SetScore[]> Sets { get; } = Gen.Elements<SetScore[]>(
        [new(25, 20), new(25, 20)], [new(20, 25), new(20, 25)], [new(25, 20), new(20, 25), new(15, 10)], [new(25, 20), new(20, 25), new(10, 15)], [new(0, 25), new(0, 25)]);

    private static Gen<SetScore[]> FiveSets { get; } = Gen.Elements<SetScore[]>(
        [new(25, 20), new(25, 20), new(25, 20)], [new(20, 25), new(20, 25), new(20, 25)], [new(25, 20), new(20, 25), new(25, 20), new(25, 20)],
        [new(25, 20), new(20, 25), new(25, 20), new(20, 25), new(15, 10)], [new(25, 20), new(20, 25), new(25, 20), new(20, 25), new(10, 15)]);

    private static StandingMatch Match(int index, int one, int other, SetScore[] sets, bool isDrawable)
    {
        var won = new SideNumbers(sets.Count(set => set.Team1 > set.Team2), sets.Count(set => set.Team1 < set.Team2));
        return new StandingMatch(new MatchId(index + 1), one, other)
        {
            Sets = sets,
            SetsWon = isDrawable ? default : won,
            Winner = won.Team1 > won.Team2 ? 1 : won.Team1 < won.Team2 ? 2 : null,
        };
    }

    private sealed record Pool(string Preset, StandingTeam[] Teams, StandingMatch[] Matches)
    {
        public StandingRules Rules => StandingPresets.All[Preset];

        public IReadOnlyList<StandingRow> Rank() => StandingTable.Create(Teams, Matches, Rules);

        /// <summary>Returns the teams that are level with a team when the run of head-to-head criteria begins that a criterion is in. For rules that compare once.</summary>
        public HashSet<int> LevelBefore(StandingCriterion criterion, int team)
        {
            var before = Rules.Criteria.TakeWhile(one => one != criterion).Reverse().SkipWhile(IsHeadToHead).ToList();
            return [.. Teams.Select(other => other.Id).Where(other => before.All(one => Compare(one, team, other, IsHeadToHead(one) ? LevelBefore(one, team) : null) == 0))];
        }

        /// <summary>Compares two teams by one criterion, worked out anew from the matches.</summary>
        public int Compare(StandingCriterion criterion, int one, int other, HashSet<int>? among) =>
            Value(criterion, one, among) is var (a, b) && Value(criterion, other, among) is var (c, d)
                ? (b, d) switch
                {
                    (0, 0) => (a > 0).CompareTo(c > 0),
                    (0, _) => a > 0 ? 1 : 0.CompareTo(c),
                    (_, 0) => c > 0 ? -1 : a.CompareTo(0),
                    _ => ((decimal)a / b).CompareTo((decimal)c / d),
                }
                : 0;

        private (int Number, int By) Value(StandingCriterion criterion, int team, HashSet<int>? among)
        {
            var own = (from match in Matches
                       where match.Team1Id == team || match.Team2Id == team
                       let side = match.Team1Id == team ? 1 : 2
                       let opponent = side == 1 ? match.Team2Id : match.Team1Id
                       where !IsHeadToHead(criterion) || among is null || among.Contains(opponent)
                       let setsFor = side == 1 ? match.SetsWon.Team1 : match.SetsWon.Team2
                       let setsAgainst = side == 1 ? match.SetsWon.Team2 : match.SetsWon.Team1
                       select (
                           Opponent: opponent, Won: match.Winner == side, Lost: match.Winner == 3 - side, SetsFor: setsFor, SetsAgainst: setsAgainst,
                           For: match.Sets.Sum(set => side == 1 ? set.Team1 : set.Team2), Against: match.Sets.Sum(set => side == 1 ? set.Team2 : set.Team1),
                           IsNarrow: (setsFor, setsAgainst) is (2, 1) or (1, 2) or (3, 2) or (2, 3))).ToList();
            var by = (criterion.ToString().Replace("HeadToHead", "", StringComparison.Ordinal), criterion);
            return by switch
            {
                ("Points" or "", _) => (own.Sum(match => match.Won
                    ? (match.IsNarrow ? Rules.Points.NarrowWin : null) ?? Rules.Points.Win
                    : match.Lost ? (match.IsNarrow ? Rules.Points.NarrowLoss : null) ?? Rules.Points.Loss : Rules.Points.Draw), 1),
                ("MatchesWon", _) => (own.Count(match => match.Won), 1),
                ("OfTwo", _) => (among?.Count == 2 ? own.Count(match => match.Won) : 0, 1),
                ("Sweep", _) => (own.Select(match => match.Opponent).Distinct().Count() < among?.Count - 1 ? 0
                    : own.All(match => match.Won) ? 1 : own.All(match => match.Lost) ? -1 : 0, 1),
                ("MatchesPlayed", _) => (own.Count, 1),
                ("SetRatio", _) => (own.Sum(match => match.SetsFor), own.Sum(match => match.SetsAgainst)),
                ("PointRatio", _) => (own.Sum(match => match.For), own.Sum(match => match.Against)),
                ("SetDifference", _) => (own.Sum(match => match.SetsFor - match.SetsAgainst), 1),
                ("GoalDifference" or "PointDifference" or "Difference", _) => (own.Sum(match => match.For - match.Against), 1),
                ("GoalsFor" or "Goals", _) => (own.Sum(match => match.For), 1),
                ("FairPlay", _) => (0, 1),
                ("Ranking", _) => (-(Teams.Single(item => item.Id == team).Ranking ?? 999), 1),
                ("DrawnLots", _) => (-(Teams.Single(item => item.Id == team).Lot ?? 999), 1),
                _ => throw new InvalidOperationException($"{criterion} has no naive value."),
            };
        }

        // FsCheck prints a counterexample with this.
        public override string ToString() =>
            $"{Preset}, {string.Join(' ', Teams.Select(team => $"{team.Id}({team.Ranking}{(team.Manual is { } hand ? $", {hand.Rank} by hand" : "")}{(team.Deductions is [var less] ? $", -{less.Points}" : "")})"))}: "
            + string.Join(", ", Matches.Select(match => $"{match.Team1Id}-{match.Team2Id} {string.Join(' ', match.Sets.Select(set => $"{set.Team1}-{set.Team2}"))} {match.Outcome} {match.Winner} {match.Cards1} {match.Cards2}"));
    }
}
