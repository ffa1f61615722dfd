namespace LiveFeed.Domain.Schedules;

/// <summary>What an upload changed.</summary>
public sealed record ScheduleSummary(
    int Divisions, int Courts, int Teams, int Matches, int MatchesAdded, int MatchesChanged, int MatchesRemoved);
