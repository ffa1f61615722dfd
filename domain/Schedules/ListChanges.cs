namespace LiveFeed.Domain.Schedules;

/// <summary>The changes in one list of a schedule.</summary>
/// <param name="Added">The items that are new.</param>
/// <param name="Changed">The items that stay, with other fields.</param>
/// <param name="Removed">The items that are removed; a match with its score, its history and its claim.</param>
/// <param name="Unchanged">How many items stay as they are.</param>
public sealed record ListChanges(
    IReadOnlyList<ItemChange> Added, IReadOnlyList<ItemChange> Changed, IReadOnlyList<ItemChange> Removed, int Unchanged);
