namespace LiveFeed.Domain.Schedules;

/// <summary>One field before and after: names in place of ids, times as everywhere in the API, null if there is nothing.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);
