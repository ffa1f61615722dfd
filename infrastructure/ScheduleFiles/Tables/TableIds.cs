using System.Globalization;
using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>
/// The ids of a file's matches. If each has a whole number, those are the ids. Else matches get ids when the file is compared with the stored
/// schedule, and a text such as M12 is the match's number.
/// </summary>
/// <param name="AreOwn">Whether the ids come from the file.</param>
/// <param name="Ids">An id for each match, in their order.</param>
/// <param name="Numbers">What people call each match; null if the id says it, or nobody knows.</param>
internal sealed partial record TableIds(bool AreOwn, IReadOnlyList<int> Ids, IReadOnlyList<string?> Numbers)
{
    /// <param name="lines">All matches of the file.</param>
    /// <param name="heading">The heading of the column of ids; null if there is none.</param>
    /// <param name="wrong">Takes ids that occur twice.</param>
    public static TableIds Create(IReadOnlyList<TableLine> lines, string? heading, Action<FileFault> wrong)
    {
        var seen = new Dictionary<string, int>();
        foreach (var line in lines.Where(line => line.Id.Length > 0))
        {
            if (!seen.TryAdd(Key(line.Id), line.Record.Line))
                wrong(FileFault.AtLine(line.Record.Line, $"Match {line.Id} is also on line {seen[Key(line.Id)]}.", heading));
        }

        var ids = lines.Select(line => Whole(line.Id)).ToList();
        return ids.TrueForAll(id => id is not null)
            ? new TableIds(true, [.. ids.Select(id => id!.Value)], [.. lines.Select(line => line.Number)])
            : new TableIds(false, [.. lines.Select((_, index) => index + 1)], [.. lines.Zip(ids).Select(line => line.First.Number ?? line.Second?.ToString(CultureInfo.InvariantCulture) ?? (line.First.Id.Length == 0 ? null : line.First.Id))]);
    }

    /// <summary>Returns what texts in a column of ids are compared by.</summary>
    public static string Key(string id) => NameKey.Of(Whole(id)?.ToString(CultureInfo.InvariantCulture) ?? id);

    /// <summary>Returns the whole number that a text is; null if it is none. Spreadsheets write 2.0 for 2.</summary>
    public static int? Whole(string text) =>
        WholeNumber().Match(text) is { Success: true } found && int.TryParse(found.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null;

    [GeneratedRegex(@"^([+-]?[0-9]{1,10})(?:[.,]0+)?$")]
    private static partial Regex WholeNumber();
}
