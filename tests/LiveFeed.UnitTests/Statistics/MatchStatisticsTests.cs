using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LiveFeed.Domain.Incidents;
using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Scores;
using LiveFeed.Domain.Statistics;

namespace LiveFeed.UnitTests.Statistics;

public sealed class MatchStatisticsTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Updates as scorekeepers write them: points, corrections, updates that bring several points, and new sets.</summary>
    private static readonly Arbitrary<ScoreAt[]> Written = Arb.From(
        from steps in Gen.ArrayOf(Gen.Choose(0, 19))
        select Write(steps));

    [Fact]
    public void A_run_is_what_one_side_scores_in_a_row()
    {
        var statistics = Of("1:0 2:0 2:1 3:1 4:1 5:1 5:2");
        Assert.Equal((3, 1), (statistics.LongestRun.Team1, statistics.LongestRun.Team2));
        Assert.Equal((4, 0), (statistics.BiggestLead.Team1, statistics.BiggestLead.Team2));
    }

    [Fact]
    public void A_point_that_was_given_to_the_wrong_side_and_taken_back_counts_for_nothing()
    {
        var statistics = Of("1:0 2:0 2:1 2:0 3:0 4:0");
        Assert.Equal(SideCounts.None with { Team1 = 4 }, statistics.LongestRun);
    }

    [Fact]
    public void No_run_goes_on_over_an_update_in_which_both_sides_score()
    {
        Assert.Equal(new SideCounts(2, 2), Of("2:0 4:3 4:5").LongestRun);
        Assert.Equal(SideCounts.None, Of("3:3").LongestRun);
    }

    [Fact]
    public void Each_set_has_its_own_runs_and_its_time()
    {
        var statistics = Of("1:0 2:0 2:0,0:0 2:0,1:0 2:0,2:0 2:0,2:3");
        Assert.Equal([new SideCounts(2, 0), new SideCounts(2, 3)], statistics.Sets.Select(set => set.LongestRun));
        // An update a minute.
        Assert.Equal([60_000, 180_000], statistics.Sets.Select(set => set.DurationMs));
    }

    [Fact]
    public void Goals_and_cards_are_in_the_order_of_their_minutes()
    {
        IncidentView[] incidents =
        [
            Incident(IncidentKind.Goal, 1, 90, 3), Incident(IncidentKind.RedCard, 2, 12), Incident(IncidentKind.OwnGoal, 2, 90), Incident(IncidentKind.Goal, 2, 5),
            Incident(IncidentKind.Note, null, 7),
        ];

        var statistics = MatchStatistics.From(new MatchId(1), MatchStatus.InProgress, [], incidents);

        Assert.Equal([(5, null), (90, null), (90, 3)], statistics.Goals.Select(goal => (goal.Minute!.Value, goal.Added)));
        Assert.Equal([12], statistics.Cards.Select(card => card.Minute!.Value));
        Assert.Equal([new KindCount(IncidentKind.Goal, 1, 1), new(IncidentKind.OwnGoal, 0, 1), new(IncidentKind.RedCard, 0, 1)], statistics.Kinds);
    }

    [Fact]
    public void They_are_what_a_naive_count_says() => Check(written =>
    {
        var path = Naive.Path(written);
        var sets = MatchStatistics.From(new MatchId(1), MatchStatus.InProgress, written, []).Sets;
        return sets.Count == (path.Count == 0 ? 0 : path[^1].Sets.Count)
            && Enumerable.Range(0, sets.Count).All(i => sets[i] == new SetStatistics(
                new SideCounts(Naive.LongestRun(path, i, 1), Naive.LongestRun(path, i, 2)), new SideCounts(Naive.Lead(path, i, 1), Naive.Lead(path, i, 2)), Naive.Duration(path, i)));
    });

    [Fact]
    public void Swapped_sides_have_swapped_statistics() => Check(written =>
    {
        var swapped = written.Select(score => score with { Sets = [.. score.Sets.Select(set => new SetScore(set.Team2, set.Team1))] });
        var (one, other) = (MatchStatistics.From(new MatchId(1), MatchStatus.Final, written, []), MatchStatistics.From(new MatchId(1), MatchStatus.Final, swapped, []));
        return one.LongestRun == new SideCounts(other.LongestRun.Team2, other.LongestRun.Team1) && one.BiggestLead == new SideCounts(other.BiggestLead.Team2, other.BiggestLead.Team1);
    });

    private static void Check(Func<ScoreAt[], bool> holds) => Prop.ForAll(Written, holds).QuickCheckThrowOnFailure();

    private static StatisticsView Of(string scores) => MatchStatistics.From(
        new MatchId(1), MatchStatus.InProgress,
        scores.Split(' ').Select((score, minute) => new ScoreAt(
            [.. score.Split(',').Select(set => set.Split(':')).Select(set => new SetScore(Number(set[0]), Number(set[1])))], Start.AddMinutes(minute))), []);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IncidentView Incident(IncidentKind kind, int? side, int? minute, int? added = null) =>
        new("id", new MatchId(1), kind, Start, Start, default, 1, minute, added, side);

    private static ScoreAt[] Write(int[] steps)
    {
        var sets = new List<SetScore> { default };
        var written = new List<ScoreAt>();
        foreach (var step in steps)
        {
            var (team1, team2) = (sets[^1].Team1, sets[^1].Team2);
            switch (step)
            {
                case < 8:
                    sets[^1] = new(team1 + 1, team2);
                    break;
                case < 13:
                    sets[^1] = new(team1, team2 + 1);
                    break;
                case 13:
                    sets[^1] = new(team1 + 2, team2 + 1);
                    break;
                case 14:
                    sets[^1] = new(Math.Max(0, team1 - 1), team2);
                    break;
                case 15:
                    sets[^1] = new(Math.Max(0, team1 - 2), team2 + 1);
                    break;
                case 16 when sets.Count > 1:
                    sets.RemoveAt(sets.Count - 1);
                    break;
                case 17:
                    sets.Add(default);
                    break;
            }

            written.Add(new ScoreAt([.. sets], Start.AddSeconds(written.Count)));
        }

        return [.. written];
    }

    /// <summary>The same by definition, whatever it costs.</summary>
    private static class Naive
    {
        public static List<ScoreAt> Path(ScoreAt[] written)
        {
            var standing = written.Where((score, i) => written.Skip(i + 1).All(later => IsWithin(score, later))).ToList();
            return [.. standing.Where((score, i) => i == 0 || !standing[i - 1].Sets.SequenceEqual(score.Sets))];
        }

        /// <summary>Returns the most that a side scores between any two scores of the path, between which the other one scores nothing.</summary>
        public static int LongestRun(List<ScoreAt> path, int set, int side)
        {
            int Own(SetScore score) => side == 1 ? score.Team1 : score.Team2;
            int Other(SetScore score) => side == 1 ? score.Team2 : score.Team1;
            List<SetScore> scores = [default, .. path.Select(score => score.Set(set))];
            return (from first in Enumerable.Range(0, scores.Count)
                    from last in Enumerable.Range(first, scores.Count - first)
                    where Other(scores[first]) == Other(scores[last])
                    select Own(scores[last]) - Own(scores[first])).Max();
        }

        public static int Lead(List<ScoreAt> path, int set, int side) =>
            Math.Max(0, path.Max(score => (score.Set(set).Team1 - score.Set(set).Team2) * (side == 1 ? 1 : -1)));

        public static long Duration(List<ScoreAt> path, int set)
        {
            var having = path.Where(score => score.Sets.Count > set).ToList();
            var end = having.First(score => score.Set(set) == having[^1].Set(set));
            return (long)(end.At - having[0].At).TotalMilliseconds;
        }

        private static bool IsWithin(ScoreAt score, ScoreAt later) => score.Sets.Count <= later.Sets.Count
            && score.Sets.Select((set, i) => set.Team1 <= later.Sets[i].Team1 && set.Team2 <= later.Sets[i].Team2).All(isWithin => isWithin);
    }
}
