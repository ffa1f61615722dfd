namespace LiveFeed.Domain.Schedules;

/// <summary>The whole score of a recorded match from one moment on.</summary>
/// <param name="At">When it changed.</param>
/// <param name="Sets">One item for each period; empty for a match that was never played.</param>
/// <param name="Status">How far the match has come.</param>
/// <param name="Details">A shoot-out, or how the match ended other than by play; null for nothing.</param>
public sealed record ScoreChange(DateTimeOffset At, IReadOnlyList<SetScore> Sets, MatchStatus Status, ScoreDetails? Details = null)
{
    public bool IsFinal => Status is MatchStatus.Final;

    /// <summary>1, 2, or null for a draw and for a match without a result. Whatever ended the match decides, and then its shoot-out.</summary>
    public int? Winner => !IsFinal ? null
        : Details?.Outcome is { } outcome ? outcome.Winner
        : Details?.Decider?.Points.Leader ?? (Sets.Count > 0 ? Sets[^1].Leader : null);

    /// <summary>Returns the score for people, such as "3-3, 4-2 on penalties", or "-" if there is none.</summary>
    public override string ToString()
    {
        var sets = Sets.Count == 0 ? "-" : string.Join(", ", Sets.Select(set => FormattableString.Invariant($"{set.Team1}-{set.Team2}")));
        return Details?.Decider is { } decider ? FormattableString.Invariant($"{sets}, {decider.Team1}-{decider.Team2} on penalties") : sets;
    }
}
