namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>A match as a record has it, before the file as a whole says how its dates and ids are meant.</summary>
/// <param name="Record">The record.</param>
/// <param name="Id">The text in the column of ids; empty if there is none.</param>
/// <param name="Number">The text in the column of numbers beside the ids; null if there is none.</param>
/// <param name="Division">The division's name.</param>
/// <param name="Court">The court's name.</param>
/// <param name="Team1">The first side: a team, a placeholder, or empty.</param>
/// <param name="Team2">The second side.</param>
/// <param name="Label1">The label of the first side, in a column of its own; null if there is none.</param>
/// <param name="Label2">The label of the second side.</param>
/// <param name="Start">The parts of the start.</param>
/// <param name="End">The end.</param>
/// <param name="Duration">How long it lasts, in place of an end.</param>
/// <param name="Pool">The pool's name; null if there is none.</param>
/// <param name="WorkTeam">The team that helps: a team, a placeholder, or null.</param>
/// <param name="Officials">Those whom it names; empty if it names nobody.</param>
/// <param name="Format">How the match is played; null if it doesn't say.</param>
/// <param name="PartOf">The tie whose rubber the match is, by what stands in the column of ids or numbers; null if it is none.</param>
/// <param name="Rubber">Which rubber it is.</param>
internal sealed record TableLine(
    TableRecord Record, string Id, string? Number, string? Division, string? Court, string Team1, string Team2, string? Label1, string? Label2, MomentText? Start, MomentText? End, TimeSpan? Duration,
    string? Pool, string? WorkTeam, IReadOnlyList<Official> Officials, FormatChoice? Format, string? PartOf, int? Rubber);
