using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>Changes to a team. What is left out stays as it is, and null clears it.</summary>
/// <param name="Name">The name that people use. It can't be cleared.</param>
/// <param name="DivisionId">Its division.</param>
public sealed record TeamChange(
    string? Name = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<int?> DivisionId = default);
