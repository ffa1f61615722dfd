namespace LiveFeed.Domain;

/// <summary>A page of a list.</summary>
/// <param name="Items">The items of this page.</param>
/// <param name="Total">How many items the whole list has.</param>
/// <param name="Limit">The maximum number of items on the page.</param>
/// <param name="Offset">How many items were skipped.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Limit, int Offset);
