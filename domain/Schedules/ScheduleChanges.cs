using System.Globalization;
using System.Text.Json;

namespace LiveFeed.Domain.Schedules;

/// <summary>The changes from one schedule to another.</summary>
public sealed record ScheduleChanges(ListChanges Divisions, ListChanges Courts, ListChanges Teams, ListChanges Matches)
{
    /// <param name="stored">The schedule as it is.</param>
    /// <param name="planned">The schedule as it would be.</param>
    /// <param name="scored">The stored matches that have a score.</param>
    public static ScheduleChanges Between(Schedule stored, Schedule planned, IReadOnlySet<MatchId> scored)
    {
        var (before, after) = (new Names(stored), new Names(planned));
        return new ScheduleChanges(
            Compare(stored.Divisions, planned.Divisions, item => item.Id, (item, _) => item.Name,
                (item, names) => [("name", item.Name, null), ("format", item.Format.Value?.ToString(), null), ("pools", names.Pools(item), null), ("standings", Text(item.Standings.Value), null)], before, after),
            Compare(stored.Courts, planned.Courts, item => item.Id, (item, _) => item.Name, (item, _) => [("name", item.Name, null)], before, after),
            Compare(stored.Teams, planned.Teams, team => team.Id, (team, _) => team.Name,
                (team, names) => [("name", team.Name, null), ("division", names.Division(team.DivisionId), team.DivisionId), ("players", Text(team.Players.Value), null)], before, after),
            Compare(
                stored.Matches, planned.Matches, match => match.Id.Value, (match, names) => names.Title(match), FieldsOf, before, after,
                scored.Select(id => id.Value).ToHashSet()));
    }

    private static IEnumerable<(string Field, string? Text, int? Id)> FieldsOf(ScheduledMatch match, Names names) =>
    [
        ("division", names.Division(match.DivisionId), match.DivisionId),
        ("court", names.Court(match.CourtId), match.CourtId),
        ("team1", names.Team(match.Team1Id) ?? match.Team1Label, match.Team1Id),
        ("team2", names.Team(match.Team2Id) ?? match.Team2Label, match.Team2Id),
        ("startsAt", Text(match.StartsAt), null),
        ("endsAt", Text(match.EndsAt), null),
        ("number", match.Number.Value, null),
        ("officials", match.Officials.Value is { } officials ? string.Join(", ", officials.Select(Text)) : null, null),
        ("workTeam", names.Team(match.WorkTeamId.Value), match.WorkTeamId.Value),
        ("notBefore", Text(match.NotBefore.Value), null),
        ("followedBy", match.FollowedBy.Value?.ToString(), null),
        ("tieId", match.TieId.Value, null),
        ("leg", match.Leg.Value?.ToString(CultureInfo.InvariantCulture), null),
        ("format", match.Format.Value?.ToString(), null),
        ("partOf", match.PartOf.Value?.ToString(), null),
        ("rubber", match.Rubber.Value?.ToString(CultureInfo.InvariantCulture), null),
        ("pool", names.Pool(match.Pool.Value), null),
        ("team1From", names.Source(match.Team1From.Value), null),
        ("team2From", names.Source(match.Team2From.Value), null),
    ];

    private static ListChanges Compare<T>(
        IReadOnlyList<T> stored, IReadOnlyList<T> planned, Func<T, int> idOf, Func<T, Names, string> nameOf,
        Func<T, Names, IEnumerable<(string Field, string? Text, int? Id)>> fieldsOf, Names before, Names after, IReadOnlySet<int>? scored = null)
        where T : class
    {
        var (known, wanted) = (stored.ToDictionary(idOf), planned.Select(idOf).ToHashSet());
        var (added, changed) = (new List<ItemChange>(), new List<ItemChange>());
        foreach (var item in planned)
        {
            var id = idOf(item);
            if (!known.TryGetValue(id, out var old))
                added.Add(new ItemChange(id, nameOf(item, after), [], false));
            else if (!old.Equals(item) && Differences(fieldsOf(old, before), fieldsOf(item, after)) is { Count: > 0 } fields)
                changed.Add(new ItemChange(id, nameOf(item, after), fields, scored?.Contains(id) == true));
        }

        return new ListChanges(
            added,
            changed,
            [.. stored.Where(item => !wanted.Contains(idOf(item))).Select(item => new ItemChange(idOf(item), nameOf(item, before), [], scored?.Contains(idOf(item)) == true))],
            planned.Count - added.Count - changed.Count);
    }

