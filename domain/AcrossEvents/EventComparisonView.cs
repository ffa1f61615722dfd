namespace LiveFeed.Domain.AcrossEvents;

/// <summary>Several events side by side.</summary>
/// <param name="Events">The events, in the order of the request.</param>
/// <param name="Common">The teams that have played in more than one of them, those in most events first.</param>
public sealed record EventComparisonView(IReadOnlyList<ComparedEventView> Events, IReadOnlyList<CommonTeamView> Common)
{
    public static EventComparisonView Of(IReadOnlyList<ComparedEvent> events) => new(
        [.. events.Select(one => one.View)],
        [
            .. events.SelectMany(one => one.Results.Teams.GroupBy(team => team.Key, StringComparer.Ordinal), (one, teams) => (one.View.Id, Sum: teams.Aggregate((sum, team) => sum + team)))
                .GroupBy(team => team.Sum.Key, StringComparer.Ordinal).Where(team => team.Count() > 1)
                .OrderByDescending(team => team.Count()).ThenBy(team => team.First().Sum.Name, StringComparer.Ordinal)
                .Select(team => new CommonTeamView(team.First().Sum.Name, [.. team.Select(one => TeamInEventView.Of(one.Id, one.Sum))])),
        ]);
}

/// <summary>The teams of one name in several events.</summary>
/// <param name="Name">The name, as the first of these events spells it.</param>
/// <param name="Events">What they have got in each event.</param>
public sealed record CommonTeamView(string Name, IReadOnlyList<TeamInEventView> Events);

/// <summary>What the teams of one name have got in an event, counted as in a leaderboard.</summary>
/// <param name="Event">The event.</param>
/// <param name="Played">Matches that count.</param>
/// <param name="Won">Matches won.</param>
/// <param name="Drawn">Matches drawn.</param>
/// <param name="Lost">Matches lost.</param>
/// <param name="Points">Points by the rules of each division's standings.</param>
/// <param name="For">Points or goals scored.</param>
/// <param name="Against">Points or goals of the opponents.</param>
/// <param name="SetsWon">Sets won.</param>
/// <param name="SetsLost">Sets lost.</param>
public sealed record TeamInEventView(EventId Event, int Played, int Won, int Drawn, int Lost, int Points, long For, long Against, int SetsWon, int SetsLost)
{
    internal static TeamInEventView Of(EventId id, TeamRecord team) =>
        new(id, team.Played, team.Won, team.Drawn, team.Lost, team.Points, team.For, team.Against, team.SetsWon, team.SetsLost);
}
