using System.Globalization;
using System.Text.RegularExpressions;

namespace LiveFeed.Benchmarks.Faults;

/// <summary>The messages of a run: text that has a number, wherever the servers put it.</summary>
internal static partial class Message
{
    public static string Write(long number) => $"fault-{number}";

    /// <summary>Finds the number in what a reader got. Returns false if it is something else, such as a snapshot without any message.</summary>
    public static bool TryRead(string text, out long number)
    {
        var match = Pattern().Match(text);
        number = match.Success ? long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        return match.Success;
    }

    [GeneratedRegex("fault-([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
