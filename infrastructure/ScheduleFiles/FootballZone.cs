using System.Globalization;
using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Reads the zone of a football file's time: "UTC+3", "UTC-4:30", "+02:00", "CET".</summary>
internal static partial class FootballZone
{
    // Only names that mean one offset everywhere: CST is Chicago's, China's and Cuba's.
    private static readonly Dictionary<string, int> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["WEST"] = 1,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
    };

    /// <summary>Returns the offset, which may be outside of what a zone can have; null if the text is no zone.</summary>
    public static TimeSpan? Offset(string text)
    {
        if (Hours.TryGetValue(text, out var known))
            return TimeSpan.FromHours(known);
        if (Format().Match(text) is not { Success: true } parts)
            return null;
        var minutes = parts.Groups["minutes"] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(int.Parse(parts.Groups["hours"].Value, CultureInfo.InvariantCulture), minutes, 0);
        return parts.Groups["sign"].Value is "-" or "−" ? -offset : offset;
    }

    [GeneratedRegex(@"^(?:UTC|GMT)?\s*(?<sign>[+−±-])(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-5][0-9]))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Format();
}