    private static List<FieldChange> Differences(
        IEnumerable<(string Field, string? Text, int? Id)> before, IEnumerable<(string Field, string? Text, int? Id)> after) =>
        [.. before.Zip(after)
            // Compared by id if there is one: if a court gets another name, that is a change of the court and of no match.
            .Where(pair => pair.First.Id is null && pair.Second.Id is null ? pair.First.Text != pair.Second.Text : pair.First.Id != pair.Second.Id)
            .Select(pair => new FieldChange(pair.First.Field, pair.First.Text, pair.Second.Text))];

    private static string? Text(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string? Text(EquatableList<ScheduledPlayer>? players) =>
        players is null ? null : string.Join(", ", players.Select(player => player.Number is { } number ? $"{number} {player.Name}" : player.Name));

    private static string? Text(StandingsChoice? standings) => standings is null ? null : JsonSerializer.Serialize(standings, ApiJson.Options);

    private static string Text(Official official) =>
        $"{JsonNamingPolicy.CamelCase.ConvertName(official.Duty.ToString())}: {official.Name ?? official.UserId?.Value}";

    private sealed class Names(Schedule schedule)
    {
        private readonly Dictionary<int, string> divisions = schedule.Divisions.ToDictionary(item => item.Id, item => item.Name);
        private readonly Dictionary<int, string> courts = schedule.Courts.ToDictionary(item => item.Id, item => item.Name);
        private readonly Dictionary<int, string> teams = schedule.Teams.ToDictionary(item => item.Id, item => item.Name);

        private readonly Dictionary<string, string> pools = schedule.Divisions.SelectMany(item => item.Pools.Value ?? []).ToDictionary(pool => pool.Id, pool => pool.Name);

        public string? Division(int? id) => id is { } known ? divisions[known] : null;

        public string? Court(int? id) => id is { } known ? courts[known] : null;

        public string? Team(int? id) => id is { } known ? teams[known] : null;

        public string? Pool(string? id) => id is null ? null : pools.GetValueOrDefault(id);

        /// <summary>Returns the division's pools with their teams: "A: Blue, Red; B: Green, Gold".</summary>
        public string? Pools(ScheduledDivision division) => division.Pools.Value is { } own
            ? string.Join("; ", own.Select(pool => $"{pool.Name}: {(pool.PlacesFrom is { } from ? Places(from) : string.Join(", ", pool.NamedTeams.Select(team => Team(team))))}"))
            : null;

        private string Places(PlacesFrom from) =>
            string.Join(", ", from.Pools.Select(id => $"{Pool(id)} {from.Place.ToString(CultureInfo.InvariantCulture)}")) + (from.EqualizeSizes ? ", equalizeSizes" : "");

        /// <summary>Returns the source of a side as a text: "winnerOf 12" for the winner of match 12, "A 2" for the second of pool A.</summary>
        public string? Source(SideSource? source) => source switch
        {
            { WinnerOf: { } id } => $"winnerOf {id}",
            { LoserOf: { } id } => $"loserOf {id}",
            { Place: { } place } => $"{Pool(source.Pool)} {place.ToString(CultureInfo.InvariantCulture)}",
            _ => null,
        };

        public string Title(ScheduledMatch match) => $"{Team(match.Team1Id) ?? match.Team1Label} – {Team(match.Team2Id) ?? match.Team2Label}";
    }
}
