namespace LiveFeed.Domain.Standings;

/// <summary>Which team is in which place of a pool.</summary>
internal static class PoolPlaces
{
    /// <summary>Returns the teams by place; null in a place that level teams share.</summary>
    public static IReadOnlyList<int?> Of<T>(IReadOnlyCollection<T> rows, Func<T, int> rank, Func<T, int> team) =>
        [.. Enumerable.Range(1, rows.Count).Select(place => rows.Where(row => rank(row) == place).ToList() is [var only] ? team(only) : (int?)null)];
}
