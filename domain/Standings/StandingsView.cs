using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Standings;

/// <summary>The standings of a pool, as clients see them.</summary>
/// <param name="PoolId">The pool.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Division">Its division.</param>
/// <param name="IsComplete">Whether every match of the pool is over.</param>
/// <param name="Rules">The name of the rules.</param>
/// <param name="Rows">The teams, the best first.</param>
public sealed record StandingsView(string PoolId, string Name, NamedView Division, bool IsComplete, string Rules, IReadOnlyList<StandingsRowView> Rows)
{
    public static StandingsView Of(Pool pool, Division division, IReadOnlyDictionary<int, string> teams, StandingsChoice rules) => new(
        pool.Id, pool.Name, new NamedView(division.Id, division.Name), pool.IsComplete, rules.Preset,
        [.. pool.Rows.Where(row => teams.ContainsKey(row.TeamId)).Select(row => StandingsRowView.Of(row, teams[row.TeamId], rules.Resolve()!))]);
}

/// <summary>A team's place in a pool.</summary>
/// <param name="Team">The team.</param>
/// <param name="Rank">From 1. Level teams share a rank, and the next one is skipped.</param>
/// <param name="Played">Matches that count.</param>
/// <param name="Won">Matches won.</param>
/// <param name="Drawn">Matches drawn.</param>
/// <param name="Lost">Matches lost.</param>
/// <param name="Points">Points by the rules, less deductions.</param>
/// <param name="For">Points or goals scored.</param>
/// <param name="Against">Points or goals of the opponents.</param>
/// <param name="SetsWon">Sets won.</param>
/// <param name="SetsLost">Sets lost.</param>
/// <param name="SetRatio">Sets won by sets lost; null if none was lost.</param>
/// <param name="PointRatio">Points scored by points of the opponents; null if these have none.</param>
/// <param name="FairPlay">Fair play points for the cards of its matches, zero or less, if the rules know them: the fewer cards, the more.</param>
/// <param name="SeparatedBy">What put it below the team above it; left out in the first row.</param>
/// <param name="SeparatedAmong">The teams whose matches counted for that; left out if all matches of the pool did.</param>
/// <param name="Manual">The rank that an organizer gave it by hand, with the reason; left out if the rules gave it its rank.</param>
public sealed record StandingsRowView(
    NamedView Team, int Rank, int Played, int Won, int Drawn, int Lost, int Points, int For, int Against, int SetsWon, int SetsLost, decimal? SetRatio, decimal? PointRatio,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? FairPlay = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StandingCriterion? SeparatedBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? SeparatedAmong = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ManualRank? Manual = null)
{
    internal static StandingsRowView Of(StandingRow row, string name, StandingRules rules) => new(
        new NamedView(row.TeamId, name), row.Rank, row.Played, row.Won, row.Drawn, row.Lost, row.Points, row.For, row.Against, row.SetsWon, row.SetsLost,
        row.SetRatio, row.PointRatio, rules.Criteria.Contains(StandingCriterion.FairPlay) ? row.FairPlay : null, row.SeparatedBy, row.SeparatedAmong, row.Manual);
}
