namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>
/// Reads a schedule from a table as people have it: whatever the headings, dates and ids are. A division, court or team exists if a record names
/// it. Teams with the same name in two divisions are two teams.
/// </summary>
internal static class TableScheduleReader
{
    private const string Unknown = "To be decided";

    // Pools belong to a division, and a table may have none.
    private const string OnlyDivision = "Main";
    private const int RecordsToGuessFrom = 20;
    private const int RecordsToShow = 3;

    /// <param name="format">The format of the file that has the table.</param>
    /// <param name="table">The table.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="known">What its own format has shown already.</param>
    public static ScheduleFile Read(ScheduleFormat format, ScheduleTable table, ScheduleFileOptions options, IReadOnlyList<FileNote>? known = null)
    {
        var (faults, notes) = (new FaultCollector(), new List<FileNote>(known ?? []));
        // 1. What each column has.
        var first = FirstOf(table.Records).ToList();
        var columns = ColumnMapping.Create(table, first, options, faults.Add);
        if (faults.Count > 0)
            return Failed(null);

        // 2. The fields of each record.
        var lines = ReadLines(table, columns, faults, notes);
        // 3. What only all records together say: ids, the order of dates, and then the times.
        var ids = TableIds.Create(lines, columns.Has(ScheduleField.Id) ? columns.HeadingOf(ScheduleField.Id) : null, faults.Add);
        var order = TableDateOrder.Decide(lines, options.DateOrder, out var question);
        if (question is not null)
            faults.Add(question);
        var times = new TableTimes(options.TimeZone, order ?? DateOrder.Dmy, columns, faults.Add, notes.Add);
        var schedule = question is null ? ToSchedule(lines, ids, times, columns.Has(ScheduleField.Team1Label), faults, notes) : null;
        if (faults.Count > 0 || schedule is null)
            return Failed(order);
        if (times.WithoutTime > 0)
            notes.Add(new FileNote(null, null, $"{times.WithoutTime} of {lines.Count} matches have a date without a time. Their start is left open."));
        return ScheduleFile.Create(format, schedule, new AssignedIds(false, false, ids.AreOwn), Reading(order, times.UsedZone?.Id));

        ScheduleFile Failed(DateOrder? order) => new(format, null, default, faults.Reported, Reading(order, null));

        ScheduleReading Reading(DateOrder? order, string? zone) =>
            new(zone, order, columns.Read, columns.All([.. first.Take(RecordsToShow)], table.HasHeadings), columns.Ignored, [.. notes.OrderBy(note => note.Line ?? int.MaxValue).Take(ScheduleReading.MaxNotes)]);
    }

    // A fault in the first records is found again, with all others.
    private static IEnumerable<TableRecord> FirstOf(IEnumerable<TableRecord> records)
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

