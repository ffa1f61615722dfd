namespace LiveFeed.Domain;

/// <summary>Which page of a list to read.</summary>
public readonly record struct Paging(int Limit, int Offset);
