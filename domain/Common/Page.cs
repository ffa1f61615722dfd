namespace LiveFeed.Domain;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items of this page.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Limit">The most that this page could hold.</param>
/// <param name="Offset">How many were passed over.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Limit, int Offset);

/// <summary>Which part of a list is wanted.</summary>
public readonly record struct Paging(int Limit, int Offset);
