using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>Which column has what: as the caller says, and as headings and the first records suggest.</summary>
internal sealed partial class ColumnMapping
{
    private readonly Dictionary<ScheduleField, int> columns = [];
    private readonly HashSet<ScheduleField> absent = [];
    private readonly HashSet<ScheduleField> chosen = [];
    private readonly IReadOnlyList<string> headings;

    private readonly int line;

    private ColumnMapping(TableRecord heading) => (headings, line) = ([.. heading.Fields.Select(Clean)], heading.Line);

    /// <summary>Returns the names of the columns that are read, as a mapping takes them.</summary>
    public IReadOnlyDictionary<ScheduleField, string> Read => columns.Keys.Order().ToDictionary(column => column, column => NameOf(columns[column]));

    /// <summary>Returns the headings of the columns that are not read. A column without a heading is not among them.</summary>
    public IReadOnlyList<string> Ignored => [.. headings.Where((heading, index) => heading.Length > 0 && !columns.ContainsValue(index))];

    /// <summary>Returns how many columns there are, those at the end left out that have no heading and aren't read.</summary>
    public int Count => Math.Max(headings.Count - headings.Reverse().TakeWhile(heading => heading.Length == 0).Count(), columns.Values.Append(-1).Max() + 1);

    /// <summary>Returns all columns, with what they have in these records.</summary>
    public IReadOnlyList<FileColumn> All(IReadOnlyList<TableRecord> records, bool hasHeadings) => [.. headings.Take(Count).Select((heading, index) => new FileColumn(
        NameOf(index),
        [.. records.Select(record => index < record.Fields.Count ? FileWords.Short(Clean(CellText.Restore(record.Fields[index]))) : "")],
        hasHeadings && heading.Length > 0 ? heading : null))];

    // A heading that is there twice names no column.
    private string NameOf(int index) => headings[index] is { Length: > 0 } heading && headings.Count(other => ColumnHeadings.Fold(other) == ColumnHeadings.Fold(heading)) == 1
        ? heading
        : ColumnNumber.Name(index);

    public bool Has(ScheduleField field) => columns.ContainsKey(field);

    /// <summary>Returns the column's heading, or its number if it has none.</summary>
    public string HeadingOf(ScheduleField field) => headings[columns[field]] is { Length: > 0 } heading ? heading : ColumnNumber.Name(columns[field]);

    /// <summary>Returns the zone that a heading names, such as "startsAt (Europe/Berlin)"; null if it names none.</summary>
    public TimeZoneInfo? ZoneOf(ScheduleField field) =>
        Has(field) && HeadingZone().Match(HeadingOf(field)) is { Success: true } found && EventTimeZone.TryFind(found.Groups[1].Value, out var zone) ? zone : null;

    /// <summary>Returns the field of a record, trimmed and with its line breaks as blanks; empty if there is none.</summary>
    public string In(TableRecord record, ScheduleField field) =>
        columns.TryGetValue(field, out var column) && column < record.Fields.Count ? Clean(CellText.Restore(record.Fields[column])) : "";

    /// <param name="table">The table.</param>
    /// <param name="first">The first records after the headings.</param>
    /// <param name="options">What the caller says of the columns.</param>
    /// <param name="wrong">Takes what is wrong with the headings.</param>
    public static ColumnMapping Create(
        ScheduleTable table, IReadOnlyList<TableRecord> first, ScheduleFileOptions options, Action<FileFault> wrong)
    {
        var mapping = new ColumnMapping(table.Heading);
        mapping.absent.UnionWith(options.Absent ?? []);
        foreach (var (field, name) in (options.Mapping ?? new Dictionary<ScheduleField, string>()).OrderBy(pair => pair.Key))
            mapping.AddGiven(field, name, wrong);
        mapping.AddGuesses(first);
        mapping.Validate(table, wrong);
        return mapping;
    }

