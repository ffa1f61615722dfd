namespace LiveFeed.Domain.Scores;

/// <summary>A sport whose matches are won by winning most of an odd number of sets, and cannot be drawn.</summary>
internal abstract class SetBasedRules(int bestOf) : SportRules
{
    private readonly int setsToWin = (bestOf / 2) + 1;

    public sealed override int? BestOf => bestOf;

    /// <inheritdoc/>
    /// <remarks>
    /// A team has won a set that is finished by rule. It has also won a set that it merely leads once play has left that set behind: a
    /// later set has points, or the match is final. Halls shorten sets when they run late, and players retire.
    /// </remarks>
    public sealed override ScoreAssessment Assess(IReadOnlyList<SetScore> sets, MatchStatus status)
    {
        var violations = CheckLimits(sets, status, bestOf);
        if (violations.Count > 0)
            return ScoreAssessment.Impossible(violations);

        var warnings = CheckStatus(sets, status);
        var won = Count(sets, status, warnings, violations);
        if (violations.Count > 0)
            return ScoreAssessment.Impossible(violations);

        var winner = FindWinner(won, sets, status, warnings);
        return ScoreAssessment.Possible(won.Team1, won.Team2, winner, warnings);
    }

    /// <summary>Returns the stage of a set that has points.</summary>
    /// <param name="set">The set's score, within the numeric limits.</param>
    /// <param name="isDeciding">Whether this is the last possible set, played when both teams have won equally many.</param>
    /// <param name="isOver">Whether play has left the set: a later one has points, or the match is final.</param>
    private protected abstract SetStage Judge(SetScore set, bool isDeciding, bool isOver);

    private SetTally Count(
        IReadOnlyList<SetScore> sets, MatchStatus status, List<ScoreWarning> warnings, List<ScoreViolation> violations)
    {
        var won = new SetTally();
        var lastBegun = LastBegun(sets);
        // Sets after the last one with points are placeholders: some clients always send as many sets as the format allows.
        for (var i = 0; i <= lastBegun; i++)
        {
            var set = sets[i];
            if (!set.HasPoints)
                warnings.Add(ScoreWarnings.SetEmpty(i));
            else if (won.Most >= setsToWin)
                violations.Add(new($"sets[{i}]", $"Team {won.Leader} had won the match before set {i + 1}."));
            else
                won = CountOne(won, set, i, isOver: i < lastBegun || status is MatchStatus.Final, warnings);
        }

        return won;
    }

    private SetTally CountOne(SetTally won, SetScore set, int index, bool isOver, List<ScoreWarning> warnings)
    {
        // If a match has a single set, there is no tie to break, so that set is an ordinary one.
        var isDeciding = bestOf > 1 && index == bestOf - 1;
        var stage = Judge(set, isDeciding, isOver);

        if (stage is SetStage.PastItsEnd)
            warnings.Add(ScoreWarnings.SetPastItsEnd(index, set));
        else if (stage is SetStage.Running && isOver)
            warnings.Add(ScoreWarnings.SetUnfinished(index, set));

        return isOver || stage is not SetStage.Running ? won.With(set.Leader) : won;
    }

    private int? FindWinner(SetTally won, IReadOnlyList<SetScore> sets, MatchStatus status, List<ScoreWarning> warnings)
    {
        var isDecided = won.Most >= setsToWin;
        switch (status)
        {
            case MatchStatus.InProgress when isDecided:
                warnings.Add(ScoreWarnings.MatchAlreadyWon(won.Leader!.Value));
                return won.Leader;
            case MatchStatus.Final when isDecided:
                return won.Leader;
            case MatchStatus.Final when won.Leader is not null:
                warnings.Add(ScoreWarnings.FinalBeforeDecided(setsToWin));
                return won.Leader;
            case MatchStatus.Final when sets.Count > 0:
                warnings.Add(ScoreWarnings.FinalWithoutWinner());
                return null;
            default:
                return null;
        }
    }

    private static int LastBegun(IReadOnlyList<SetScore> sets)
    {
        var last = sets.Count - 1;
        while (last >= 0 && !sets[last].HasPoints)
            last--;
        return last;
    }
}
