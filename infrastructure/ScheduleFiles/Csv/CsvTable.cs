using System.Text.RegularExpressions;
using LiveFeed.Infrastructure.ScheduleFiles.Tables;

namespace LiveFeed.Infrastructure.ScheduleFiles.Csv;

/// <summary>Opens a CSV file as a table, whatever separates its fields. Excel writes a line <c>sep=;</c> above it.</summary>
internal static partial class CsvTable
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <param name="text">The file's text.</param>
    /// <param name="wanted">Headings that the caller has named.</param>
    /// <exception cref="InvalidFileException">The file is empty, or can't be split into records as far as the headings.</exception>
    public static ScheduleTable Open(string text, IReadOnlyCollection<string> wanted)
    {
        var (separators, start) = SeparatorLine().Match(text) is { Success: true } named ? ([named.Groups["separator"].Value[0]], named.Length) : (Separators, 0);
        return ScheduleTable.Find(separators.Select(separator => CsvText.Read(text, separator, start)), wanted);
    }

    [GeneratedRegex(@"\A[ \t]*""?sep=(?<separator>[^\r\n""])""?[;,\t|]*(?:\r\n?|\n|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex SeparatorLine();
}
