namespace LiveFeed.Domain.Scores;

/// <summary>The score of a tie: a match made of matches, its rubbers. It follows from them, unless the tie as a whole was decided otherwise.</summary>
internal static class TeamTie
{
    /// <summary>Returns what the rubbers say. Those that were cancelled or abandoned count for nobody.</summary>
    /// <param name="format">The tie's format, of the kind rubbers.</param>
    /// <param name="rubbers">The score of each rubber that there is; null if it has none.</param>
    /// <param name="outcome">How the whole tie ended other than by its rubbers; null if it didn't.</param>
    public static ScoreState StateOf(MatchFormat format, IReadOnlyList<Score?> rubbers, Outcome? outcome)
    {
        var begun = rubbers.OfType<Score>().Where(rubber => !rubber.IsEmpty && rubber.Status is not (MatchStatus.Postponed or MatchStatus.Cancelled)).ToList();
        var won = begun.Where(rubber => rubber.Status is MatchStatus.Final).Aggregate(default(SetTally), (tally, rubber) => tally.With(rubber.Winner));
        return new ScoreState(
            begun.Count == 0 ? [] : [new SetScore(won.Team1, won.Team2)], outcome is null ? StatusOf(format, rubbers, begun, won) : MatchStatus.Final, ScoreDetails.Of(outcome, null, null, null));
    }

    /// <summary>Returns what a scorekeeper says of a tie with rubbers, as it is stored; null if it is about anything but the outcome.</summary>
    /// <param name="given">What he says.</param>
    /// <param name="stored">The tie's score; null if it has none.</param>
    public static ScoreState? Accept(ScoreState given, Score? stored)
    {
        var sets = stored?.Sets ?? [];
        if (given.Details is { Decider: not null } or { Points: not null } or { Server: not null } || (given.Sets.Count > 0 && !given.Sets.SequenceEqual(sets)))
            return null;
        if (given.Details?.Outcome is not null)
            return given with { Sets = sets };
        // An outcome is taken back. The rest follows from the rubbers at the end of the transaction.
        return stored?.Details?.Outcome is null ? null : new ScoreState(sets, sets.Count > 0 ? MatchStatus.InProgress : MatchStatus.Scheduled);
    }

    private static MatchStatus StatusOf(MatchFormat format, IReadOnlyList<Score?> rubbers, List<Score> begun, SetTally won)
    {
        if (won.Most > format.Rubbers / 2 && format.PlayAll is not true)
            return MatchStatus.Final;
        // A rubber that isn't in the schedule yet is still to be played.
        if (rubbers.Count >= format.Rubbers && rubbers.All(rubber => rubber?.Status.IsOver() == true))
            return begun.Count == 0 ? MatchStatus.Cancelled : begun.Exists(rubber => rubber.Status is MatchStatus.Final) ? MatchStatus.Final : MatchStatus.Abandoned;
        return begun.Count > 0 ? MatchStatus.InProgress
            : rubbers.Count > 0 && rubbers.All(rubber => rubber?.Status is MatchStatus.Postponed) ? MatchStatus.Postponed
            : MatchStatus.Scheduled;
    }
}
