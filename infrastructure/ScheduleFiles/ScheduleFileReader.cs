using System.Text.Json;
using System.Text.Unicode;
using LiveFeed.Infrastructure.ScheduleFiles.Calendars;
using LiveFeed.Infrastructure.ScheduleFiles.Csv;
using LiveFeed.Infrastructure.ScheduleFiles.Spreadsheets;
using LiveFeed.Infrastructure.ScheduleFiles.Tables;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Detects the format of a file from its content, and reads it. Files come from anybody.</summary>
internal sealed class ScheduleFileReader : IScheduleFileReader
{
    public ScheduleFile Read(ReadOnlyMemory<byte> content, ScheduleFileOptions options)
    {
        ScheduleFormat? format = null;
        try
        {
            var start = content.Span.StartsWith("\uFEFF"u8) ? content[3..].Span : content.Span;
            if (start.TrimStart(" \t\r\n"u8).IsEmpty)
                throw new InvalidFileException("The file is empty.");
            if (SpreadsheetTable.IsSpreadsheet(content.Span))
            {
                format = ScheduleFormat.Spreadsheet;
                var notes = new List<FileNote>();
                return TableScheduleReader.Read(format.Value, SpreadsheetTable.Open(content, Wanted(options), notes), options, notes);
            }

            if (start.TrimStart(" \t\r\n"u8)[0] is not ((byte)'{' or (byte)'['))
            {
                var text = CsvEncoding.Decode(content.Span);
                format = CalendarTable.IsCalendar(text) ? ScheduleFormat.Calendar : ScheduleFormat.Csv;
                if (format is ScheduleFormat.Calendar)
                {
                    var notes = new List<FileNote>();
                    return TableScheduleReader.Read(format.Value, CalendarTable.Open(text, notes), options with { Mapping = CalendarTable.Mapping }, notes);
                }

                return text.AsSpan().TrimStart().StartsWith("<")
                    ? throw new InvalidFileException("This is a web page or XML, not a schedule. Save the schedule as CSV (UTF-8), and choose that.")
                    : TableScheduleReader.Read(format.Value, CsvTable.Open(text, Wanted(options)), options);
            }

            if (!Utf8.IsValid(start))
                throw new InvalidFileException("The file is not text in UTF-8. Save it as JSON in UTF-8.");
            using var document = JsonFile.Parse(content, "");
            format = FormatOf(document.RootElement);
            return format switch
            {
                ScheduleFormat.CourtSchedule => ReadCourts(document.RootElement),
                ScheduleFormat.OpenFootball => ReadFootball(document.RootElement, options.TimeZone),
                // It may leave out what is stored, so that its reader can't tell whether the whole is valid.
                _ => new ScheduleFile(ScheduleFormat.LiveFeed, LiveFeedScheduleReader.Read(document.RootElement), AssignedIds.All, [], ScheduleReading.Plain),
            };
        }
        catch (InvalidFileException invalid)
        {
            return new ScheduleFile(format, null, default, invalid.Faults, ScheduleReading.Plain);
        }
        catch (JsonException invalid)
        {
            return new ScheduleFile(format, null, default, FileFault.FromError(JsonErrors.ToError(invalid)), ScheduleReading.Plain);
        }
    }

    public async Task<Result<RecordedTournament>> ReadRecordingAsync(string path, TimeZoneInfo timeZone, CancellationToken cancellationToken)
    {
        try
        {
            return ReadRecording(await File.ReadAllBytesAsync(path, cancellationToken), Path.GetFileName(path), timeZone);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Unreadable($"{path}: no such file");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Unreadable($"{path}: cannot be read: {unreadable.Message}");
        }
    }

    /// <param name="content">UTF-8, with or without a byte order mark.</param>
    /// <param name="name">The file's name in messages.</param>
    /// <param name="timeZone">The zone of times without one.</param>
    internal static Result<RecordedTournament> ReadRecording(ReadOnlyMemory<byte> content, string name, TimeZoneInfo timeZone)
    {
        try
        {
            using var document = JsonFile.Parse(content, name);
            var root = document.RootElement;
            if (JsonFile.HasList(root, "CourtSchedules"))
                return Playable(CourtScheduleReader.Read(root, name), name);
            if (OpenFootballReader.HasMatches(root))
                return Playable(OpenFootballReader.ReadRecording(root, name, timeZone), name);
            return Unreadable(
                $"{name}: unknown format: there is no list 'matches' or 'rounds' (openfootball) and no list 'CourtSchedules' (court schedule) at the top");
        }
        catch (InvalidFileException invalid)
        {
            return Unreadable(string.Join('\n', invalid.Faults.Select(fault => fault.Message)));
        }
    }

    // A replay that the server rejects half-way leaves a tournament half played. What the server would reject is found before.
    private static Result<RecordedTournament> Playable(RecordedTournament tournament, string name)
    {
        var faults = tournament.Schedule.Validate() is { } error ? FileFault.FromError(error).Select(fault => $"{name}: {fault.Path}: {fault.Message}").ToList() : [];
        if (Sports.Find(tournament.Sport) is { } sport)
        {
            var rules = FormatRules.Of(sport.Format);
            faults.AddRange(
                from match in tournament.Played
                let last = match.Timeline[^1]
                from violation in rules.Assess(new ScoreState(last.Sets, last.Status, last.Details)).Violations
                select $"{name}: match {match.Id} ({match.Title}): the score {last} can't be: {violation.Message}");
        }

        return faults.Count == 0 ? tournament : Unreadable(string.Join('\n', faults.Take(FileFault.MaxFaults)));
    }

    private static Error Unreadable(string message) => new(ErrorCode.InvalidSchedule, message);

    private static ScheduleFile ReadCourts(JsonElement root)
    {
        var read = CourtScheduleReader.Read(root, "");
        return ScheduleFile.Create(ScheduleFormat.CourtSchedule, read.Schedule, new AssignedIds(true, false, true), ScheduleReading.Plain with { Notes = read.Notes });
    }

    private static ScheduleFile ReadFootball(JsonElement root, TimeZoneInfo zone)
    {
        var read = OpenFootballReader.ReadSchedule(root, zone);
        return ScheduleFile.Create(
            ScheduleFormat.OpenFootball, read.Schedule, default,
            ScheduleReading.Plain with { TimeZone = read.TimesWithoutZone > 0 ? zone.Id : null, Notes = [.. read.Notes.Take(ScheduleReading.MaxNotes)] });
    }

    private static IReadOnlyCollection<string> Wanted(ScheduleFileOptions options) => [.. options.Mapping?.Values ?? []];

    private static ScheduleFormat FormatOf(JsonElement root)
    {
        if (JsonFile.HasList(root, "CourtSchedules"))
            return ScheduleFormat.CourtSchedule;
        if (JsonFile.HasList(root, "rounds"))
            return ScheduleFormat.OpenFootball;
        if (!JsonFile.HasList(root, "matches"))
        {
            throw new InvalidFileException(
                "This is no schedule that LiveFeed knows: there is neither a list \"matches\" nor a list \"CourtSchedules\" at the top.");
        }

        var first = root.GetProperty("matches").EnumerateArray().FirstOrDefault();
        string[] members = first.ValueKind == JsonValueKind.Object ? ["team1", "date", "round"] : [];
        var isFootball = first.ValueKind == JsonValueKind.Object
            ? Array.Exists(members, member => first.Find(member) is not null)
            : first.ValueKind == JsonValueKind.Undefined && root.Find("name") is not null;
        return isFootball ? ScheduleFormat.OpenFootball : ScheduleFormat.LiveFeed;
    }
}
