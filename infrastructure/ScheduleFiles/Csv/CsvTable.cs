using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles.Csv;

/// <summary>
/// The parts of a CSV file: how its fields are separated, and which record has the headings. People put titles above them, and Excel a line
/// <c>sep=;</c>.
/// </summary>
/// <param name="Heading">The record with the headings.</param>
/// <param name="Records">The records after it, read on demand.</param>
internal sealed partial record CsvTable(CsvRecord Heading, IEnumerable<CsvRecord> Records)
{
    /// <summary>How far down the headings are looked for.</summary>
    private const int MaxTitleRows = 30;

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <param name="text">The file's text.</param>
    /// <param name="wanted">Headings that the caller has named.</param>
    /// <exception cref="InvalidFileException">The file is empty, or can't be split into records as far as the headings.</exception>
    public static CsvTable Open(string text, IReadOnlyCollection<string> wanted)
    {
        var (separators, start) = SeparatorLine().Match(text) is { Success: true } named ? ([named.Groups["separator"].Value[0]], named.Length) : (Separators, 0);
        var folded = wanted.Select(ColumnHeadings.Fold).ToHashSet();
        (CsvRecord Heading, char Separator, int Points)? best = null;
        InvalidFileException? broken = null;
        foreach (var separator in separators)
        {
            try
            {
                foreach (var record in CsvText.Read(text, separator, start).Where(record => !record.IsBlank).Take(MaxTitleRows))
                {
                    var points = Points(record, folded);
                    if (best is null || points > best.Value.Points)
                        best = (record, separator, points);
                }
            }
            catch (InvalidFileException invalid)
            {
                broken ??= invalid;
            }
        }

        if (best is not { } found)
            throw broken ?? new InvalidFileException([FileFault.AtLine(1, "The file is empty.")]);
        return new CsvTable(found.Heading, CsvText.Read(text, found.Separator, start).Where(record => record.Line > found.Heading.Line && !record.IsBlank));
    }

    // A heading that names a team says most: no title has it. Of two separators that split a title equally badly, more fields are better.
    private static int Points(CsvRecord record, HashSet<string> wanted)
    {
        var fields = new HashSet<ScheduleField>();
        var named = 0;
        foreach (var heading in record.Fields)
        {
            if (wanted.Contains(ColumnHeadings.Fold(heading)))
                named++;
            fields.UnionWith(ColumnHeadings.FieldsOf(heading).Select(field => field.Field));
        }

        return (1000 * named) + (100 * fields.Count) + (fields.Contains(ScheduleField.Team1) && fields.Contains(ScheduleField.Team2) ? 1000 : 0)
            + record.Fields.Count(field => !string.IsNullOrWhiteSpace(field));
    }

    [GeneratedRegex(@"\A[ \t]*""?sep=(?<separator>[^\r\n""])""?[;,\t|]*(?:\r\n?|\n|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex SeparatorLine();
}
