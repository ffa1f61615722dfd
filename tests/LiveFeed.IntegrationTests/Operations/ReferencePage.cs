using System.Text.RegularExpressions;

namespace LiveFeed.IntegrationTests.Operations;

/// <summary>The tables of a page of docs/reference: one row for each name, which is in its first cell.</summary>
internal static partial class ReferencePage
{
    /// <summary>Returns the cells of each row that begins with a name, below a heading; of the whole page if there is none.</summary>
    public static IReadOnlyList<string[]> Rows(string page, string? heading = null)
    {
        var text = Repository.Read($"docs/reference/{page}");
        if (heading is not null)
            text = text.Split($"\n## {heading}\n")[1].Split("\n## ")[0];
        return [.. Row().Matches(text).Select(row => row.Value.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
    }

    /// <summary>Returns the name in a first cell, without the labels that follow it.</summary>
    public static string Name(string[] row) => row[0].Trim('`').Split('{')[0];

    [GeneratedRegex("^\\|\\s`.*\\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
