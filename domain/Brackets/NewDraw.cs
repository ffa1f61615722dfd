namespace LiveFeed.Domain.Brackets;

/// <summary>A draw: who plays, and what matches are made of it.</summary>
/// <param name="DivisionId">The division to which the matches are added.</param>
/// <param name="Kind">What is made of the teams.</param>
/// <param name="Teams">Who plays: 2 to 512 teams. For lots, send teams without seeds in the order in which they were drawn.</param>
/// <param name="FromPools">In place of teams, for a bracket: the best of pools that the division has.</param>
/// <param name="ThirdPlace">A match for third place; of a single elimination, or of the bracket after pools.</param>
/// <param name="Consolation">A bracket of those who lose in the first round; of a single elimination, or of the bracket after pools.</param>
/// <param name="ResetFinal">Of a double elimination: a second grand final, to be played if the team that had not lost before loses the first.</param>
/// <param name="Legs">How often each two teams of a pool meet, 1 to 10; once if it is left out.</param>
/// <param name="PoolCount">Of pools: how many. Give this or poolSize.</param>
/// <param name="PoolSize">Of pools: how many teams each has at most.</param>
/// <param name="Advancing">Of pools: how many of each enter a bracket; there is none if it is left out.</param>
/// <param name="NumberPrefix">What the numbers of the matches begin with, at most 8 characters; M if it is left out.</param>
/// <param name="FirstNumber">The number of the first match, after the prefix; the matches' ids are their numbers if it is left out.</param>
/// <param name="Add">Whether the division may have matches already. Those of the pools in fromPools are no obstacle.</param>
public sealed record NewDraw(
    int DivisionId, DrawKind Kind, IReadOnlyList<DrawTeam>? Teams = null, DrawPlaces? FromPools = null, bool ThirdPlace = false, bool Consolation = false,
    bool ResetFinal = false, int? Legs = null, int? PoolCount = null, int? PoolSize = null, int? Advancing = null, string? NumberPrefix = null, int? FirstNumber = null,
    bool Add = false)
{
    public const int MinTeams = 2;
    public const int MaxTeams = Entrant.Max;
    public const int MaxLegs = 10;
    public const int MaxPrefix = 8;
    public const int MaxFirstNumber = 1_000_000;

    /// <summary>The most matches of one draw: they are checked and published in one transaction.</summary>
    public const int MaxMatches = 2_500;

    internal bool IsPooled => Kind is DrawKind.RoundRobin or DrawKind.Pools;

    /// <summary>Whether a bracket is made in which who loses is out.</summary>
    internal bool HasSingleElimination => Kind is DrawKind.SingleElimination || (Kind is DrawKind.Pools && Advancing is not null);

    internal IReadOnlyList<DrawTeam> TeamList => Teams ?? [];
}
