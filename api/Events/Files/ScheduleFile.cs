using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Schedules;

namespace LiveFeed.Api.Events.Files;

/// <summary>The format of a schedule's file, which is detected from its content.</summary>
internal enum ScheduleFormat
{
    /// <summary>The body of PUT /schedule, and the response to GET /schedule.</summary>
    LiveFeed,

    /// <summary>openfootball's JSON.</summary>
    OpenFootball,

    /// <summary>The court schedule of a volleyball tournament system.</summary>
    CourtSchedule,

    /// <summary>CSV with a header: id, division, court, team1, team2, startsAt, endsAt.</summary>
    Csv,
}

/// <summary>A schedule that was read from a file, or what is wrong with the file.</summary>
internal sealed record ReadSchedule(ScheduleFormat? Format, Schedule? Schedule, AssignedIds OwnIds, IReadOnlyList<FileFault> Faults);

/// <summary>Reads a schedule from a file of any of the known formats. Files come from anybody.</summary>
internal static class ScheduleFile
{
    public static ReadSchedule Read(ReadOnlyMemory<byte> content)
    {
        ScheduleFormat? format = null;
        try
        {
            var start = content.Span.StartsWith("\uFEFF"u8) ? content[3..].Span : content.Span;
            if (start.TrimStart(" \t\r\n"u8).IsEmpty)
                throw new TournamentFormatException("The file is empty.");
            if (start.StartsWith("PK\u0003\u0004"u8))
                throw new TournamentFormatException("This is a spreadsheet or an archive. Save the schedule as CSV (UTF-8), and choose that.");
            if (!Utf8.IsValid(start))
                throw new TournamentFormatException("The file is not text in UTF-8. Save it as \"CSV UTF-8\", or as JSON in UTF-8.");
            if (start.TrimStart(" \t\r\n"u8)[0] is not ((byte)'{' or (byte)'['))
            {
                format = ScheduleFormat.Csv;
                return Checked(format.Value, CsvScheduleReader.Read(Encoding.UTF8.GetString(start)), new AssignedIds(false, false, true));
            }

            using var document = JsonFile.Parse(content, "");
            format = FormatOf(document.RootElement);
            return format switch
            {
                ScheduleFormat.CourtSchedule => Checked(format.Value, ToSchedule(CourtScheduleReader.Read(document.RootElement, "")), new AssignedIds(true, false, true)),
                ScheduleFormat.OpenFootball => Checked(format.Value, ToSchedule(OpenFootballReader.Read(document.RootElement, "", withResults: false)), default),
                _ => Checked(ScheduleFormat.LiveFeed, document.RootElement.Deserialize<ScheduleBody>(ApiJson.Options)!.ToSchedule(), AssignedIds.All),
            };
        }
        catch (TournamentFormatException bad)
        {
            return new ReadSchedule(format, null, default, bad.Faults);
        }
        catch (JsonException bad)
        {
            return new ReadSchedule(format, null, default, FileFault.Of(JsonErrors.ToError(bad)));
        }
    }

    private static ReadSchedule Checked(ScheduleFormat format, Schedule schedule, AssignedIds own) => schedule.Validate() is { } error
        ? new ReadSchedule(format, null, own, FileFault.Of(error))
        : new ReadSchedule(format, schedule, own, []);

    private static ScheduleFormat FormatOf(JsonElement root)
    {
        if (JsonFile.HasList(root, "CourtSchedules"))
            return ScheduleFormat.CourtSchedule;
        if (!JsonFile.HasList(root, "matches"))
        {
            throw new TournamentFormatException(
                "This is no schedule that LiveFeed knows: there is neither a list \"matches\" nor a list \"CourtSchedules\" at the top.");
        }

        var first = root.GetProperty("matches").EnumerateArray().FirstOrDefault();
        string[] members = first.ValueKind == JsonValueKind.Object ? ["team1", "date", "round"] : [];
        var isFootball = first.ValueKind == JsonValueKind.Object
            ? Array.Exists(members, member => first.Find(member) is not null)
            : first.ValueKind == JsonValueKind.Undefined && root.Find("name") is not null;
        return isFootball ? ScheduleFormat.OpenFootball : ScheduleFormat.LiveFeed;
    }

    private static Schedule ToSchedule(Tournament tournament)
    {
        // This court is only the reader's placeholder for a ground that the file doesn't name.
        var nowhere = tournament.Courts.FirstOrDefault(court => court.Name == OpenFootballReader.UnknownGround)?.Id;
        return new Schedule(
            [.. tournament.Divisions.Select(division => new ScheduledName(division.Id, division.Name))],
            [.. tournament.Courts.Where(court => court.Id != nowhere).Select(court => new ScheduledName(court.Id, court.Name))],
            [.. tournament.Teams.Select(team => new ScheduledTeam(team.Id, team.Name, team.DivisionId))],
            [.. tournament.Matches.Select(match => new ScheduledMatch(
                match.Id,
                match.DivisionId,
                match.CourtId == nowhere ? null : match.CourtId,
                match.Side1.TeamId,
                match.Side2.TeamId,
                match.Side1.TeamId is null ? match.Side1.Name : null,
                match.Side2.TeamId is null ? match.Side2.Name : null,
                match.StartsAt,
                match.EndsAt))]);
    }
}
