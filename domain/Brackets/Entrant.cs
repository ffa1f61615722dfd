namespace LiveFeed.Domain.Brackets;

/// <summary>Who enters a bracket: a team, or a place of a pool.</summary>
/// <param name="Side">The team or the place.</param>
/// <param name="Group">Its club or pool.</param>
internal sealed record Entrant(BracketSide Side, string? Group)
{
    /// <summary>The most that generated brackets and pools are made for.</summary>
    public const int Max = 512;

    /// <summary>Returns the teams as entrants, the best seed first.</summary>
    public static IReadOnlyList<Entrant> FromTeams(IEnumerable<SeededTeam> teams) =>
        [.. teams.OrderBy(team => team.Seed ?? int.MaxValue).Select(team => new Entrant(BracketSide.FromTeam(team.Id), team.Group))];
}
