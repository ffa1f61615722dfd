using System.Globalization;
using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>Names a column by its number: "column 4". A column without a heading has no other name.</summary>
internal static partial class ColumnNumber
{
    public static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"column {index + 1}");

    /// <summary>Returns headings for a table that has none. They stand on no line.</summary>
    public static TableRecord Headings(int count) => new(0, [.. Enumerable.Range(0, count).Select(Name)]);

    /// <summary>Returns the position of the column that a name such as "column 4" means, from 0; null if it means none.</summary>
    public static int? IndexOf(string name) =>
        Format().Match(name) is { Success: true } found ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1 : null;

    [GeneratedRegex(@"^\s*column\s*([1-9][0-9]{0,3})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Format();
}
