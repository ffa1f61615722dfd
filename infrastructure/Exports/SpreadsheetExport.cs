using LiveFeed.Infrastructure.ScheduleFiles.Tables;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace LiveFeed.Infrastructure.Exports;

/// <summary>Writes a table as a workbook with one sheet. Times are dates of the spreadsheet, which knows no zones.</summary>
internal static class SpreadsheetExport
{
    // In characters.
    private const int ColumnWidth = 20;

    public static async Task<byte[]> WriteAsync(ExportTable table)
    {
        using var file = new MemoryStream();
        await using (var workbook = await Spreadsheet.CreateNewAsync(file))
        {
            var sheet = new WorksheetOptions { FrozenRows = 1 };
            for (var column = 1; column <= table.Headings.Count; column++)
                sheet.Column(column).Width = ColumnWidth;
            await workbook.StartWorksheetAsync(table.Name, sheet);
            foreach (var row in table.Rows.Prepend([.. table.Headings]))
                await workbook.AddRowAsync([.. row.Select(Cell)]);
            await workbook.FinishAsync();
        }

        return file.ToArray();
    }

    private static DataCell Cell(object? value) => value switch
    {
        null => default,
        LocalMoment moment when moment.IsPlain() => new DataCell(moment.Local),
        LocalMoment moment => new DataCell(moment.Text()),
        int number => new DataCell(number),
        // A text is no formula here. But people save the sheet as CSV, and then it would be one.
        string text => new DataCell(CellText.Protect(text)),
        _ => throw new ArgumentException($"A cell can't be {value.GetType()}.", nameof(value)),
    };
}
