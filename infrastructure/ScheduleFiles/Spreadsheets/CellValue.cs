using System.Globalization;

namespace LiveFeed.Infrastructure.ScheduleFiles.Spreadsheets;

/// <summary>Values of cells as the texts that a CSV file would have, so that both are read alike.</summary>
internal static class CellValue
{
    private const double LargestExact = 1e15;

    /// <summary>Returns the text; empty for a cell without a value.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime moment => Moment(ToSecond(moment)),
        TimeSpan time => time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < LargestExact => number.ToString("0.############", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // Excel stores a time of day as a part of day 0, and a date as midnight.
    private static string Moment(DateTime moment) => moment switch
    {
        { Year: < 1900 } => moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        { TimeOfDay.Ticks: 0 } => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
    };

    // Binary fractions of a day are never exact.
    private static DateTime ToSecond(DateTime moment)
    {
        var ticks = moment.Ticks + (TimeSpan.TicksPerSecond / 2);
        return new DateTime(ticks - (ticks % TimeSpan.TicksPerSecond));
    }
}
