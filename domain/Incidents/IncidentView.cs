using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Incidents;

/// <summary>An incident, as clients see it. What isn't said is left out.</summary>
/// <param name="Id">Made by the server.</param>
/// <param name="MatchId">The match.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredAt">When it happened, by the server's clock.</param>
/// <param name="RecordedAt">When the server stored it.</param>
/// <param name="RecordedBy">The scorekeeper's user id.</param>
/// <param name="Period">The period, from 1.</param>
/// <param name="Minute">The minute as the sport counts it.</param>
/// <param name="Added">The minute of added time, as the 2 in 45+2.</param>
/// <param name="Side">1 or 2: whose player or team it was, also for an own goal.</param>
/// <param name="Person">Who: a player's name, or what the scorekeeper wrote, as far as it is published.</param>
/// <param name="Person2">The second person, such as the one who comes in.</param>
/// <param name="Detail">More, for people.</param>
/// <param name="ClientUpdateId">The id that the writer gave it, so that it recognizes its own.</param>
/// <param name="RetractedAt">When it was retracted; only in lists that were asked for those too.</param>
/// <param name="PersonId">The id of the player who the person is, if it is one.</param>
/// <param name="PersonNumber">The number of that player.</param>
/// <param name="Person2Id">The id of the player who the second person is.</param>
/// <param name="Person2Number">The number of that player.</param>
public sealed record IncidentView(
    string Id, MatchId MatchId, IncidentKind Kind, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, UserId RecordedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Period = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Minute = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Added = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Side = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Person = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Person2 = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ClientUpdateId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? RetractedAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? PersonId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PersonNumber = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Person2Id = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Person2Number = null);
