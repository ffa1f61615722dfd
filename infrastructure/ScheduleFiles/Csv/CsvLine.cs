namespace LiveFeed.Infrastructure.ScheduleFiles.Csv;

/// <summary>A match as a record has it, before the file as a whole says how its dates and ids are meant.</summary>
/// <param name="Record">The record.</param>
/// <param name="Id">The text in the column of ids; empty if there is none.</param>
/// <param name="Division">The division's name.</param>
/// <param name="Court">The court's name.</param>
/// <param name="Team1">The first side: a team, a placeholder, or empty.</param>
/// <param name="Team2">The second side.</param>
/// <param name="Start">The parts of the start.</param>
/// <param name="End">The end.</param>
/// <param name="Duration">How long it lasts, in place of an end.</param>
internal sealed record CsvLine(
    CsvRecord Record, string Id, string? Division, string? Court, string Team1, string Team2, MomentText? Start, MomentText? End, TimeSpan? Duration);
