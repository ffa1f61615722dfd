using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Detects the format of a file from its content, and reads it. Files come from anybody.</summary>
internal sealed class ScheduleFileReader : IScheduleFileReader
{
    public ScheduleFile Read(ReadOnlyMemory<byte> content)
    {
        ScheduleFormat? format = null;
        try
        {
            var start = content.Span.StartsWith("\uFEFF"u8) ? content[3..].Span : content.Span;
            if (start.TrimStart(" \t\r\n"u8).IsEmpty)
                throw new InvalidFileException("The file is empty.");
            if (start.StartsWith("PK\u0003\u0004"u8))
                throw new InvalidFileException("This is a spreadsheet or an archive. Save the schedule as CSV (UTF-8), and choose that.");
            if (!Utf8.IsValid(start))
                throw new InvalidFileException("The file is not text in UTF-8. Save it as \"CSV UTF-8\", or as JSON in UTF-8.");
            if (start.TrimStart(" \t\r\n"u8)[0] is not ((byte)'{' or (byte)'['))
            {
                format = ScheduleFormat.Csv;
                return Validated(format.Value, CsvScheduleReader.Read(Encoding.UTF8.GetString(start)), new AssignedIds(false, false, true));
            }

            using var document = JsonFile.Parse(content, "");
            format = FormatOf(document.RootElement);
            return format switch
            {
                ScheduleFormat.CourtSchedule => Validated(format.Value, CourtScheduleReader.Read(document.RootElement, "").Schedule, new AssignedIds(true, false, true)),
                ScheduleFormat.OpenFootball => Validated(format.Value, OpenFootballReader.ReadSchedule(document.RootElement), default),
                _ => Validated(ScheduleFormat.LiveFeed, LiveFeedScheduleReader.Read(document.RootElement), AssignedIds.All),
            };
        }
        catch (InvalidFileException invalid)
        {
            return new ScheduleFile(format, null, default, invalid.Faults);
        }
        catch (JsonException invalid)
        {
            return new ScheduleFile(format, null, default, FileFault.FromError(JsonErrors.ToError(invalid)));
        }
    }

    public async Task<Result<RecordedTournament>> ReadRecordingAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return ReadRecording(await File.ReadAllBytesAsync(path, cancellationToken), Path.GetFileName(path));
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
    internal static Result<RecordedTournament> ReadRecording(ReadOnlyMemory<byte> content, string name)
    {
        try
        {
            using var document = JsonFile.Parse(content, name);
            var root = document.RootElement;
            if (JsonFile.HasList(root, "CourtSchedules"))
                return CourtScheduleReader.Read(root, name);
            if (JsonFile.HasList(root, "matches"))
                return OpenFootballReader.ReadRecording(root, name);
            return Unreadable(
                $"{name}: unknown format: neither a list 'matches' (openfootball) nor a list 'CourtSchedules' (court schedule) at the top");
        }
        catch (InvalidFileException invalid)
        {
            return Unreadable(invalid.Message);
        }
    }

    private static Error Unreadable(string message) => new(ErrorCode.InvalidSchedule, message);

    private static ScheduleFile Validated(ScheduleFormat format, Schedule schedule, AssignedIds ownIds) => schedule.Validate() is { } error
        ? new ScheduleFile(format, null, ownIds, FileFault.FromError(error))
        : new ScheduleFile(format, schedule, ownIds, []);

    private static ScheduleFormat FormatOf(JsonElement root)
    {
        if (JsonFile.HasList(root, "CourtSchedules"))
            return ScheduleFormat.CourtSchedule;
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
