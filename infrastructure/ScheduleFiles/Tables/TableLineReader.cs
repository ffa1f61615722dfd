using System.Globalization;
using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>Reads the fields of one record, and reports all that can't be read with the heading of its column.</summary>
/// <param name="columns">Which column has what.</param>
/// <param name="wrong">Takes what can't be read.</param>
/// <param name="note">Takes what was passed over, and may be meant.</param>
internal sealed partial class TableLineReader(ColumnMapping columns, Action<FileFault> wrong, Action<FileNote> note)
{
    private static readonly (ScheduleField Field, OfficialDuty Duty)[] Duties =
        [(ScheduleField.Referee, OfficialDuty.Referee), (ScheduleField.Scorekeeper, OfficialDuty.Scorekeeper), (ScheduleField.LineJudge, OfficialDuty.LineJudge), (ScheduleField.Helper, OfficialDuty.WorkTeam)];

    private const string Examples = "a date and time such as 25.11.2026 14:30, 11/25/2026 2:30 PM or 2026-11-25T14:30:00+01:00";

    public TableLine Read(TableRecord record)
    {
        if (record.Fields.Skip(columns.Count).FirstOrDefault(field => !string.IsNullOrWhiteSpace(field)) is { } surplus)
            Wrong(record, null, $"There are {record.Fields.Count} fields, but {columns.Count} headings, so \"{FileWords.Short(FileWords.OneLine(surplus))}\" has none. In CSV, put a field in quotation marks if it contains the character between fields.");
        var (id, number) = (Called(record, ScheduleField.Id), Called(record, ScheduleField.Number));
        var (team1, team2) = Teams(record);
        return new TableLine(
            record, id, number.Length > 0 && number != id ? number : null, NameIn(record, ScheduleField.Division), NameIn(record, ScheduleField.Court), team1, team2,
            NameIn(record, ScheduleField.Team1Label), NameIn(record, ScheduleField.Team2Label),
            Start(record), Moment(record, ScheduleField.EndsAt), Duration(record),
            UnlessOpen(NameIn(record, ScheduleField.Pool)), UnlessOpen(NameIn(record, ScheduleField.WorkTeam)), [.. Duties.SelectMany(duty => Officials(record, duty.Field, duty.Duty))],
            Format(record), UnlessOpen(Called(record, ScheduleField.PartOf)) is { Length: > 0 } tie ? tie : null, Rubber(record));
    }

    // Whoever keeps such a column for people writes into it whatever helps them.
    private IEnumerable<Official> Officials(TableRecord record, ScheduleField field, OfficialDuty duty)
    {
        foreach (var name in columns.In(record, field).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(name => UnlessOpen(name) is not null && !TeamText.IsPlaceholder(name)))
        {
            if (DisplayText.IsValid(name, MatchDetails.MaxOfficialName))
                yield return new Official(duty, Name: name);
            else
                note(new FileNote(record.Line, columns.HeadingOf(field), $"A name in {Name(field)} has at most {MatchDetails.MaxOfficialName} characters, so \"{FileWords.Short(name)}\" was passed over. Put semicolons between several names."));
        }
    }

    // What people call a format is more often no format of ours.
    private FormatChoice? Format(TableRecord record)
    {
        var text = columns.In(record, ScheduleField.Format);
        if (text.Length == 0 || UnlessOpen(text) is null)
            return null;
        if (FormatChoice.TryParse(text, out var format))
            return format;
        note(new FileNote(record.Line, columns.HeadingOf(ScheduleField.Format), $"\"{FileWords.Short(text)}\" is no format that GET /api/formats lists, so it was passed over."));
        return null;
    }

    private int? Rubber(TableRecord record)
    {
        var text = columns.In(record, ScheduleField.Rubber);
        if (text.Length == 0 || UnlessOpen(text) is null)
            return null;
        if (TableIds.Whole(text) is { } number)
            return number;
        Wrong(record, ScheduleField.Rubber, $"{Name(ScheduleField.Rubber)} must be a whole number such as 1, not \"{FileWords.Short(text)}\".");
        return null;
    }

    private string Called(TableRecord record, ScheduleField field)
    {
        var text = columns.In(record, field);
        if (text.Length > 0 && !DisplayText.IsValid(text, Schedule.MaxNumber))
            Wrong(record, field, $"{Name(field)} has at most {Schedule.MaxNumber} characters, not \"{FileWords.Short(text)}\".");
        return text;
    }

