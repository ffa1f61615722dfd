namespace LiveFeed.Domain.Brackets;

/// <summary>Recognizes a side on which nobody plays.</summary>
internal static class ByeLabel
{
    public const string Text = "Bye";

    private static readonly HashSet<string> Words = new(["bye", "freilos", "exempt", "exento", "riposo", "libre"], StringComparer.OrdinalIgnoreCase);

    public static bool Is(int? teamId, SideSource? from, string? label) => teamId is null && from is null && label is not null && Words.Contains(label.Trim());
}
