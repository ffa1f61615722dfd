namespace LiveFeed.Infrastructure.ScheduleFiles.Csv;

/// <summary>One record of a CSV file, with the line on which it begins.</summary>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Fields)
{
    public bool IsBlank => Fields.All(string.IsNullOrWhiteSpace);
}
