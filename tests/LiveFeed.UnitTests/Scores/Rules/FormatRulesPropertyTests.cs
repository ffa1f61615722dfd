using FsCheck;
using FsCheck.Fluent;
using LiveFeed.Domain.Formats;
using LiveFeed.Domain.Scores;
using Outcome = LiveFeed.Domain.Scores.Outcome;

namespace LiveFeed.UnitTests.Scores.Rules;

public sealed class FormatRulesPropertyTests
{
    [Fact]
    public void No_input_throws() => Check(Generators.Anything, match => match.Assess() is not null);

    [Fact]
    public void Swapping_the_teams_swaps_the_assessment()
    {
        Check(Generators.Anything, IsSymmetric);
        Check(Generators.Plausible, IsSymmetric);

        static bool IsSymmetric(Match match)
        {
            var (one, other) = (match.Assess(), match.Swapped().Assess());
            return (one.SetsWon1, one.SetsWon2, one.Winner) == (other.SetsWon2, other.SetsWon1, 3 - other.Winner)
                && one.Warnings.Select(warning => warning.Code).SequenceEqual(other.Warnings.Select(warning => warning.Code))
                && Fields(one).SetEquals(Fields(other).Select(SwapField));
        }

        static HashSet<string> Fields(ScoreAssessment assessment) => [.. assessment.Violations.Select(violation => violation.Field)];

        static string SwapField(string field) =>
            field.EndsWith("team1", StringComparison.Ordinal)
                ? field[..^1] + "2"
                : field.Replace("team2", "team1", StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_wins_more_sets_than_win_the_match() =>
        Check(Generators.Plausible, match =>
            match.Assess() is var it && (match.Format.BestOf is not { } bestOf || match.Format.PlayAll is true || bestOf is 2 || Math.Max(it.SetsWon1, it.SetsWon2) <= (bestOf / 2) + 1));

    [Fact]
    public void No_more_sets_are_won_than_played() =>
        Check(Generators.Plausible, match =>
            match.Assess() is var it && it.SetsWon1 + it.SetsWon2 <= match.State.Sets.Count(set => set.Team1 != set.Team2));

    [Fact]
    public void Who_wins_by_play_has_more_sets_or_where_all_is_added_more_in_all()
    {
        Check(Generators.Plausible, match => match.Assess() switch
        {
            { Winner: null } => true,
            _ when match.IsDecidedOtherwise => true,
            { Winner: 1 } it => HasMore(match, it.SetsWon1, it.SetsWon2),
            { Winner: 2 } it => HasMore(match, it.SetsWon2, it.SetsWon1),
            _ => false,
        });

        static bool HasMore(Match match, int winner, int loser) => match.Format switch
        {
            { Kind: FormatKind.Sets or FormatKind.Games } => winner > loser,
            { Winner: WinnerBy.Periods } when winner != loser => winner > loser,
            _ => match.Assess().Winner == new SetScore(match.State.Sets.Sum(set => set.Team1), match.State.Sets.Sum(set => set.Team2)).Leader,
        };
    }

    [Fact]
    public void A_match_that_is_scheduled_or_cancelled_has_no_winner() =>
        Check(Generators.Plausible, match =>
            match.State.Status is MatchStatus.InProgress or MatchStatus.Final || match.Assess().Winner is null);

    [Fact]
    public void Ending_a_match_takes_no_set_and_no_win_away() =>
        Check(Generators.Plausible, match =>
        {
            var running = match.In(MatchStatus.InProgress).Assess();
            var ended = match.In(MatchStatus.Final).Assess();
            return ended.SetsWon1 >= running.SetsWon1
                && ended.SetsWon2 >= running.SetsWon2
                && (running.Winner is null || running.Winner == ended.Winner);
        });

    [Fact]
    public void The_status_alone_never_makes_a_score_impossible_that_was_made_by_play() =>
        Check(Generators.Plausible, match =>
            match.IsDecidedOtherwise || Enum.GetValues<MatchStatus>().Select(status => match.In(status).Assess().IsPossible).Distinct().Count() == 1);

    private static void Check(Gen<Match> matches, Func<Match, bool> holds) =>
        Prop.ForAll(matches.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    private sealed record Match(MatchFormat Format, ScoreState State)
    {
        public bool IsDecidedOtherwise => State.Details is { Outcome: not null } or { Decider: not null };

        public ScoreAssessment Assess() => FormatRules.Of(Format).Assess(State);

        public Match In(MatchStatus status) => this with { State = State with { Status = status } };

        public Match Swapped() => this with { State = State with { Sets = [.. State.Sets.Select(set => set.Swapped())], Details = State.Details?.Swapped() } };

        // FsCheck prints a counterexample with this.
        public override string ToString() => $"{Format}, {State.Status}{(State.IsLeg ? ", a leg" : "")}: {string.Join(" ", State.Sets)}, {State.Details}";
    }

    private static class Generators
    {
        private static readonly Gen<MatchFormat> Formats = Gen.Elements(FormatPresets.All.Select(preset => preset.Format));

        /// <summary>Any numbers, any length, any details, and statuses that do not exist.</summary>
        public static Gen<Match> Anything { get; } =
            from format in Formats
            from sets in Sets(Gen.Elements(int.MinValue, -1, 0, 1, 6, 25, 999, 1000, int.MaxValue), 120, tieBreaks: 3)
            from status in Gen.Choose(-1, 7)
            from details in Details(Gen.Elements(int.MinValue, -1, 0, 1, 7, 1000, int.MaxValue), 2)
            from isLeg in Gen.Elements(true, false)
            select new Match(format, new ScoreState(sets, (MatchStatus)status, details) { IsLeg = isLeg });

        /// <summary>Scores close to those with which sets end, so that most rules are met often, and mostly without details.</summary>
        public static Gen<Match> Plausible { get; } =
            from format in Formats
            from sets in Sets(Gen.Elements(0, 0, 1, 3, 4, 5, 6, 7, 8, 10, 13, 15, 17, 19, 21, 23, 25, 26, 27), format.BestOf ?? format.Periods ?? 2, tieBreaks: 12)
            from status in Gen.Elements(Enum.GetValues<MatchStatus>())
            from details in Details(Gen.Elements(0, 3, 4, 5, 7, 10, 12, 15), 8)
            from isLeg in Gen.Elements(true, false, false, false)
            select new Match(format, new ScoreState(sets, status, details) { IsLeg = isLeg });

        private static Gen<SetScore[]> Sets(Gen<int> points, int maximum, int tieBreaks) =>
            from count in Gen.Choose(0, maximum)
            from sets in (
                from team1 in points
                from team2 in points
                from tieBreak in OneIn(tieBreaks, from one in points from two in points select (PointPair?)new PointPair(one, two))
                select new SetScore(team1, team2, tieBreak)).ArrayOf(count)
            select sets;

        private static Gen<ScoreDetails?> Details(Gen<int> points, int oneIn) =>
            from outcome in OneIn(oneIn, from kind in Gen.Choose(0, 7) from winner in Gen.Elements<int?>(null, 1, 2, 3) select (Outcome?)new Outcome((OutcomeKind)kind, winner))
            from decider in OneIn(oneIn, from kind in Gen.Choose(0, 3) from one in points from two in points select (Decider?)new Decider((DeciderKind)kind, one, two))
            from running in OneIn(oneIn, from one in Gen.Elements("0", "15", "40", "AD", "7", "x") from two in Gen.Elements("0", "15", "40", "AD", "7", "") select (RunningPoints?)new RunningPoints(one, two))
            from server in OneIn(oneIn, Gen.Elements<int?>(1, 2, 3))
            select ScoreDetails.Of(outcome, decider, running, server);

        private static Gen<T?> OneIn<T>(int count, Gen<T?> some) => from pick in Gen.Choose(1, count) from value in pick == 1 ? some : Gen.Constant(default(T)) select value;
    }
}
