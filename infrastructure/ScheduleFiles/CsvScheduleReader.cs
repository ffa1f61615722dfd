using System.Globalization;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>
/// Reads a schedule from CSV with a header: <c>id,division,court,team1,team2,startsAt,endsAt</c>, in any order. The columns id, team1 and
/// team2 are required. A division, court or team exists if a line names it. Teams with the same name in two divisions are two teams.
/// </summary>
internal static class CsvScheduleReader
{
    private const string Unknown = "To be decided";
    private const int FirstYear = 1800;
    private const int LastYear = 2200;
    private static readonly string[] Columns = ["id", "division", "court", "team1", "team2", "startsAt", "endsAt"];
    private static readonly string[] Required = ["id", "team1", "team2"];

    private static readonly string[] Times =
        [.. from clock in new[] { "HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF" } from zone in new[] { "zzz", "'Z'" } select $"yyyy-MM-dd'T'{clock}{zone}"];

    private sealed record Line(
        int Id, string? Division, string? Court, string Team1, string Team2, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt);

    /// <exception cref="InvalidFileException">Lines are invalid.</exception>
    public static Schedule Read(string text)
    {
        using var records = CsvText.Read(text).Where(record => !record.IsBlank).GetEnumerator();
        if (!records.MoveNext())
            throw new InvalidFileException([FileFault.AtLine(1, "The file is empty.")]);
        var columns = Header(records.Current);
        return ToSchedule(Lines(records, columns));
    }

    private static Dictionary<string, int> Header(CsvRecord header)
    {
        var (columns, faults) = (new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase), new List<FileFault>());
        void Wrong(string message) => faults.Add(FileFault.AtLine(header.Line, message));
        for (var i = 0; i < header.Fields.Count && faults.Count < FileFault.MaxFaults; i++)
        {
            var name = header.Fields[i].Trim();
            if (!Columns.Contains(name, StringComparer.OrdinalIgnoreCase))
                Wrong($"There is no column \"{Short(name)}\". The columns are {string.Join(", ", Columns)}.");
            else if (!columns.TryAdd(name, i))
                Wrong($"The column {name} is there twice.");
        }

        foreach (var name in Required.Where(name => !columns.ContainsKey(name)))
            Wrong($"The column {name} is missing. The first line names the columns: {string.Join(",", Columns)}");
        return faults.Count == 0 ? columns : throw new InvalidFileException(faults);
    }

    private static List<Line> Lines(IEnumerator<CsvRecord> records, Dictionary<string, int> columns)
    {
        var (lines, faults, seen) = (new List<Line>(), new List<FileFault>(), new Dictionary<int, int>());
        var count = 0;
        while (faults.Count < FileFault.MaxFaults && records.MoveNext())
        {
            var record = records.Current;
            if (++count > Schedule.MaxMatches)
            {
                faults.Add(FileFault.TooManyMatches(record.Line));
                break;
            }

            var before = faults.Count;
            var line = ReadLine(record, columns, message => faults.Add(FileFault.AtLine(record.Line, message)));
            if (faults.Count > before)
                continue;
            if (seen.TryAdd(line.Id, record.Line))
                lines.Add(line);
            else
                faults.Add(FileFault.AtLine(record.Line, $"Match {line.Id} is also on line {seen[line.Id]}."));
        }

        return faults.Count == 0 ? lines : throw new InvalidFileException([.. faults.Take(FileFault.MaxFaults)]);
    }

    private static Line ReadLine(CsvRecord record, Dictionary<string, int> columns, Action<string> wrong)
    {
        string Field(string name) =>
            columns.TryGetValue(name, out var column) && column < record.Fields.Count ? record.Fields[column].Trim() : "";
        string? Name(string column)
        {
            var name = Field(column);
            if (name.Length > Schedule.MaxText || name.Any(char.IsControl))
                wrong($"{column} has at most {Schedule.MaxText} characters, without line breaks.");
            return name.Length == 0 ? null : name;
        }

        DateTimeOffset? Time(string column)
        {
            var time = Field(column);
            if (time.Length == 0)
                return null;
            if (DateTimeOffset.TryParseExact(time.Replace(' ', 'T'), Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                && at.Year is >= FirstYear and <= LastYear)
                return at.ToUniversalTime().ToMilliseconds();
            wrong($"{column} must be a time with its zone, such as 2026-07-04T10:00:00+02:00 or 2026-07-04T08:00:00Z, not \"{Short(time)}\".");
            return null;
        }

        if (record.Fields.Count > columns.Count)
            wrong($"There are {record.Fields.Count} fields, but the header names {columns.Count}. Put a field with a comma in quotation marks.");
        if (!int.TryParse(Field("id"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
            wrong($"id must be a whole number of 32 bits, not \"{Short(Field("id"))}\".");
        var line = new Line(
            id, Name("division"), Name("court"), Name("team1") ?? Unknown, Name("team2") ?? Unknown, Time("startsAt"), Time("endsAt"));
        if (line.Team1 == line.Team2 && IsTeam(line.Team1))
            wrong("A team can't play itself.");
        if (line.StartsAt > line.EndsAt)
            wrong("The match must end after it starts.");
        return line;
    }

    private static Schedule ToSchedule(List<Line> lines)
    {
        var divisions = Number(lines.Select(line => line.Division).OfType<string>());
        var courts = Number(lines.Select(line => line.Court).OfType<string>());
        var teams = Number(lines.SelectMany(line => new[] { (line.Division, Name: line.Team1), (line.Division, Name: line.Team2) })
            .Where(team => IsTeam(team.Name)));
        int? Team(string? division, string name) => teams.TryGetValue((division, name), out var id) ? id : null;
        string? Label(string name) => IsTeam(name) ? null : name;
        return new Schedule(
            [.. divisions.Select(division => new ScheduledName(division.Value, division.Key))],
            [.. courts.Select(court => new ScheduledName(court.Value, court.Key))],
            [.. teams.Select(team => new ScheduledTeam(team.Value, team.Key.Name, team.Key.Division is { } division ? divisions[division] : null))],
            [.. lines.Select(line => new ScheduledMatch(
                new MatchId(line.Id),
                line.Division is { } division ? divisions[division] : null,
                line.Court is { } court ? courts[court] : null,
                Team(line.Division, line.Team1),
                Team(line.Division, line.Team2),
                Label(line.Team1),
                Label(line.Team2),
                line.StartsAt,
                line.EndsAt))]);
    }

    private static bool IsTeam(string name) => name != Unknown && !TeamText.IsPlaceholder(name);

    private static Dictionary<T, int> Number<T>(IEnumerable<T> names)
        where T : notnull =>
        names.Distinct().Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index + 1);

    // Shortens text from the file, so that what a message quotes is not as long as a message of its own.
    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
