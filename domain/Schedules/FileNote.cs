namespace LiveFeed.Domain.Schedules;

/// <summary>Something in a schedule's file that is no error, but may not be meant as it was read.</summary>
/// <param name="Line">The line, from 1; null if it is about the file as a whole.</param>
/// <param name="Column">The heading of the column; null if it is about no single one.</param>
/// <param name="Message">What was read, for people.</param>
public sealed record FileNote(int? Line, string? Column, string Message);
