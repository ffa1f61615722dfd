namespace LiveFeed.Domain.Coverage;

public static class CoveragePlan
{
    public const int MaxMatches = 1000;

    /// <summary>
    /// The maximum number of overlaps that are reported. If all matches of a plan overlap, there are half a million pairs, and nobody reads
    /// those.
    /// </summary>
    public const int MaxConflicts = 1000;

    /// <summary>
    /// Returns the pairs that overlap, the first 1,000 by time. Matches that touch (one ends when the other starts) don't overlap.
    /// </summary>
    public static IReadOnlyList<CoverageConflict> Conflicts(IEnumerable<MatchTime> selected)
    {
        var ordered = selected.OrderBy(match => match.StartsAt).ThenBy(match => match.MatchId).ToList();
        var conflicts = new List<CoverageConflict>();
        for (var i = 0; i < ordered.Count; i++)
        {
            for (var j = i + 1; j < ordered.Count && conflicts.Count < MaxConflicts && ordered[j].StartsAt < ordered[i].EndsAt; j++)
            {
                var ends = ordered[i].EndsAt < ordered[j].EndsAt ? ordered[i].EndsAt : ordered[j].EndsAt;
                if (ordered[j].StartsAt < ends)
                    conflicts.Add(new CoverageConflict([ordered[i].MatchId, ordered[j].MatchId], ordered[j].StartsAt, ends));
            }
        }

        return conflicts;
    }
}
