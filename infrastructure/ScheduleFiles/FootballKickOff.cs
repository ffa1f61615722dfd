using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Reads when a match of a football file begins: "2018-06-14" and "18:00 UTC+3".</summary>
internal static partial class FootballKickOff
{
    // Far outside these years an offset can't be subtracted from a date, and nobody played.
    private const int FirstYear = 1800;
    private const int LastYear = 2200;
    private static readonly TimeSpan WesternmostOffset = TimeSpan.FromHours(-12);
    private static readonly TimeSpan EasternmostOffset = TimeSpan.FromHours(14);

    /// <summary>
    /// Reads the kick-off. A time without an offset is taken as UTC, and a missing time as midnight: the file says nothing more.
    /// </summary>
    /// <exception cref="InvalidFileException">The date or the time cannot be read.</exception>
    public static DateTimeOffset Read(JsonElement match, FileLocation location)
    {
        var date = match.Text("date", location);
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year is < FirstYear or > LastYear)
            throw new InvalidFileException(location.Member("date"), $"'date' must be a date such as 2018-06-14, not {date}");
        var time = match.OptionalText("time", location) ?? "00:00";
        if (Format().Match(time) is not { Success: true } parts
            || !TimeOnly.TryParseExact(
                parts.Groups["time"].Value, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            throw new InvalidFileException(location.Member("time"), $"'time' must be a time such as 18:00 or 18:00 UTC+3, not {time}");
        var offset = Offset(parts);
        if (offset < WesternmostOffset || offset > EasternmostOffset)
            throw new InvalidFileException(location.Member("time"), $"'time' must have an offset between UTC-12 and UTC+14, not {time}");
        return new DateTimeOffset(day.ToDateTime(clock), TimeSpan.Zero) - offset;
    }

    private static TimeSpan Offset(System.Text.RegularExpressions.Match parts)
    {
        if (!parts.Groups["hours"].Success)
            return TimeSpan.Zero;
        var hours = int.Parse(parts.Groups["hours"].Value, CultureInfo.InvariantCulture);
        var minutes = parts.Groups["minutes"].Success ? int.Parse(parts.Groups["minutes"].Value, CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(hours, minutes, 0);
        return parts.Groups["sign"].Value == "-" ? -offset : offset;
    }

    [GeneratedRegex(@"^(?<time>[0-9]{1,2}:[0-9]{2})(?:\s+UTC(?:(?<sign>[+-])(?<hours>[0-9]{1,2})(?::(?<minutes>[0-5][0-9]))?)?)?\z")]
    private static partial Regex Format();
}
