namespace LiveFeed.Infrastructure.Exports;

internal sealed class ExportWriter : IExportWriter
{
    public byte[] WriteCsv(ExportTable table) => CsvExport.Write(table);

    public Task<byte[]> WriteSpreadsheetAsync(ExportTable table) => SpreadsheetExport.WriteAsync(table);

    public byte[] WriteCalendar(MatchCalendar calendar) => CalendarExport.Write(calendar);
}