    private (string Team1, string Team2) Teams(TableRecord record)
    {
        if (!columns.Has(ScheduleField.Teams))
            return (NameIn(record, ScheduleField.Team1) ?? "", NameIn(record, ScheduleField.Team2) ?? "");
        var both = columns.In(record, ScheduleField.Teams);
        if (both.Length == 0)
            return ("", "");
        if (!TeamPair.TrySplit(both, out var team1, out var team2))
        {
            Wrong(record, ScheduleField.Teams, $"{Name(ScheduleField.Teams)} must be two teams such as \"Blue - Red\", not \"{FileWords.Short(both)}\". Write \"Blue vs Red\" if a name has a hyphen between blanks.");
            return ("", "");
        }

        return (Validated(record, ScheduleField.Teams, team1) ?? "", Validated(record, ScheduleField.Teams, team2) ?? "");
    }

    private string? NameIn(TableRecord record, ScheduleField field) => Validated(record, field, columns.In(record, field));

    // A dash stands for nothing yet.
    private static string? UnlessOpen(string? text) => text is "-" or "–" or "?" ? null : text;

    private string? Validated(TableRecord record, ScheduleField field, string name)
    {
        if (name.Length == 0)
            return null;
        if (DisplayText.IsValid(name, Schedule.MaxText))
            return name;
        Wrong(record, field, $"{Name(field)} has 1 to {Schedule.MaxText} characters that can be seen.");
        return null;
    }

    // The start may be in one column, or its date and its time in two.
    private MomentText? Start(TableRecord record)
    {
        var (start, date, time) = (Moment(record, ScheduleField.StartsAt), Moment(record, ScheduleField.Date), Moment(record, ScheduleField.Time));
        // League systems write midnight into the column of times as long as the time isn't fixed.
        var clock = time is { Date: null, Time: { } of } && of == TimeSpan.Zero ? null : time;
        var whole = new MomentText(date?.Date ?? start?.Date ?? time?.Date, clock?.Time ?? start?.Time ?? date?.Time, (clock ?? start ?? date)?.Offset ?? start?.Offset ?? date?.Offset);
        if (whole is { Date: null, Time: not null })
        {
            // A date that can't be read has been reported.
            if (columns.In(record, ScheduleField.Date).Length == 0)
                Wrong(record, columns.Has(ScheduleField.Time) ? ScheduleField.Time : ScheduleField.StartsAt, "The match has a time without a date.");
            return null;
        }

        return whole.Date is null ? null : whole;
    }

    private MomentText? Moment(TableRecord record, ScheduleField field)
    {
        var text = columns.In(record, field);
        // A word such as TBC is no time yet.
        if (text.Length == 0 || UnlessOpen(text) is null || TeamText.IsPlaceholder(text))
            return null;
        if (MomentText.TryParse(text, out var moment))
            return moment;
        Wrong(record, field, $"{Name(field)} must be {(field switch { ScheduleField.Date => "a date such as 25.11.2026, 11/25/2026 or 2026-11-25", ScheduleField.Time => "a time such as 14:30 or 2:30 PM", _ => Examples })}, not \"{FileWords.Short(text)}\".");
        return null;
    }

    private TimeSpan? Duration(TableRecord record)
    {
        var text = columns.In(record, ScheduleField.Duration);
        if (text.Length == 0)
            return null;
        if (Length().Match(text) is { Success: true } found)
        {
            var (hours, minutes) = (Number(found, "hours"), Number(found, "minutes"));
            if (hours < 24 && minutes <= 24 * 60 && hours + minutes > 0)
                return new TimeSpan(hours, minutes, 0);
        }

        Wrong(record, ScheduleField.Duration, $"{Name(ScheduleField.Duration)} must be a number of minutes such as 50, or hours and minutes such as 1:30, not \"{FileWords.Short(text)}\".");
        return null;
    }

    private static int Number(System.Text.RegularExpressions.Match found, string group) =>
        found.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static string Name(ScheduleField field) => FileWords.NameOf(field);

    private void Wrong(TableRecord record, ScheduleField? field, string message) =>
        wrong(FileFault.AtLine(record.Line, message, field is { } known && columns.Has(known) ? columns.HeadingOf(known) : null));

    [GeneratedRegex(@"^(?:(?<hours>[0-9]{1,2})(?::| ?h ?)(?<minutes>[0-9]{2})?(?::00)?|(?<minutes>[0-9]{1,4})) ?(?:m|min|mins|minutes|minuten|minutos|minuti|'|′|h)?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Length();
}
