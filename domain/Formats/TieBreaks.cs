namespace LiveFeed.Domain.Formats;

/// <summary>When sets of games go into a tie-break (ITF Rules of Tennis, rule 6b).</summary>
public static class TieBreaks
{
    private const int LongTieBreakAt = 12;

    /// <summary>Returns the level score at which a set goes into a tie-break; 0 if it never does.</summary>
    /// <param name="format">A format of games.</param>
    /// <param name="isDeciding">Whether the match was level before the set.</param>
    public static int LevelAt(MatchFormat format, bool isDeciding) => (isDeciding, format.FinalSet) switch
    {
        (true, FinalSet.TieBreakAt12) => LongTieBreakAt,
        (true, FinalSet.Advantage or FinalSet.MatchTieBreak10 or FinalSet.MatchTieBreak7) => 0,
        _ => format.TieBreakAt!.Value,
    };

    /// <summary>Whether the running points of a match are those of a tie-break that ends its set.</summary>
    public static bool IsInTieBreak(IReadOnlyList<SetScore> sets, MatchFormat format) =>
        format.Kind is FormatKind.Games && sets.Count > 0 && sets[^1] is { HasPoints: true, Lead: 0, Higher: var games }
        && games == LevelAt(format, format.BestOf > 2 && sets.Count == format.BestOf);
}
