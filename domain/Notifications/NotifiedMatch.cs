using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Notifications;

/// <summary>A match as a notification shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Team1">The name of team 1, or what stands for it; left out if nobody knows.</param>
/// <param name="Team2">The name of team 2, or what stands for it; left out if nobody knows.</param>
/// <param name="StartsAt">When it starts; left out if it has no time.</param>
/// <param name="Court">Its court; left out if it has none.</param>
/// <param name="Sets">Its sets then; left out if nothing was played.</param>
/// <param name="Winner">1 or 2; left out if there is none.</param>
public sealed record NotifiedMatch(
    MatchId Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Team1 = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Team2 = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? StartsAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Court = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SetScore>? Sets = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Winner = null);
