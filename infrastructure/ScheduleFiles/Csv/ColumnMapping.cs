namespace LiveFeed.Infrastructure.ScheduleFiles.Csv;

/// <summary>Which column has what: as the caller says, and as headings and the first records suggest.</summary>
internal sealed class ColumnMapping
{
    private readonly Dictionary<ScheduleField, int> columns = [];
    private readonly IReadOnlyList<string> headings;

    private ColumnMapping(CsvRecord heading) => headings = [.. heading.Fields.Select(Clean)];

    /// <summary>Returns the headings of the columns that are read.</summary>
    public IReadOnlyDictionary<ScheduleField, string> Read => columns.OrderBy(column => column.Key).ToDictionary(column => column.Key, column => headings[column.Value]);

    /// <summary>Returns the headings of the columns that are not read. A column without a heading is not among them.</summary>
    public IReadOnlyList<string> Ignored => [.. headings.Where((heading, index) => heading.Length > 0 && !columns.ContainsValue(index))];

    /// <summary>Returns how many columns there are, those without a heading at the end left out.</summary>
    public int Count => headings.Count - headings.Reverse().TakeWhile(heading => heading.Length == 0).Count();

    public bool Has(ScheduleField field) => columns.ContainsKey(field);

    public string HeadingOf(ScheduleField field) => headings[columns[field]];

    /// <summary>Returns the field of a record, trimmed and with its line breaks as blanks; empty if there is none.</summary>
    public string In(CsvRecord record, ScheduleField field) =>
        columns.TryGetValue(field, out var column) && column < record.Fields.Count ? Clean(record.Fields[column]) : "";

    /// <param name="heading">The record with the headings.</param>
    /// <param name="first">The first records after it.</param>
    /// <param name="given">The headings that the caller names.</param>
    /// <param name="wrong">Takes what is wrong with the headings.</param>
    public static ColumnMapping Create(
        CsvRecord heading, IReadOnlyList<CsvRecord> first, IReadOnlyDictionary<ScheduleField, string> given, Action<FileFault> wrong)
    {
        var mapping = new ColumnMapping(heading);
        foreach (var (field, name) in given.OrderBy(pair => pair.Key))
            mapping.AddGiven(heading, field, name, wrong);
        mapping.AddGuesses(first);
        mapping.Validate(heading, wrong);
        return mapping;
    }

    private void AddGiven(CsvRecord heading, ScheduleField field, string name, Action<FileFault> wrong)
    {
        var found = headings.Index().Where(column => column.Item == Clean(name)).Select(column => column.Index).ToList();
        if (found.Count == 0)
            found = [.. headings.Index().Where(column => ColumnHeadings.Fold(column.Item) == ColumnHeadings.Fold(name) && ColumnHeadings.Fold(name).Length > 0).Select(column => column.Index)];
        if (found.Count == 1)
            columns[field] = found[0];
        else
            wrong(new FileFault(heading.Line, "mapping", ErrorCode.InvalidSchedule.ToWireName(), $"The mapping says that {CsvWords.NameOf(field)} is the column \"{CsvWords.Short(name)}\", but {(found.Count == 0 ? "there is none" : "there are several")}. The headings are {CsvWords.List(headings)}."));
    }

    private void AddGuesses(IReadOnlyList<CsvRecord> first)
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
        var best = headings.Index()
            .Where(column => !columns.ContainsValue(column.Index) && fits?.Invoke(column.Index) != false)
            .SelectMany(column => ColumnHeadings.FieldsOf(column.Item).Where(meaning => meaning.Field == field).Select(meaning => (column.Index, meaning.Rank)))
            .OrderBy(column => column.Rank).ThenBy(column => column.Index)
            .Select(column => (int?)column.Index).FirstOrDefault();
        if (best is { } found)
            columns[field] = found;
        return best is not null;
    }

    private static bool HasPairs(IReadOnlyList<CsvRecord> records, int column)
    {
        var texts = records.Select(record => column < record.Fields.Count ? Clean(record.Fields[column]) : "").Where(text => text.Length > 0).ToList();
        return texts.Count > 0 && texts.Count(text => TeamPair.TrySplit(text, out _, out _)) * 2 >= texts.Count;
    }

    private void Validate(CsvRecord heading, Action<FileFault> wrong)
    {
        foreach (var (field, column) in columns)
        {
            if (headings.Index().Any(other => other.Index != column && ColumnHeadings.Fold(other.Item) == ColumnHeadings.Fold(headings[column]) && other.Item.Length > 0 && !columns.ContainsValue(other.Index)))
                wrong(FileFault.AtLine(heading.Line, $"The column {CsvWords.Short(headings[column])} is there twice. Give the one that has no {CsvWords.NameOf(field)} another heading.", headings[column]));
        }

        if (Has(ScheduleField.Teams))
            return;
        foreach (var field in new[] { ScheduleField.Team1, ScheduleField.Team2 }.Where(field => !Has(field)))
        {
            wrong(new FileFault(heading.Line, "mapping", ErrorCode.InvalidSchedule.ToWireName(),
                $"The column {CsvWords.NameOf(field)} is missing. The headings are {CsvWords.List(headings)}. If one of them means it, say so: mapping={{\"{CsvWords.NameOf(field)}\":\"that heading\"}}."));
        }
    }

    private static string Clean(string text) => CsvWords.OneLine(text);
}
