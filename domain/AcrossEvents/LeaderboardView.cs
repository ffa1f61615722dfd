namespace LiveFeed.Domain.AcrossEvents;

/// <summary>A page of the teams of several events, ranked together.</summary>
/// <param name="Sport">The sport of the events; null if there is no event.</param>
/// <param name="Events">The events that count, the first one first.</param>
/// <param name="Items">The teams of this page, the best first.</param>
/// <param name="Total">How many teams the whole leaderboard has.</param>
/// <param name="Limit">The maximum number of teams on the page.</param>
/// <param name="Offset">How many teams were skipped.</param>
public sealed record LeaderboardView(string? Sport, IReadOnlyList<NamedEventView> Events, IReadOnlyList<LeaderboardRowView> Items, int Total, int Limit, int Offset);

/// <summary>The teams of one name in a leaderboard.</summary>
/// <param name="Rank">From 1. Level teams share a rank, and the next one is skipped.</param>
/// <param name="Name">The name, as the first of the events spells it.</param>
/// <param name="Events">How many of the events it has played in.</param>
/// <param name="Played">Matches that count.</param>
/// <param name="Won">Matches won.</param>
/// <param name="Drawn">Matches drawn.</param>
/// <param name="Lost">Matches lost.</param>
/// <param name="Points">Points by the rules of each division's standings.</param>
/// <param name="For">Points or goals scored.</param>
/// <param name="Against">Points or goals of the opponents.</param>
/// <param name="SetsWon">Sets won.</param>
/// <param name="SetsLost">Sets lost.</param>
/// <param name="SetRatio">Sets won by sets lost; null if none was lost, which ranks above every number if one was won.</param>
/// <param name="PointRatio">Points scored by points of the opponents; null if these have none.</param>
public sealed record LeaderboardRowView(
    int Rank, string Name, int Events, int Played, int Won, int Drawn, int Lost, int Points, long For, long Against, int SetsWon, int SetsLost, decimal? SetRatio, decimal? PointRatio)
{
    internal static LeaderboardRowView Of(int rank, TeamRecord team, int events) => new(
        rank, team.Name, events, team.Played, team.Won, team.Drawn, team.Lost, team.Points, team.For, team.Against, team.SetsWon, team.SetsLost,
        StandingRow.Shown(team.SetsWon, team.SetsLost), StandingRow.Shown(team.For, team.Against));
}
