namespace LiveFeed.Domain.Schedules;

/// <summary>The course of a match that was played, awarded, or cancelled.</summary>
/// <param name="Id">The match's id in the schedule.</param>
/// <param name="Team1">The name of team 1, or its label.</param>
/// <param name="Team2">The name of team 2, or its label.</param>
/// <param name="Timeline">Every change of the score in the order of play, at least one; the last is final, or cancelled.</param>
public sealed record RecordedMatch(MatchId Id, string Team1, string Team2, IReadOnlyList<ScoreChange> Timeline)
{
    public string Title => $"{Team1} - {Team2}";
}
