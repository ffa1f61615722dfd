using LiveFeed.Domain.Formats;
using LiveFeed.Domain.Scores;

namespace LiveFeed.UnitTests.Scores.Rules;

/// <summary>
/// Compares the rules with an oracle that plays: it knows which scores can be reached point by point, and nothing of the rules' arithmetic.
/// </summary>
public sealed class FormatOracleTests
{
    private const int FinalsPerPreset = 2_500;

    public static TheoryData<string> BySets => [.. FormatPresets.All.Where(preset => preset.Format is { Kind: FormatKind.Sets, Timed: false }).Select(preset => preset.Name)];

    public static TheoryData<string> ByGames => [.. FormatPresets.All.Where(preset => preset.Format.Kind is FormatKind.Games).Select(preset => preset.Name)];

    public static TheoryData<string> BySum => [.. FormatPresets.All.Where(preset => preset.Format.Kind is FormatKind.Sum).Select(preset => preset.Name)];

    [Theory]
    [MemberData(nameof(BySets))]
    public void In_sets_nothing_impossible_is_silent_and_nothing_possible_is_odd(string preset)
    {
        var format = FormatPresets.Find(preset)!.Format;
        var ordinary = Ends(Points(format.SetTo!.Value, format.Lead!.Value, format.Cap));
        var deciding = format.Decider is { } set ? Ends(Points(set.SetTo, set.Lead!.Value, set.Cap)) : ordinary;
        Compare(format, [ordinary], [deciding]);
    }

    [Theory]
    [MemberData(nameof(ByGames))]
    public void In_games_nothing_impossible_is_silent_and_nothing_possible_is_odd(string preset)
    {
        var format = FormatPresets.Find(preset)!.Format;
        var ordinary = Ends(Games(format.GamesTo!.Value, format.TieBreakAt!.Value));
        HashSet<(int, int)> oneNil = [(1, 0), (0, 1)];
        List<HashSet<(int, int)>> deciding = format.FinalSet switch
        {
            FinalSet.Advantage => [Ends(Games(format.GamesTo.Value, 0))],
            FinalSet.TieBreakAt12 => [Ends(Games(format.GamesTo.Value, 12))],
            FinalSet.MatchTieBreak10 => [Ends(Points(10, 2, null)), oneNil],
            FinalSet.MatchTieBreak7 => [Ends(Points(7, 2, null)), oneNil],
            FinalSet.Any => [ordinary, Ends(Games(format.GamesTo.Value, 0)), Ends(Points(10, 2, null)), oneNil],
            _ => [ordinary],
        };
        Compare(format, [ordinary], deciding);
    }

