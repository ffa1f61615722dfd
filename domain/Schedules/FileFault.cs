namespace LiveFeed.Domain.Schedules;

/// <summary>Something wrong with a schedule's file: at a line if it is CSV, or at a path if it is JSON.</summary>
/// <param name="Line">The line, from 1; null if the fault has no line.</param>
/// <param name="Path">The position, such as matches[3].team1, or the preview's parameter that answers it; null if the fault has no path.</param>
/// <param name="Code">One of the API's codes.</param>
/// <param name="Message">What is wrong there, for people.</param>
/// <param name="Column">The heading of the column, if the fault is in one field of a CSV file.</param>
public sealed record FileFault(int? Line, string? Path, string Code, string Message, string? Column = null)
{
    /// <summary>The maximum number of faults reported for one file.</summary>
    public const int MaxFaults = 50;

    public static FileFault AtPath(string path, string message) => new(null, path.Length == 0 ? null : path, ErrorCode.InvalidSchedule.ToWireName(), message);

    public static FileFault AtLine(int line, string message, string? column = null) => new(line, null, ErrorCode.InvalidSchedule.ToWireName(), message, column);

    /// <summary>Creates the fault of a file with more matches than a schedule may have. Nothing after this is read.</summary>
    public static FileFault TooManyMatches(int? line) =>
        new(line, "matches", ErrorCode.InvalidSchedule.ToWireName(), $"A schedule has at most {Schedule.MaxMatches} matches.");

    /// <summary>Converts an error that another part of LiveFeed found, with one fault for each field.</summary>
    public static IReadOnlyList<FileFault> FromError(Error error) => error.Fields is { Count: > 0 } fields
        ? [.. fields.Take(MaxFaults).Select(field => new FileFault(null, field.Key, error.Code.ToWireName(), string.Join(' ', field.Value)))]
        : [new FileFault(null, null, error.Code.ToWireName(), error.Detail)];
}