    private static List<TableLine> ReadLines(ScheduleTable table, ColumnMapping columns, FaultCollector faults, List<FileNote> notes)
    {
        var lines = new List<TableLine>();
        var reader = new TableLineReader(columns, faults.Add, Note);
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
                    Pass(record, $"There is no match on this line, so it was passed over: \"{FileWords.Short(FileWords.OneLine(string.Join(' ', record.Fields)))}\".");
                else
                    lines.Add(reader.Read(record));
                if (faults.IsFull)
                    break;
            }
        }
        catch (InvalidFileException broken)
        {
            faults.AddRange(broken.Faults);
        }

        return lines;

        void Pass(TableRecord record, string why) => Note(new FileNote(record.Line, null, why));

        void Note(FileNote note)
        {
            if (notes.Count < ScheduleReading.MaxNotes)
                notes.Add(note);
        }
    }

    // A title or a sum. A match whose teams are open has at least an id or a start, and something beside it.
    private static bool HasNoMatch(TableRecord record, ColumnMapping columns)
    {
        bool IsEmpty(ScheduleField field) => columns.In(record, field).Length == 0;
        return IsEmpty(ScheduleField.Team1) && IsEmpty(ScheduleField.Team2) && IsEmpty(ScheduleField.Teams)
            && IsEmpty(ScheduleField.Team1Label) && IsEmpty(ScheduleField.Team2Label)
            && (record.Fields.Count(field => !string.IsNullOrWhiteSpace(field)) < 2
                || (IsEmpty(ScheduleField.Id) && IsEmpty(ScheduleField.StartsAt) && IsEmpty(ScheduleField.Date) && IsEmpty(ScheduleField.Time)));
    }

    private static Schedule ToSchedule(List<TableLine> lines, TableIds ids, TableTimes times, bool hasLabels, FaultCollector faults, List<FileNote> notes)
    {
        var hasDivisions = lines.Exists(line => line.Division is not null) || !lines.Exists(line => line.Pool is not null);
        var inPools = new List<TablePoolRow>();
        var (divisions, courts, teams) = (new NameNumbers<int>(), new NameNumbers<int>(), new NameNumbers<string?>());
        var teamIds = new Dictionary<int, int?>();
        var matches = new List<ScheduledMatch>();
        var ties = new TableTies(lines);
        foreach (var (index, read) in lines.Index())
        {
            var (at, tie) = (read.Record.Line, ties.Find(read));
            if (read.PartOf is not null && tie is null)
                faults.Add(FileFault.AtLine(at, $"There is no match {FileWords.Short(read.PartOf)} in this file, of which this one is a rubber."));
            var line = tie is { } of ? TableTies.WithoutSidesOf(lines[of], read) : read;
            int? division = (line.Division ?? (hasDivisions ? null : OnlyDivision)) is { } named ? divisions.Add(0, named, at) : null;
            int? court = line.Court is { } known ? courts.Add(0, known, at) : null;
            var scope = line.Division is null ? null : NameKey.Of(line.Division);
            var (team1, team2) = (Team(line.Team1), Team(line.Team2));
            if (team1 is not null && team1 == team2)
                faults.Add(FileFault.AtLine(at, "A team can't play itself."));
            var (startsAt, endsAt) = times.Read(line);
            matches.Add(new ScheduledMatch(
                new MatchId(ids.Ids[index]), division, court, team1, team2, Label(line.Team1, line.Label1, tie is not null), Label(line.Team2, line.Label2, tie is not null), startsAt, endsAt, ids.Numbers[index],
                line.Officials.Count > 0 ? [.. line.Officials] : default(EquatableList<Official>?), Format: line.Format,
                PartOf: tie is { } partOf ? new MatchId(ids.Ids[partOf]) : default(MatchId?), Rubber: line.Rubber));
            if (line.Pool is { } pool && division is { } inDivision)
                inPools.Add(new TablePoolRow(at, inDivision, pool, team1, team2));

            int? Team(string name)
            {
                if (!IsTeam(name))
                    return null;
                var id = teams.Add(scope, name, at);
                teamIds[id] = division;
                return id;
            }
        }

        var pools = TablePools.Find(inPools, notes.Add);
        foreach (var (index, line) in lines.Index())
        {
            matches[index] = matches[index] with { Pool = pools.IdOf(matches[index].DivisionId, line.Pool) };
            if (line.WorkTeam is { } work)
                matches[index] = matches[index] with { WorkTeamId = WorkTeam(work, line.Division is null ? null : NameKey.Of(line.Division), line.Record.Line) };
        }

        var labels = lines.SelectMany(line => new[] { line.Team1, line.Team2 }).Where(name => name.Length > 0 && !IsTeam(name)).ToList();
        if (TeamNameNotes.ForLabels(labels) is { } taken)
            notes.Add(taken);
        notes.AddRange(TeamNameNotes.ForTeams(teams).Take(ScheduleReading.MaxNotes));
        return new Schedule(
            [.. divisions.All.Select((item, index) => new ScheduledDivision(index + 1, item.Name, Pools: pools.Of(index + 1)))],
            [.. courts.All.Select((item, index) => new ScheduledName(index + 1, item.Name))],
            [.. teams.All.Select((item, index) => new ScheduledTeam(index + 1, item.Name, teamIds[index + 1]))],
            matches);

        // Anything else would replace the officials that are stored.
        int? WorkTeam(string name, string? scope, int line)
        {
            var found = teams.Find(scope, name) ?? teams.FindAnywhere(name);
            if (found is null)
                notes.Add(new FileNote(line, null, $"The work team \"{FileWords.Short(name)}\" is no team of this file, so it was passed over."));
            return found;
        }

        string? Label(string name, string? label, bool isRubber) => label ?? (IsTeam(name) ? null : name.Length > 0 ? name : isRubber ? null : Unknown);

        // A file that has columns of labels needs no guess.
        bool IsTeam(string name) => name.Length > 0 && (hasLabels || !TeamText.IsPlaceholder(name));
    }
}
