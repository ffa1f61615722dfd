namespace LiveFeed.Infrastructure.Persistence;

/// <summary>An instance that uses the database. Times of other machines say little, so that a number shows that it lives.</summary>
internal sealed class InstanceRow
{
    public required string Id { get; init; }

    /// <summary>Grows while it lives.</summary>
    public long Beats { get; set; }

    /// <summary>Whether its own signals go out and come in. If not, the others hear nothing of it.</summary>
    public bool HearsItself { get; set; }
}
