namespace LiveFeed.Domain.Schedules;

/// <summary>The whole score of a recorded match from one moment on.</summary>
/// <param name="At">When it changed.</param>
/// <param name="Sets">One item for each period; empty for a match that was never played.</param>
/// <param name="Status">How far the match has come.</param>
public sealed record ScoreChange(DateTimeOffset At, IReadOnlyList<SetScore> Sets, MatchStatus Status)
{
    public bool IsFinal => Status is MatchStatus.Final;

    /// <summary>
    /// 1, 2, or null for a draw and for a match without a result. The last period decides: a shoot-out only follows a score that could not
    /// decide.
    /// </summary>
    public int? Winner => IsFinal && Sets.Count > 0 ? Sets[^1].Leader : null;

    /// <summary>Returns the score for people, such as "3-3, 4-2", or "-" if there is none.</summary>
    public override string ToString() =>
        Sets.Count == 0 ? "-" : string.Join(", ", Sets.Select(set => FormattableString.Invariant($"{set.Team1}-{set.Team2}")));
}
