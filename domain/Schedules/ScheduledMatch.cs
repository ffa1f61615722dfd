using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>A match of a schedule. A team that isn't known yet has a label instead of an id. Its number is what people call it, such as M12.</summary>
public sealed record ScheduledMatch(
    MatchId Id, int? DivisionId = null, int? CourtId = null, int? Team1Id = null, int? Team2Id = null, string? Team1Label = null,
    string? Team2Label = null, DateTimeOffset? StartsAt = null, DateTimeOffset? EndsAt = null,
    // Not written unless it is set: the versions of stored schedules, and the hashes of earlier uploads, stay the same.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number = null);
