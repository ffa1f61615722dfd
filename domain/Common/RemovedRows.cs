namespace LiveFeed.Domain;

/// <summary>How many rows were removed.</summary>
public sealed record RemovedRows(int Count);
