using System.Globalization;

namespace LiveFeed.Infrastructure.Exports;

/// <summary>Times in cells, as spreadsheets and our own reader take them.</summary>
internal static class MomentCell
{
    /// <summary>Whether the local time says all, to the second. Only such a time can be a date of a spreadsheet.</summary>
    public static bool IsPlain(this LocalMoment moment) => moment.Offset is null && moment.Local.Ticks % TimeSpan.TicksPerSecond == 0;

    public static string Text(this LocalMoment moment)
    {
        var time = moment.Local.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : moment.IsPlain() ? "HH:mm:ss" : "HH:mm:ss.fff";
        var text = moment.Local.ToString($"yyyy-MM-dd {time}", CultureInfo.InvariantCulture);
        return moment.Offset is { } offset ? $"{text} {(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}" : text;
    }
}
