using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Follows;

/// <summary>Something that the reader follows.</summary>
/// <param name="Topic">Its path.</param>
/// <param name="EventId">The event that it is, or belongs to.</param>
/// <param name="EventName">The event's name. It is left out while the reader may not read the event.</param>
/// <param name="Name">The name of the team. It is left out if it is none, or is gone, and while the reader may not read the event.</param>
/// <param name="Since">Since when.</param>
public sealed record FollowView(
    string Topic, EventId EventId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EventName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
    DateTimeOffset Since);
