using System.Text;
using ExcelDataReader;
using LiveFeed.Infrastructure.ScheduleFiles.Tables;

namespace LiveFeed.Infrastructure.ScheduleFiles.Spreadsheets;

/// <summary>
/// Opens a workbook of Excel (.xlsx, or .xls of before 2007) as a table: the first sheet that has rows. What a workbook can make the server hold is
/// bounded: <see cref="WorkbookGuard"/> limits its size, and here are the limits of what is kept of it.
/// </summary>
internal static class SpreadsheetTable
{
    // Each one is searched for rows, and a workbook can name the same large sheet often.
    private const int MaxSheets = 10;

    // People format whole columns, so a sheet may have more columns than fields.
    private const int MaxColumns = 1_024;
    private const int MaxCell = 1_000;

    // One more than a schedule may have, so that the reader of the table can say so.
    private const int MaxRows = ScheduleTable.MaxTitleRows + Schedule.MaxMatches + 2;

    static SpreadsheetTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static bool IsSpreadsheet(ReadOnlySpan<byte> content) => WorkbookGuard.IsPackage(content) || WorkbookGuard.IsCompound(content);

    /// <param name="content">The whole file.</param>
    /// <param name="wanted">Headings that the caller has named.</param>
    /// <param name="notes">Gets which sheet was read, if there are several.</param>
    /// <exception cref="InvalidFileException">It is no workbook, or a damaged or protected one, or one that is too large, or it has no rows.</exception>
    public static ScheduleTable Open(ReadOnlyMemory<byte> content, IReadOnlyCollection<string> wanted, List<FileNote> notes)
    {
        WorkbookGuard.Validate(content);
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(WorkbookGuard.AsStream(content));
            return ScheduleTable.Find([FirstSheet(reader, notes)], wanted);
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException locked)
        {
            throw new InvalidFileException(WorkbookGuard.Locked, locked);
        }
        // Damage shows in the reader as an exception of any kind.
        catch (Exception damaged) when (damaged is not (InvalidFileException or OutOfMemoryException))
        {
            throw new InvalidFileException("This is no workbook of Excel, or it is damaged. Open it in a spreadsheet program, save it as .xlsx or as CSV (UTF-8), and choose that.", damaged);
        }
    }

    private static List<TableRecord> FirstSheet(IExcelDataReader reader, List<FileNote> notes)
    {
        for (var sheet = 0; sheet < MaxSheets; sheet++)
        {
            if (ReadRows(reader) is { Count: > 0 } rows)
            {
                if (reader.ResultsCount > 1)
                    notes.Add(new FileNote(null, null, $"The file has {reader.ResultsCount} sheets. \"{FileWords.Short(FileWords.OneLine(reader.Name))}\" was read, the first one with rows."));
                return rows;
            }

            if (!reader.NextResult())
                break;
        }

        throw new InvalidFileException("The file is empty: no sheet has rows.");
    }

    private static List<TableRecord> ReadRows(IExcelDataReader reader)
    {
        if (reader.FieldCount > MaxColumns)
            throw new InvalidFileException($"The sheet has {reader.FieldCount} columns. At most {MaxColumns} are looked at: delete those that are empty.");
        var rows = new List<TableRecord>();
        for (var line = 1; rows.Count < MaxRows && reader.Read(); line++)
        {
            var fields = Fields(reader, line);
            if (fields.Count > ScheduleTable.MaxFields)
                throw new InvalidFileException([FileFault.AtLine(line, $"A line has at most {ScheduleTable.MaxFields} fields.")]);
            if (fields.Count > 0)
                rows.Add(new TableRecord(line, fields));
        }

        return rows;
    }

    // Without the empty ones at the end.
    private static List<string> Fields(IExcelDataReader reader, int line)
    {
        var fields = new List<string>();
        for (var column = 0; column < reader.FieldCount; column++)
        {
            var text = CellValue.Text(reader.GetValue(column));
            if (text.Length > MaxCell)
                throw new InvalidFileException([FileFault.AtLine(line, $"A cell has at most {MaxCell} characters.")]);
            if (string.IsNullOrWhiteSpace(text))
                continue;
            while (fields.Count < column)
                fields.Add("");
            fields.Add(text);
        }

        return fields;
    }
}
