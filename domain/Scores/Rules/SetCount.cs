namespace LiveFeed.Domain.Scores;

/// <summary>Counts sets in formats that are won by them, of points or of games.</summary>
/// <param name="bestOf">The maximum number of sets.</param>
/// <param name="playAll">Whether all sets are played, even if the match is won.</param>
/// <param name="judge">Returns the stage of a set that has points: the set, whether it is the deciding one, and whether play has left it.</param>
internal sealed class SetCount(int bestOf, bool playAll, Func<SetScore, bool, bool, SetStage> judge)
{
    private readonly int setsToWin = (bestOf / 2) + 1;

    /// <summary>Whether a set is the one that decides a match which was level before.</summary>
    public bool IsDeciding(int index) =>
        // If a match has a single set, there is no tie to break, so that set is an ordinary one. So is the second of two.
        bestOf > 2 && index == bestOf - 1;

    /// <summary>Returns how many sets each team has won.</summary>
    /// <remarks>
    /// A team has won a set that is finished by rule. It has also won a set that it merely leads once play has left that set behind: a
    /// later set has points, or the match is final. Halls shorten sets when they run late. But a set that a retirement, or another outcome, cut off counts for nobody.
    /// </remarks>
    public SetTally Count(ScoreState score, List<ScoreWarning> warnings, List<ScoreViolation> violations)
    {
        var (won, sets) = (new SetTally(), score.Sets);
        var lastBegun = LastBegun(sets);
        // Sets after the last one with points are placeholders: some clients always send as many sets as the format allows.
        for (var i = 0; i <= lastBegun; i++)
        {
            if (!sets[i].HasPoints)
                warnings.Add(ScoreWarnings.SetEmpty(i));
            else if (won.Most >= setsToWin && !playAll)
                violations.Add(new($"sets[{i}]", $"Team {won.Leader} had won the match before set {i + 1}."));
            else
                won = CountOne(won, score, i, isLeft: i < lastBegun, warnings);
        }

        return won;
    }

    /// <summary>Returns who has won the match by sets.</summary>
    /// <param name="won">The sets that each team has won.</param>
    /// <param name="score">The score.</param>
    /// <param name="mayBeDrawn">Whether the match may end level.</param>
    /// <param name="warnings">Gets what is odd.</param>
    public int? FindWinner(SetTally won, ScoreState score, bool mayBeDrawn, List<ScoreWarning> warnings)
    {
        var isDecided = won.Most >= setsToWin && (!playAll || won.Team1 + won.Team2 >= bestOf);
        switch (score.Status)
        {
            case MatchStatus.InProgress when isDecided:
                warnings.Add(ScoreWarnings.MatchAlreadyWon(won.Leader!.Value));
                return won.Leader;
            case MatchStatus.Final when won.Most >= setsToWin || score.Sets.Count == 0:
                return won.Leader;
            case MatchStatus.Final when won.Leader is not null:
                if (!mayBeDrawn)
                    warnings.Add(ScoreWarnings.FinalBeforeDecided(setsToWin));
                return won.Leader;
            case MatchStatus.Final:
                if (!mayBeDrawn)
                    warnings.Add(ScoreWarnings.FinalWithoutWinner());
                return null;
            default:
                return null;
        }
    }

    private SetTally CountOne(SetTally won, ScoreState score, int index, bool isLeft, List<ScoreWarning> warnings)
    {
        var set = score.Sets[index];
        var isCutOff = !isLeft && score.Details?.Outcome is not null;
        var isOver = isLeft || (score.Status is MatchStatus.Final && !isCutOff);
        var stage = judge(set, IsDeciding(index), isOver);

        if (stage is SetStage.PastItsEnd)
            warnings.Add(ScoreWarnings.SetPastItsEnd(index, set));
        else if (stage is SetStage.Running && isOver)
            warnings.Add(ScoreWarnings.SetUnfinished(index, set));

        return isOver || stage is not SetStage.Running ? won.With(set.Leader) : won;
    }

    private static int LastBegun(IReadOnlyList<SetScore> sets)
    {
        var last = sets.Count - 1;
        while (last >= 0 && !sets[last].HasPoints)
            last--;
        return last;
    }
}
