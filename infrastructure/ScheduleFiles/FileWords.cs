using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Texts of a file as messages quote them.</summary>
internal static partial class FileWords
{
    private const int MaxQuoted = 40;
    private const int MaxListed = 12;

    /// <summary>Returns the word that the API has for a field.</summary>
    public static string NameOf(ScheduleField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    /// <summary>Shortens a text from the file, so that what a message quotes is not as long as a message of its own.</summary>
    public static string Short(string text) => text.Length <= MaxQuoted ? text : ShortText.Of(text, MaxQuoted) + "…";

    public static string List(IReadOnlyList<string> texts)
    {
        var named = texts.Where(text => text.Length > 0).ToList();
        return string.Join(", ", named.Take(MaxListed).Select(text => $"\"{Short(text)}\"")) + (named.Count > MaxListed ? ", …" : "");
    }

    /// <summary>Trims the text; line breaks and other blanks in it become single blanks.</summary>
    public static string OneLine(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
