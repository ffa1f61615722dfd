namespace LiveFeed.Domain.Statistics;

/// <summary>A number for each side.</summary>
public sealed record SideCounts(int Team1, int Team2)
{
    public static readonly SideCounts None = new(0, 0);

    /// <summary>Returns the greater number for each side.</summary>
    public SideCounts Max(SideCounts other) => new(Math.Max(Team1, other.Team1), Math.Max(Team2, other.Team2));
}
