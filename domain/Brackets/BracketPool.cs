namespace LiveFeed.Domain.Brackets;

/// <summary>A pool: teams that all play each other.</summary>
/// <param name="Id">Its id, unique within the event.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Teams">Its teams.</param>
public sealed record BracketPool(string Id, string Name, IReadOnlyList<int> Teams);
