namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>One record of a table, with the line on which it begins: in a spreadsheet, its row.</summary>
internal sealed record TableRecord(int Line, IReadOnlyList<string> Fields)
{
    public bool IsBlank => Fields.All(string.IsNullOrWhiteSpace);
}
