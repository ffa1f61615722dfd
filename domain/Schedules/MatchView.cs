using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>A match, as clients see it. A team that isn't known yet is null and has a label instead.</summary>
public sealed record MatchView(
    MatchId Id, NamedView? Division, NamedView? Court, NamedView? Team1, NamedView? Team2, string? Team1Label, string? Team2Label,
    DateTimeOffset? StartsAt, DateTimeOffset? EndsAt,
    // Left out unless it is set, as in the entries that earlier versions wrote.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number = null);

/// <summary>A division, court or team, by id and name.</summary>
public sealed record NamedView(int Id, string Name);
