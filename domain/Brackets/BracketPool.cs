namespace LiveFeed.Domain.Brackets;

/// <summary>A pool: teams that all play each other.</summary>
/// <param name="Id">Its id, unique within the event.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Teams">Its teams.</param>
/// <param name="PlacesFrom">The pools from each of which one team is in it; null for a pool of teams that are named.</param>
public sealed record BracketPool(string Id, string Name, IReadOnlyList<int> Teams, IReadOnlyList<string>? PlacesFrom = null)
{
    /// <summary>How many places it has.</summary>
    internal int Size => PlacesFrom?.Count ?? Teams.Count;
}
