namespace LiveFeed.Domain.Schedules;

/// <summary>The whole score of a recorded match from one moment on, with one item for each period.</summary>
public sealed record ScoreChange(DateTimeOffset At, IReadOnlyList<SetScore> Sets, bool IsFinal)
{
    /// <summary>1, 2, or null for a draw. The last period decides: a shoot-out only follows a score that could not decide.</summary>
    public int? Winner => Sets[^1].Leader;

    /// <summary>Returns the score for people, such as "3-3, 4-2".</summary>
    public override string ToString() => string.Join(", ", Sets.Select(set => FormattableString.Invariant($"{set.Team1}-{set.Team2}")));
}