    private void AddGiven(ScheduleField field, string name, Action<FileFault> wrong)
    {
        var found = headings.Index().Where(column => column.Item == Clean(name)).Select(column => column.Index).ToList();
        if (found.Count == 0)
            found = [.. headings.Index().Where(column => ColumnHeadings.Fold(column.Item) == ColumnHeadings.Fold(name) && ColumnHeadings.Fold(name).Length > 0).Select(column => column.Index)];
        if (found.Count == 0 && ColumnNumber.IndexOf(name) is { } index && index < headings.Count)
            found = [index];
        if (found.Count == 1)
        {
            columns[field] = found[0];
            chosen.Add(field);
        }
        else
        {
            wrong(AtMapping($"The mapping says that {FileWords.NameOf(field)} is the column \"{FileWords.Short(name)}\", but {(found.Count == 0 ? "there is none" : "there are several")}. The headings are {FileWords.List(headings)}."));
        }
    }

    private void AddGuesses(IReadOnlyList<TableRecord> first)
    {
        // A column "Match" has numbers, or both teams.
        var hasTeams = Guess(ScheduleField.Team1) | Guess(ScheduleField.Team2);
        if (!hasTeams && !Has(ScheduleField.Teams))
            Guess(ScheduleField.Teams, column => HasPairs(first, column));
        foreach (var field in Enum.GetValues<ScheduleField>().Where(field => field is not (ScheduleField.Team1 or ScheduleField.Team2 or ScheduleField.Teams)))
            Guess(field, field == ScheduleField.Id ? column => !HasPairs(first, column) : null);
    }

    private bool Guess(ScheduleField field, Func<int, bool>? fits = null)
    {
        if (Has(field))
            return true;
        if (absent.Contains(field))
            return false;
        var best = headings.Index()
            .Where(column => !columns.ContainsValue(column.Index) && fits?.Invoke(column.Index) != false)
            .SelectMany(column => ColumnHeadings.FieldsOf(column.Item).Where(meaning => meaning.Field == field).Select(meaning => (column.Index, meaning.Rank)))
            .OrderBy(column => column.Rank).ThenBy(column => column.Index)
            .Select(column => (int?)column.Index).FirstOrDefault();
        if (best is { } found)
            columns[field] = found;
        return best is not null;
    }

    private static bool HasPairs(IReadOnlyList<TableRecord> records, int column)
    {
        var texts = records.Select(record => column < record.Fields.Count ? Clean(record.Fields[column]) : "").Where(text => text.Length > 0).ToList();
        return texts.Count > 0 && texts.Count(text => TeamPair.TrySplit(text, out _, out _)) * 2 >= texts.Count;
    }

    private void Validate(ScheduleTable table, Action<FileFault> wrong)
    {
        foreach (var (field, column) in columns.Where(column => !chosen.Contains(column.Key)))
        {
            if (headings.Index().Any(other => other.Index != column && ColumnHeadings.Fold(other.Item) == ColumnHeadings.Fold(headings[column]) && other.Item.Length > 0 && !columns.ContainsValue(other.Index)))
                wrong(FileFault.AtLine(line, $"The column {FileWords.Short(headings[column])} is there twice. Give the one that has no {FileWords.NameOf(field)} another heading.", headings[column]));
        }

        var missing = Has(ScheduleField.Teams) ? [] : new[] { ScheduleField.Team1, ScheduleField.Team2 }.Where(field => !Has(field)).ToList();
        if (missing.Count > 0 && table.First is { } record)
        {
            wrong(AtMapping(
                $"No line has headings that are known. The first one has {FileWords.List([.. record.Fields.Select(Clean)])}. If the file has no headings, say by its number which column has what: mapping={{\"team1\":\"{ColumnNumber.Name(0)}\",\"team2\":\"{ColumnNumber.Name(1)}\"}}. If these are headings, give them in place of the numbers."));
            return;
        }

        foreach (var field in missing)
        {
            wrong(AtMapping(
                $"The column {FileWords.NameOf(field)} is missing. The headings are {FileWords.List(headings)}. If one of them means it, say so: mapping={{\"{FileWords.NameOf(field)}\":\"that heading\"}}. The number of the column will do too: \"{ColumnNumber.Name(0)}\"."));
        }
    }

    private FileFault AtMapping(string message) => new(line > 0 ? line : null, "mapping", ErrorCode.InvalidSchedule.ToWireName(), message);

    private static string Clean(string text) => FileWords.OneLine(text);

    [GeneratedRegex(@"\(([A-Za-z0-9_+/-]+)\)$")]
    private static partial Regex HeadingZone();
}
