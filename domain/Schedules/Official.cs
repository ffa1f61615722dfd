using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>Somebody who has a duty at a match.</summary>
/// <param name="Duty">What they do.</param>
/// <param name="UserId">Their account, if they have one.</param>
/// <param name="Name">Their name, if there is no account, or to show it.</param>
public sealed record Official(
    OfficialDuty Duty, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UserId? UserId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null);
