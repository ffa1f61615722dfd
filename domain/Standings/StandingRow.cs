using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Standings;

/// <summary>A team's place in the standings of its pool.</summary>
public sealed record StandingRow
{
    private const int Decimals = 3;

    public required int TeamId { get; init; }

    /// <summary>From 1. Level teams share a rank, and the next one is skipped: 1, 2, 2, 4.</summary>
    public required int Rank { get; init; }

    public int Played { get; init; }

    public int Won { get; init; }

    public int Drawn { get; init; }

    public int Lost { get; init; }

    /// <summary>Points by the rules, less deductions.</summary>
    public int Points { get; init; }

    /// <summary>Points or goals scored.</summary>
    public int For { get; init; }

    /// <summary>Points or goals of the opponents.</summary>
    public int Against { get; init; }

    public int SetsWon { get; init; }

    public int SetsLost { get; init; }

    /// <summary>Fair play points: zero or less.</summary>
    public int FairPlay { get; init; }

    /// <summary>Sets won by sets lost, rounded, to be shown; null if no set was lost.</summary>
    [JsonIgnore]
    public decimal? SetRatio => Shown(SetsWon, SetsLost);

    /// <summary>Points scored by points of the opponents, rounded, to be shown; null if the opponents have none.</summary>
    [JsonIgnore]
    public decimal? PointRatio => Shown(For, Against);

    /// <summary>What separated the team from the one in the row above; null in the first row.</summary>
    public StandingCriterion? SeparatedBy { get; init; }

    /// <summary>The ids of the level teams whose matches counted for it; null if it counts all matches of the pool.</summary>
    public EquatableList<int>? SeparatedAmong { get; init; }

    public EquatableList<PointsDeduction> Deductions { get; init; } = [];

    /// <summary>The rank that an organizer gave it by hand, with the reason; null if the rules gave it its rank.</summary>
    public ManualRank? Manual { get; init; }

    /// <summary>Returns a ratio rounded, to be shown; null if it would be infinite.</summary>
    internal static decimal? Shown(long one, long other) => other == 0 ? null : Math.Round((decimal)one / other, Decimals);
}
