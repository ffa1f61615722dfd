namespace LiveFeed.Infrastructure.ScheduleFiles.Csv;

/// <summary>
/// Reads a schedule from CSV as people have it: whatever the headings, separators, dates and ids are. A division, court or team exists if a
/// record names it. Teams with the same name in two divisions are two teams.
/// </summary>
internal static class CsvScheduleReader
{
    private const string Unknown = "To be decided";
    private const int RecordsToGuessFrom = 20;

    /// <summary>What was read: a schedule, or faults.</summary>
    public sealed record Result(Schedule? Schedule, bool HasOwnIds, IReadOnlyList<FileFault> Faults, ScheduleReading Reading);

    /// <exception cref="InvalidFileException">There are no records, or the headings can't be read.</exception>
    public static Result Read(string text, ScheduleFileOptions options)
    {
        var (faults, notes) = (new List<FileFault>(), new List<FileNote>());
        var given = options.Mapping ?? new Dictionary<ScheduleField, string>();
        // 1. Which record has the headings, and what each column has.
        var table = CsvTable.Open(text, [.. given.Values]);
        var columns = ColumnMapping.Create(table.Heading, [.. FirstOf(table.Records)], given, faults.Add);
        if (faults.Count > 0)
            return Failed(columns, null);

        // 2. The fields of each record.
        var lines = ReadLines(table, columns, faults, notes);
        // 3. What only all records together say: ids, the order of dates, and then the times.
        var ids = CsvIds.Create(lines, columns.Has(ScheduleField.Id) ? columns.HeadingOf(ScheduleField.Id) : null, faults.Add);
        var order = CsvDateOrder.Decide(lines, options.DateOrder, out var question);
        if (question is not null)
            faults.Add(question);
        var times = new CsvTimes(options.TimeZone, order ?? DateOrder.Dmy, columns, faults.Add, notes.Add);
        var schedule = question is null ? ToSchedule(lines, ids, times, faults, notes) : null;
        if (faults.Count > 0 || schedule is null)
            return Failed(columns, order);
        if (times.WithoutTime > 0)
            notes.Add(new FileNote(null, null, $"{times.WithoutTime} of {lines.Count} matches have a date without a time. Their start is left open."));
        return new Result(schedule, ids.AreOwn, [], Reading(columns, order, times.UsedZone ? options.TimeZone.Id : null));

        Result Failed(ColumnMapping columns, DateOrder? order) =>
            new(null, false, [.. faults.OrderBy(fault => fault.Line).Take(FileFault.MaxFaults)], Reading(columns, order, null));

        ScheduleReading Reading(ColumnMapping columns, DateOrder? order, string? zone) =>
            new(zone, order, columns.Read, columns.Ignored, [.. notes.OrderBy(note => note.Line ?? int.MaxValue).Take(ScheduleReading.MaxNotes)]);
    }

    // A fault in the first records is found again, with all others.
    private static IEnumerable<CsvRecord> FirstOf(IEnumerable<CsvRecord> records)
    {
        using var each = records.GetEnumerator();
        for (var count = 0; count < RecordsToGuessFrom; count++)
        {
            try
            {
                if (!each.MoveNext())
                    yield break;
            }
            catch (InvalidFileException)
            {
                yield break;
            }

            yield return each.Current;
        }
    }

    private static List<CsvLine> ReadLines(CsvTable table, ColumnMapping columns, List<FileFault> faults, List<FileNote> notes)
    {
        var lines = new List<CsvLine>();
        var reader = new CsvLineReader(columns, faults.Add);
        try
        {
            foreach (var (index, record) in table.Records.Index())
            {
                if (index == Schedule.MaxMatches)
                {
                    faults.Add(FileFault.TooManyMatches(record.Line));
                    break;
                }

                if (record.Fields.SequenceEqual(table.Heading.Fields))
                    Pass(record, "The headings are here again; the line was passed over.");
                else if (HasNoMatch(record, columns))
                    Pass(record, $"There is no match on this line, so it was passed over: \"{CsvWords.Short(CsvWords.OneLine(string.Join(' ', record.Fields)))}\".");
                else
                    lines.Add(reader.Read(record));
                if (faults.Count >= FileFault.MaxFaults)
                    break;
            }
        }
        catch (InvalidFileException broken)
        {
            faults.AddRange(broken.Faults);
        }

        return lines;

        void Pass(CsvRecord record, string why)
        {
            if (notes.Count < ScheduleReading.MaxNotes)
                notes.Add(new FileNote(record.Line, null, why));
        }
    }

    // A title or a sum. A match whose teams are open has at least an id or a start, and something beside it.
    private static bool HasNoMatch(CsvRecord record, ColumnMapping columns)
    {
        bool IsEmpty(ScheduleField field) => columns.In(record, field).Length == 0;
        return IsEmpty(ScheduleField.Team1) && IsEmpty(ScheduleField.Team2) && IsEmpty(ScheduleField.Teams)
            && (record.Fields.Count(field => !string.IsNullOrWhiteSpace(field)) < 2
                || (IsEmpty(ScheduleField.Id) && IsEmpty(ScheduleField.StartsAt) && IsEmpty(ScheduleField.Date) && IsEmpty(ScheduleField.Time)));
    }

    private static Schedule ToSchedule(List<CsvLine> lines, CsvIds ids, CsvTimes times, List<FileFault> faults, List<FileNote> notes)
    {
        var (divisions, courts, teams) = (new CsvNames<int>(), new CsvNames<int>(), new CsvNames<string?>());
        var teamIds = new Dictionary<int, int?>();
        var matches = new List<ScheduledMatch>();
        foreach (var (index, line) in lines.Index())
        {
            var at = line.Record.Line;
            int? division = line.Division is { } named ? divisions.Add(0, named, at) : null;
            int? court = line.Court is { } known ? courts.Add(0, known, at) : null;
            var scope = line.Division is null ? null : NameKey.Of(line.Division);
            var (team1, team2) = (Team(line.Team1), Team(line.Team2));
            if (team1 is not null && team1 == team2)
                faults.Add(FileFault.AtLine(at, "A team can't play itself."));
            var (startsAt, endsAt) = times.Read(line);
            matches.Add(new ScheduledMatch(
                new MatchId(ids.Ids[index]), division, court, team1, team2, Label(line.Team1), Label(line.Team2), startsAt, endsAt, ids.Numbers[index]));

            int? Team(string name)
            {
                if (!IsTeam(name))
                    return null;
                var id = teams.Add(scope, name, at);
                teamIds[id] = division;
                return id;
            }
        }

        var labels = lines.SelectMany(line => new[] { line.Team1, line.Team2 }).Where(name => name.Length > 0 && !IsTeam(name)).Distinct().ToList();
        if (labels.Count > 0)
            notes.Add(new FileNote(null, null, $"Read as placeholders, and not as teams: {CsvWords.List(labels)}."));
        notes.AddRange(CsvNotes.ForTeams(teams).Take(ScheduleReading.MaxNotes));
        return new Schedule(
            [.. divisions.All.Select((item, index) => new ScheduledDivision(index + 1, item.Name))],
            [.. courts.All.Select((item, index) => new ScheduledName(index + 1, item.Name))],
            [.. teams.All.Select((item, index) => new ScheduledTeam(index + 1, item.Name, teamIds[index + 1]))],
            matches);
    }

    private static string? Label(string name) => IsTeam(name) ? null : name.Length == 0 ? Unknown : name;

    private static bool IsTeam(string name) => name.Length > 0 && !TeamText.IsPlaceholder(name);
}
