using System.Text;
using LiveFeed.Infrastructure.ScheduleFiles.Tables;

namespace LiveFeed.Infrastructure.ScheduleFiles.Csv;

/// <summary>
/// Splits CSV (RFC 4180) into records. A library would not serve better: each record needs the line on which it begins, and files of
/// anybody need the limit of fields.
/// </summary>
internal static class CsvText
{
    /// <param name="text">The whole file.</param>
    /// <param name="separator">What separates fields.</param>
    /// <param name="start">Where the records begin, after a line that names the separator.</param>
    /// <exception cref="InvalidFileException">
    /// A line has too many fields, a quoted field doesn't end, or a field goes on after its closing quotation mark.
    /// </exception>
    public static IEnumerable<TableRecord> Read(string text, char separator, int start)
    {
        var (at, line) = (start, start == 0 ? 1 : 2);
        while (at < text.Length)
        {
            var (first, fields) = (line, new List<string>());
            do
            {
                if (fields.Count == ScheduleTable.MaxFields)
                    throw Wrong(first, $"A line has at most {ScheduleTable.MaxFields} fields.");
                fields.Add(text.AsSpan(at).StartsWith("\"") ? Quoted(text, ref at, ref line) : Plain(text, ref at, separator));
            }
            while (SkipSeparator(text, ref at, separator, line));
            if (at < text.Length)
                at += text.AsSpan(at).StartsWith("\r\n") ? 2 : 1;
            line++;
            yield return new TableRecord(first, fields);
        }
    }

    private static string Plain(string text, ref int at, char separator)
    {
        var length = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
        var field = length < 0 ? text[at..] : text.Substring(at, length);
        at += field.Length;
        return field;
    }

    private static string Quoted(string text, ref int at, ref int line)
    {
        var (field, start) = (new StringBuilder(), line);
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at++;
                if (at == text.Length || text[at] != '"')
                    return field.ToString();
            }

            if (text[at] == '\n')
                line++;
            field.Append(text[at]);
        }

        throw Wrong(start, "A field that begins with a quotation mark doesn't end with one.");
    }

    /// <summary>Returns whether another field follows, and skips the separator.</summary>
    private static bool SkipSeparator(string text, ref int at, char separator, int line)
    {
        if (at == text.Length || text[at] is '\r' or '\n')
            return false;
        if (text[at] != separator)
            throw Wrong(line, "A field goes on after its closing quotation mark. Write a quotation mark in a field twice.");
        at++;
        return true;
    }

    private static InvalidFileException Wrong(int line, string message) => new([FileFault.AtLine(line, message)]);
}
