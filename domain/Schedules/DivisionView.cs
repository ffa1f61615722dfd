using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>A division, as clients see it.</summary>
/// <param name="Id">Any 32-bit integer.</param>
/// <param name="Name">The name that people use.</param>
/// <param name="Format">How its matches are played; left out if like the event's.</param>
/// <param name="Pools">Its pools; left out if it has none.</param>
/// <param name="Standings">How its pools are ranked; left out if by the sport's usual rules.</param>
public sealed record DivisionView(
    int Id, string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FormatChoice? Format = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EquatableList<ScheduledPool>? Pools = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StandingsChoice? Standings = null);