    [Theory]
    [MemberData(nameof(BySum))]
    public void In_sums_more_in_all_wins(string preset)
    {
        var format = FormatPresets.Find(preset)!.Format;
        var (random, rules) = (new Random(11), FormatRules.Of(format));
        for (var i = 0; i < FinalsPerPreset; i++)
        {
            var count = random.Next(1, format.Periods!.Value + (format.Overtime is true ? 3 : 0) + 1);
            var periods = Enumerable.Range(0, count).Select(_ => new SetScore(random.Next(4), random.Next(4))).ToArray();
            var (one, two) = (periods.Sum(period => period.Team1), periods.Sum(period => period.Team2));
            var regular = periods.Take(format.Periods.Value).Sum(period => period.Team1 - period.Team2);
            var isPossible = (count <= format.Periods.Value || regular == 0) && (one != two || format.DrawAllowed is true);

            var assessment = rules.Assess(periods, MatchStatus.Final);

            Assert.Equal(one > two ? 1 : two > one ? 2 : null, assessment.Winner);
            Assert.True(isPossible == (assessment.Warnings.Count == 0), $"{preset} {string.Join(' ', periods)}: {string.Join(' ', assessment.Warnings)}");
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Every_shoot_out_that_can_be_played_can_be_and_no_other(int each)
    {
        var reached = new HashSet<(int, int)>();
        var random = new Random(5);
        for (var i = 0; i < 60_000; i++)
            reached.Add(PlayShootOut(each, random));

        for (var one = 0; one <= each + 3; one++)
        {
            for (var two = 0; two <= each + 3; two++)
            {
                // What ends a shoot-out, in either order.
                if (one != two)
                    Assert.True(ShootOut.CanBe(each, new SetScore(one, two)) == (reached.Contains((one, two)) || Math.Abs(one - two) == 1), $"{one}-{two} of {each}");
            }
        }
    }

    private static (int, int) PlayShootOut(int each, Random random)
    {
        var (scored, taken, first) = (new int[2], new int[2], random.Next(2));
        var chance = random.NextDouble();
        for (var kick = 0; ; kick++)
        {
            var side = (kick + first) % 2;
            taken[side]++;
            scored[side] += random.NextDouble() < chance ? 1 : 0;
            var (left0, left1) = (Math.Max(0, each - taken[0]), Math.Max(0, each - taken[1]));
            var isRegular = taken[0] <= each && taken[1] <= each;
            if (isRegular && (scored[0] > scored[1] + left1 || scored[1] > scored[0] + left0))
                return (scored[0], scored[1]);
            if (taken[0] >= each && taken[0] == taken[1] && scored[0] != scored[1])
                return (scored[0], scored[1]);
        }
    }

    private static void Compare(MatchFormat format, List<HashSet<(int, int)>> ordinary, List<HashSet<(int, int)>> deciding)
    {
        var (random, rules, bestOf) = (new Random(3), FormatRules.Of(format), format.BestOf!.Value);
        var (toWin, playAll) = ((bestOf / 2) + 1, format.PlayAll is true || bestOf == 2);
        var right = 0;
        for (var i = 0; i < FinalsPerPreset; i++)
        {
            var sets = Enumerable.Range(0, random.Next(1, bestOf + 1)).Select(index => Draw(random, IsDeciding(index) ? deciding : ordinary)).ToArray();
            var (won, isPossible) = (new int[2], true);
            foreach (var (index, set) in sets.Index())
            {
                isPossible &= (IsDeciding(index) ? deciding : ordinary).Any(ends => ends.Contains((set.Team1, set.Team2))) && (playAll || won.Max() < toWin);
                if (set.Team1 != set.Team2)
                    won[set.Team1 > set.Team2 ? 0 : 1]++;
            }

            isPossible &= playAll ? sets.Length == bestOf || won.Max() >= toWin || bestOf == 2 : won.Max() == toWin;
            var assessment = rules.Assess(sets, MatchStatus.Final);
            var text = $"{format.Preset} {string.Join(' ', sets)}: {string.Join(' ', assessment.Warnings)}{string.Join(' ', assessment.Violations)}";

            Assert.True(isPossible == (assessment.IsPossible && assessment.Warnings.Count == 0), text);
            if (!isPossible)
                continue;
            right++;
            Assert.True(assessment.Winner == (won[0] > won[1] ? 1 : won[1] > won[0] ? 2 : null), text);
        }

        Assert.True(right > FinalsPerPreset / 20, $"{format.Preset}: only {right} of the finals were possible ones.");

        // The last set of one or of two is an ordinary one.
        bool IsDeciding(int index) => bestOf > 2 && index == bestOf - 1;
    }

    private static SetScore Draw(Random random, List<HashSet<(int, int)>> ends)
    {
        if (random.Next(6) == 0)
            return new SetScore(random.Next(1, 33), random.Next(33));
        var choice = ends[random.Next(ends.Count)].ToList();
        var (one, two) = choice[random.Next(choice.Count)];
        return new SetScore(one, two);
    }

    /// <summary>Returns the scores at which a set can end, by playing every way there is.</summary>
    private static HashSet<(int, int)> Ends(Func<int, int, bool> isOver)
    {
        var (seen, ends, next) = (new HashSet<(int, int)>(), new HashSet<(int, int)>(), new Queue<(int, int)>([(0, 0)]));
        while (next.TryDequeue(out var score))
        {
            if (!seen.Add(score) || score.Item1 + score.Item2 > 120)
                continue;
            if (isOver(score.Item1, score.Item2))
            {
                ends.Add(score);
                continue;
            }

            next.Enqueue((score.Item1 + 1, score.Item2));
            next.Enqueue((score.Item1, score.Item2 + 1));
        }

        return ends;
    }

    private static Func<int, int, bool> Points(int to, int lead, int? cap) =>
        (one, two) => (Math.Max(one, two) >= to && Math.Abs(one - two) >= lead) || Math.Max(one, two) == cap;

    // The game after the level score is the tie-break.
    private static Func<int, int, bool> Games(int to, int breakAt) =>
        (one, two) => (Math.Max(one, two) >= to && Math.Abs(one - two) >= 2) || (breakAt > 0 && Math.Max(one, two) == breakAt + 1 && Math.Min(one, two) == breakAt);
}
