using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>
/// The pools that a table names. Its teams are those of its matches. What is in the column of pools may be a round as well, such as
/// "Semi-final" with a match for each team: that is no pool, and no more is a name whose teams are in an earlier pool.
/// </summary>
internal sealed partial class TablePools
{
    private readonly Dictionary<int, List<ScheduledPool>> byDivision = [];
    private readonly Dictionary<(int Division, string Name), string> ids = [];

    /// <param name="rows">The matches.</param>
    /// <param name="note">Takes what was read as something else than a pool, though it has teams.</param>
    public static TablePools Find(IEnumerable<TablePoolRow> rows, Action<FileNote> note)
    {
        var (found, poolOf) = (new TablePools(), new Dictionary<int, string>());
        foreach (var group in rows.GroupBy(row => (row.Division, Key: NameKey.Of(row.Pool))))
        {
            var (first, teams) = (group.First(), group.SelectMany(row => new[] { row.Team1, row.Team2 }).OfType<int>().Distinct().ToList());
            if (!group.Any(row => row is { Team1: not null, Team2: not null }) || (Round().IsMatch(first.Pool) && PlayOnce(group)))
                continue;
            if (teams.Find(poolOf.ContainsKey) is var elsewhere and not 0)
            {
                note(new FileNote(first.Line, null, $"\"{FileWords.Short(first.Pool)}\" was not read as a pool: a team of it is in \"{FileWords.Short(poolOf[elsewhere])}\" already, and a team is in one pool. Give a second round of pools a division of its own."));
                continue;
            }

            foreach (var team in teams)
                poolOf[team] = first.Pool;
            // The id is the file's own affair until it is compared with what is stored.
            var id = FormattableString.Invariant($"#{found.ids.Count + 1}");
            found.ids[group.Key] = id;
            if (!found.byDivision.TryGetValue(first.Division, out var pools))
                found.byDivision[first.Division] = pools = [];
            pools.Add(new ScheduledPool(id, first.Pool, [.. teams]));
        }

        return found;
    }

    /// <summary>Returns the pools of a division; null if it has none.</summary>
    public EquatableList<ScheduledPool>? Of(int division) => byDivision.TryGetValue(division, out var pools) ? [.. pools] : null;

    /// <summary>Returns the id of the pool that a match names; null if it names none, or something else.</summary>
    public string? IdOf(int? division, string? pool) => division is { } known && pool is not null ? ids.GetValueOrDefault((known, NameKey.Of(pool))) : null;

    private static bool PlayOnce(IEnumerable<TablePoolRow> rows) =>
        rows.SelectMany(row => new[] { row.Team1, row.Team2 }).OfType<int>().GroupBy(team => team).All(team => team.Count() == 1);

    [GeneratedRegex(
        @"\b(?:\w*finals?|\w*finale|quarti|ottavi|quarts|huiti[eè]mes?|cuartos|octavos|round of|last|knock-?out|k\.?o\.?|play-?offs?|placement|place|platz(?:ierung)?|plat?ces?|bronze|consolation|bracket)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Round();
}
