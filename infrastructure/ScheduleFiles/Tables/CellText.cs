namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>
/// Texts that a spreadsheet would take for a formula ("=HYPERLINK(...)"), if people open a table of ours in it. Such a text gets an apostrophe
/// before it, as spreadsheets themselves mark texts (OWASP, CSV injection). A reader takes it away again.
/// </summary>
internal static class CellText
{
    /// <summary>Returns the text as it may stand in a cell.</summary>
    public static string Protect(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>Returns the text as it was before it was protected.</summary>
    public static string Restore(string text) => text.StartsWith('\'') && IsFormula(text) ? text[1..] : text;

    // A text that has the apostrophe already gets another one, so that each is taken away as often as it was added.
    private static bool IsFormula(string text) => text.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..];
}
