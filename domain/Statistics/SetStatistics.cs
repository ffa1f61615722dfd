namespace LiveFeed.Domain.Statistics;

/// <summary>What follows from the scores of one set, or whatever the sport calls its periods.</summary>
/// <param name="LongestRun">
/// The most that each side scored in a row. If both sides have scored between two updates, nobody knows in which order, and no run goes on over that.
/// </param>
/// <param name="BiggestLead">How far each side was ahead at most.</param>
/// <param name="DurationMs">The time from the first update that has the set to the last one that changes it, in milliseconds.</param>
public sealed record SetStatistics(SideCounts LongestRun, SideCounts BiggestLead, long DurationMs)
{
    /// <summary>Computes the statistics of one set.</summary>
    /// <param name="path">The match's scores.</param>
    /// <param name="index">The set, from 0.</param>
    public static SetStatistics Of(ScorePath path, int index)
    {
        var (run, longest, lead) = (SideCounts.None, SideCounts.None, SideCounts.None);
        var before = default(SetScore);
        DateTimeOffset? began = null;
        DateTimeOffset? changed = null;
        foreach (var score in path.Scores.Where(score => score.Sets.Count > index))
        {
            var set = score.Set(index);
            var (team1, team2) = (set.Team1 - before.Team1, set.Team2 - before.Team2);
            began ??= changed = score.At;
            if (team1 == 0 && team2 == 0)
                continue;
            changed = score.At;
            run = (team1, team2) switch
            {
                (_, 0) => new(run.Team1 + team1, 0),
                (0, _) => new(0, run.Team2 + team2),
                _ => SideCounts.None,
            };
            longest = longest.Max(run);
            lead = lead.Max(new(set.Team1 - set.Team2, set.Team2 - set.Team1));
            before = set;
        }

        var duration = changed - began ?? TimeSpan.Zero;
        return new SetStatistics(longest, lead, duration > TimeSpan.Zero ? (long)duration.TotalMilliseconds : 0);
    }
}
