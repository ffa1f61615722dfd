using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Statistics;

/// <summary>A goal or a card, and when it was. An own goal has the side whose player scored it.</summary>
public sealed record TimedIncident(
    IncidentKind Kind, int Side,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Period = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Minute = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Added = null);
