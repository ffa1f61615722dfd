namespace LiveFeed.Domain.Exports;

/// <summary>Writes files for other programs.</summary>
public interface IExportWriter
{
    /// <summary>Returns a table as CSV in UTF-8, with a byte order mark, because Excel takes it for Windows-1252 without.</summary>
    byte[] WriteCsv(ExportTable table);

    /// <summary>Returns a table as a workbook of Excel (.xlsx).</summary>
    Task<byte[]> WriteSpreadsheetAsync(ExportTable table);

    /// <summary>Returns a calendar as iCalendar (RFC 5545).</summary>
    byte[] WriteCalendar(MatchCalendar calendar);
}
