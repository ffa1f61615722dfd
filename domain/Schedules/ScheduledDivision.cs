using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>A division of a schedule.</summary>
/// <param name="Id">Any 32-bit integer.</param>
/// <param name="Name">Its name.</param>
/// <param name="Format">How its matches are played, if not like the event's. It stays as it is stored if an upload leaves it out.</param>
public sealed record ScheduledDivision(
    int Id, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<FormatChoice> Format = default);
