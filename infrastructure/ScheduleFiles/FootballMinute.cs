using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>The minute of a goal: 90 and 3 for "90+3".</summary>
/// <param name="Minute">The minute of play, 0 to 120.</param>
/// <param name="Stoppage">The minutes of stoppage time after it.</param>
internal readonly partial record struct FootballMinute(int Minute, int Stoppage)
{
    private const int LastMinute = 120;
    private const int LongestStoppage = 60;

    /// <summary>
    /// Reads a number or a text (9, "90+2", "45'"), with the stoppage time in <c>offset</c> if it is not in the text. A minute after the 120th
    /// is stoppage time.
    /// </summary>
    /// <exception cref="InvalidFileException">There is no such minute.</exception>
    public static FootballMinute Read(JsonElement goal, FileLocation location)
    {
        var (minute, stoppage) = goal.Find("minute") switch
        {
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var whole) => (whole, 0),
            { ValueKind: JsonValueKind.String } text when Format().Match(text.GetString()!.Trim()) is { Success: true } parts =>
                (Number(parts, "minute"), Number(parts, "stoppage")),
            _ => throw new InvalidFileException(location.Member("minute"), "'minute' must be a whole number, or a text such as \"90+2\""),
        };
        stoppage += goal.OptionalCount("offset", location) ?? 0;
        var read = minute > LastMinute ? new FootballMinute(LastMinute, minute - LastMinute + stoppage) : new FootballMinute(minute, stoppage);
        return read is { Minute: >= 0, Stoppage: <= LongestStoppage }
            ? read
            : throw new InvalidFileException(location.Member("minute"), $"minute {minute}+{stoppage} cannot be");
    }

    private static int Number(System.Text.RegularExpressions.Match parts, string group) =>
        parts.Groups[group] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<minute>[0-9]{1,3})['’′]?(?:\s*\+\s*(?<stoppage>[0-9]{1,2})['’′]?)?\z")]
    private static partial Regex Format();
}
