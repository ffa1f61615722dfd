namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>
/// A table with matches, whatever file it comes from. People put titles above the headings, and some tables have no headings at all.
/// </summary>
/// <param name="Heading">The record with the headings; if the table has none, "column 1", "column 2" and so on.</param>
/// <param name="Records">The records after it, read on demand.</param>
internal sealed record ScheduleTable(TableRecord Heading, IEnumerable<TableRecord> Records)
{
    /// <summary>How many fields a record may have: far more than there are columns, and few enough that a file of separators costs nothing.</summary>
    public const int MaxFields = 64;

    /// <summary>How far down the headings are looked for.</summary>
    public const int MaxTitleRows = 30;

    /// <summary>Whether the table has headings of its own.</summary>
    public bool HasHeadings => Heading.Line > 0;

    /// <summary>The first record, if no heading in the file is known; else null.</summary>
    public TableRecord? First => HasHeadings ? null : Records.FirstOrDefault();

    /// <summary>Finds the headings, and so the way to split the file into records that makes sense.</summary>
    /// <param name="ways">The records of the file, for each way in which it can be split.</param>
    /// <param name="wanted">Headings that the caller has named.</param>
    /// <exception cref="InvalidFileException">There are no records, or none can be read as far as the headings.</exception>
    public static ScheduleTable Find(IEnumerable<IEnumerable<TableRecord>> ways, IReadOnlyCollection<string> wanted)
    {
        var folded = wanted.Select(ColumnHeadings.Fold).ToHashSet();
        var isByNumber = wanted.Count > 0 && wanted.All(name => ColumnNumber.IndexOf(name) is not null);
        (TableRecord Heading, IEnumerable<TableRecord> Way, int Points, bool IsHeading)? best = null;
        InvalidFileException? broken = null;
        foreach (var way in ways)
        {
            try
            {
                foreach (var record in way.Where(record => !record.IsBlank).Take(MaxTitleRows))
                {
                    var (points, isHeading) = Rate(record, folded, isByNumber);
                    if (best is null || points > best.Value.Points)
                        best = (record, way, points, isHeading);
                }
            }
            catch (InvalidFileException invalid)
            {
                broken ??= invalid;
            }
        }

        if (best is not { } found)
            throw broken ?? new InvalidFileException([FileFault.AtLine(1, "The file is empty.")]);
        return found.IsHeading
            ? new ScheduleTable(found.Heading, found.Way.Where(record => record.Line > found.Heading.Line && !record.IsBlank))
            : new ScheduleTable(ColumnNumber.Headings(found.Heading.Fields.Count), found.Way.Where(record => !record.IsBlank));
    }

    // A heading that names a team says most: no title has it. Of two separators that split a title equally badly, more fields are better.
    // One known word alone may be a field of the first match, such as "Final" or "Pool". But headings have no numbers.
    private static (int Points, bool IsHeading) Rate(TableRecord record, HashSet<string> wanted, bool isByNumber)
    {
        var fields = new HashSet<ScheduleField>();
        var named = 0;
        foreach (var heading in record.Fields)
        {
            if (wanted.Contains(ColumnHeadings.Fold(heading)))
                named++;
            // Each heading of pools may be one of divisions.
            fields.UnionWith(ColumnHeadings.FieldsOf(heading).Select(field => field.Field).Where(field => field != ScheduleField.Pool));
        }

        var points = (1000 * named) + (100 * fields.Count) + (fields.Contains(ScheduleField.Team1) && fields.Contains(ScheduleField.Team2) ? 1000 : 0)
            + record.Fields.Count(field => !string.IsNullOrWhiteSpace(field));
        var isOneWord = fields.Count == 1 && !isByNumber && !record.Fields.Any(field => field.AsSpan().TrimStart() is [>= '0' and <= '9', ..]);
        return (points, named > 0 || fields.Count > 1 || fields.Contains(ScheduleField.Teams) || isOneWord);
    }
}
