using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>What an upload changed.</summary>
/// <param name="Divisions">How many divisions the schedule has now.</param>
/// <param name="Courts">How many courts it has.</param>
/// <param name="Teams">How many teams it has.</param>
/// <param name="Matches">How many matches it has.</param>
/// <param name="MatchesAdded">How many matches are new.</param>
/// <param name="MatchesChanged">How many matches show something else than before.</param>
/// <param name="MatchesRemoved">How many matches are gone.</param>
/// <param name="Version">The <see cref="ScheduleVersion"/> of the schedule that is stored now; null in responses of earlier versions.</param>
/// <param name="Warnings">The clashes of the schedule; at most 50.</param>
/// <param name="WarningCount">How many clashes there are in all.</param>
public sealed record ScheduleSummary(
    int Divisions, int Courts, int Teams, int Matches, int MatchesAdded, int MatchesChanged, int MatchesRemoved,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Version = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ScheduleWarning>? Warnings = null, int WarningCount = 0);
