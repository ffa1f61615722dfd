using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Reads when a match of a football file begins: "2018-06-14" and "18:00 UTC+3".</summary>
internal sealed partial class FootballKickOff(TimeZoneInfo zone)
{
    // Far outside these years an offset can't be subtracted from a date, and nobody played.
    private const int FirstYear = 1800;
    private const int LastYear = 2200;
    private static readonly TimeSpan WesternmostOffset = TimeSpan.FromHours(-12);
    private static readonly TimeSpan EasternmostOffset = TimeSpan.FromHours(14);

    /// <summary>Whether a time without an offset was read.</summary>
    public bool UsedZone { get; private set; }

    /// <summary>
    /// Reads the kick-off. A time without an offset is a local time of the zone, and a missing time is midnight: the file says nothing more.
    /// </summary>
    /// <exception cref="InvalidFileException">The date or the time cannot be read.</exception>
    public DateTimeOffset Read(JsonElement match, FileLocation location)
    {
        var date = match.Text("date", location);
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year is < FirstYear or > LastYear)
            throw new InvalidFileException(location.Member("date"), $"'date' must be a date such as 2018-06-14, not {date}");
        if (match.OptionalText("time", location) is not { } time)
            return StartOf(day);
        if (Format().Match(time) is not { Success: true } parts
            || !TimeOnly.TryParseExact(
                parts.Groups["time"].Value, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            throw new InvalidFileException(location.Member("time"), $"'time' must be a time such as 18:00 or 18:00 UTC+3, not {time}");
        if (Offset(parts) is not { } offset)
            return InZone(day.ToDateTime(clock), location);
        if (offset < WesternmostOffset || offset > EasternmostOffset)
            throw new InvalidFileException(location.Member("time"), $"'time' must have an offset between UTC-12 and UTC+14, not {time}");
        return new DateTimeOffset(day.ToDateTime(clock), TimeSpan.Zero) - offset;
    }

    // In some zones clocks are put forward at midnight.
    private DateTimeOffset StartOf(DateOnly day)
    {
        UsedZone = true;
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return ToUtc(zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight);
    }

    private DateTimeOffset InZone(DateTime local, FileLocation location)
    {
        UsedZone = true;
        return zone.IsInvalidTime(local)
            ? throw new InvalidFileException(location.Member("time"), $"'time' {local:HH:mm} doesn't exist on {local:yyyy-MM-dd} in {zone.Id}: clocks are put forward then")
            : ToUtc(local);
    }

    // A time that is there twice is the first of the two.
    private DateTimeOffset ToUtc(DateTime local) =>
        new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local)).ToUniversalTime();

    private static TimeSpan? Offset(System.Text.RegularExpressions.Match parts)
    {
        if (!parts.Groups["zone"].Success)
            return null;
        if (!parts.Groups["hours"].Success)
            return TimeSpan.Zero;
        var hours = int.Parse(parts.Groups["hours"].Value, CultureInfo.InvariantCulture);
        var minutes = parts.Groups["minutes"].Success ? int.Parse(parts.Groups["minutes"].Value, CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(hours, minutes, 0);
        return parts.Groups["sign"].Value == "-" ? -offset : offset;
    }

    [GeneratedRegex(@"^(?<time>[0-9]{1,2}:[0-9]{2})(?:\s+(?<zone>UTC)(?:(?<sign>[+-])(?<hours>[0-9]{1,2})(?::(?<minutes>[0-5][0-9]))?)?)?\z")]
    private static partial Regex Format();
}
