namespace LiveFeed.Domain.Scores;

/// <summary>Finds who has won a tie of two legs.</summary>
internal static class TwoLegs
{
    private const int WideWin = 3;
    private const int NarrowWin = 2;
    private const int NarrowLoss = 1;

    /// <summary>Returns the side of the first leg that has won the tie: 1 or 2; null while that isn't decided.</summary>
    /// <param name="format">The format of the legs.</param>
    /// <param name="first">The first leg.</param>
    /// <param name="second">The second leg, in which the sides are exchanged, or not.</param>
    /// <param name="isExchanged">Whether they are.</param>
    /// <remarks>
    /// What was played to decide the tie decides it. Else goals (IFAB Laws of the Game, Law 10) or rubbers are added, and of matches won by sets the match points: 3 for a
    /// win, 2 and 1 if it took the last set (CEV competitions).
    /// </remarks>
    public static int? FindWinner(MatchFormat format, Score first, Score second, bool isExchanged)
    {
        if (first.Status is not MatchStatus.Final || second.Status is not MatchStatus.Final)
            return null;
        if (second.Details?.Decider?.Points.Leader is { } decided)
            return InFirst(decided, isExchanged);
        // A leg that was awarded without goals says who has won it, but not by how much.
        if (IsByTotal(format) && (IsWithoutPoints(first) || IsWithoutPoints(second)))
            return null;
        var (one, other) = (Points(format, first), Points(format, second));
        return new SetScore(one.Team1 + (isExchanged ? other.Team2 : other.Team1), one.Team2 + (isExchanged ? other.Team1 : other.Team2)).Leader;
    }

    /// <summary>Returns a side of the second leg as a side of the first.</summary>
    public static int? InFirst(int? side, bool isExchanged) => isExchanged ? 3 - side : side;

    private static bool IsByTotal(MatchFormat format) => format.Kind is FormatKind.Sum or FormatKind.Generic or FormatKind.Rubbers;

    private static bool IsWithoutPoints(Score leg) => leg.Details?.Outcome is not null && leg.Sets.Count == 0;

    private static SetScore Points(MatchFormat format, Score leg)
    {
        if (IsByTotal(format))
            return PeriodTally.Total(leg.Sets);
        var isNarrow = leg.SetsWon1 + leg.SetsWon2 == format.BestOf && format.BestOf > 1;
        return leg.Winner switch
        {
            1 => isNarrow ? new SetScore(NarrowWin, NarrowLoss) : new SetScore(WideWin, 0),
            2 => isNarrow ? new SetScore(NarrowLoss, NarrowWin) : new SetScore(0, WideWin),
            _ => default,
        };
    }
}
