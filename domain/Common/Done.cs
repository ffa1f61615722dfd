namespace LiveFeed.Domain;

/// <summary>The value of commands that return nothing.</summary>
public readonly record struct Done;
