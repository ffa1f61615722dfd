namespace LiveFeed.Api.Events.Files;

/// <summary>Something wrong with a schedule's file: at a line, where it is CSV, or at a path, where it is JSON.</summary>
/// <param name="Line">The line, from 1; null where it is no matter of one.</param>
/// <param name="Path">The place, such as matches[3].team1; null where it is no matter of one.</param>
/// <param name="Code">One of the API's codes.</param>
/// <param name="Message">What is wrong there, for people.</param>
internal sealed record FileFault(int? Line, string? Path, string Code, string Message)
{
    /// <summary>The most that is told of one file.</summary>
    public const int Most = 50;

    public static FileFault At(string path, string message) => new(null, path.Length == 0 ? null : path, ErrorCode.InvalidSchedule.Wire(), message);

    public static FileFault AtLine(int line, string message) => new(line, null, ErrorCode.InvalidSchedule.Wire(), message);

    /// <summary>The file has more than a schedule may have; nothing after this is read.</summary>
    public static FileFault TooMany(int? line) =>
        new(line, "matches", ErrorCode.InvalidSchedule.Wire(), $"A schedule has at most {Schedule.MaxMatches} matches.");

    /// <summary>What another part of LiveFeed found wrong, by its fields.</summary>
    public static IReadOnlyList<FileFault> Of(Error error) => error.Fields is { Count: > 0 } fields
        ? [.. fields.Take(Most).Select(field => new FileFault(null, field.Key, error.Code.Wire(), string.Join(' ', field.Value)))]
        : [new FileFault(null, null, error.Code.Wire(), error.Detail)];
}
