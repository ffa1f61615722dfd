using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>When a match of a football file begins: "2018-06-14" and "18:00 UTC+3".</summary>
/// <param name="At">The kick-off; midnight if the file has only a date.</param>
/// <param name="HasTime">Whether the file has the time of day.</param>
/// <param name="HasZone">Whether the file names the zone of its time.</param>
internal readonly partial record struct FootballKickOff(DateTimeOffset At, bool HasTime, bool HasZone)
{
    // Far outside these years an offset can't be subtracted from a date, and nobody played.
    private const int FirstYear = 1800;
    private const int LastYear = 2200;
    private static readonly TimeSpan WesternmostOffset = TimeSpan.FromHours(-12);
    private static readonly TimeSpan EasternmostOffset = TimeSpan.FromHours(14);

    /// <summary>Null if only the date is known: midnight would be a time that nobody planned.</summary>
    public DateTimeOffset? StartsAt => HasTime ? At : null;

    /// <summary>
    /// Reads the kick-off. A local time that is there twice, because clocks are set back, is the first of the two.
    /// </summary>
    /// <param name="match">The match.</param>
    /// <param name="timeZone">The zone of a time without one.</param>
    /// <param name="location">The position of the match.</param>
    /// <param name="faults">Gets what is wrong with the date and the time.</param>
    public static FootballKickOff Read(JsonElement match, TimeZoneInfo timeZone, FileLocation location, FaultCollector faults)
    {
        var day = faults.Try(() => Day(match, location));
        var (clock, offset) = faults.Try(() => Clock(match, location));
        if (day == default)
            return default;
        var local = day.ToDateTime(clock ?? TimeOnly.MinValue);
        if (clock is not null && offset is null && timeZone.IsInvalidTime(local))
            faults.Add(FileFault.AtPath(location.Member("time").Path, $"{location.Words}: 'time' {local:HH:mm} doesn't exist on {local:yyyy-MM-dd} in {timeZone.Id}: clocks are put forward then"));
        var at = offset is { } known ? new DateTimeOffset(local, TimeSpan.Zero) - known : LocalTime.InZone(local, timeZone);
        return new FootballKickOff(at, clock is not null, offset is not null);
    }

    private static DateOnly Day(JsonElement match, FileLocation location)
    {
        var date = match.Text("date", location);
        return DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= FirstYear and <= LastYear
            ? day
            : throw new InvalidFileException(location.Member("date"), $"'date' must be a date such as 2018-06-14, not {date}");
    }

    private static (TimeOnly? Clock, TimeSpan? Offset) Clock(JsonElement match, FileLocation location)
    {
        if (match.OptionalText("time", location) is not { } time)
            return default;
        var parts = Format().Match(time);
        var zone = parts.Groups["zone"].Value;
        var offset = zone.Length > 0 ? FootballZone.Offset(zone) : VenueOffset(match);
        if (!TimeOnly.TryParseExact(parts.Groups["time"].Value, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
            || (zone.Length > 0 && offset is null))
            throw new InvalidFileException(location.Member("time"), $"'time' must be a time such as 18:00, 18:00 UTC+3 or 18:00 CET, not {time}");
        if (offset < WesternmostOffset || offset > EasternmostOffset)
            throw new InvalidFileException(location.Member("time"), $"'time' must have an offset between UTC-12 and UTC+14, not {time}");
        return (clock, offset);
    }

    // Older files have the venue's offset in a member of its own. If it is anything else, the match has no zone.
    private static TimeSpan? VenueOffset(JsonElement match) =>
        match.Find("timezone") is { ValueKind: JsonValueKind.String } zone ? FootballZone.Offset(zone.GetString()!.Trim()) : null;

    [GeneratedRegex(@"^(?<time>[0-9]{1,2}:[0-9]{2})(?::00)?(?:\s*(?<zone>[^\s0-9:].*))?\z")]
    private static partial Regex Format();
}
