namespace LiveFeed.Domain.Brackets;

/// <summary>What a draw makes of its teams.</summary>
public enum DrawKind
{
    /// <summary>Who loses is out.</summary>
    SingleElimination,

    /// <summary>Who loses twice is out.</summary>
    DoubleElimination,

    /// <summary>Everybody plays everybody else, in one pool.</summary>
    RoundRobin,

    /// <summary>Several pools in which everybody plays everybody else, and a bracket of the best of each if it is wanted.</summary>
    Pools,
}
