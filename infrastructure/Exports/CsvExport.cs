using System.Globalization;
using System.Text;
using LiveFeed.Infrastructure.ScheduleFiles.Tables;

namespace LiveFeed.Infrastructure.Exports;

/// <summary>Writes a table as CSV (RFC 4180).</summary>
internal static class CsvExport
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("\",;\t\r\n'");

    public static byte[] Write(ExportTable table)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in table.Rows.Prepend([.. table.Headings]))
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        LocalMoment moment => moment.Text(),
        string text => Quoted(CellText.Protect(text)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell can't be {value.GetType()}.", nameof(value)),
    };

    private static string Quoted(string text) => text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
