namespace LiveFeed.Domain.Notifications;

/// <summary>Whom a text names: <c>@Paul Player</c>, the name as the person chose it, whatever its capitals.</summary>
public static class Mentions
{
    public const char Sign = '@';

    /// <summary>Returns whether a text names a person.</summary>
    public static bool Names(string text, string name)
    {
        for (var at = text.IndexOf(Sign, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Sign, at + 1))
        {
            var rest = text.AsSpan(at + 1);
            // Not Paula.
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length])))
                return true;
        }

        return false;
    }
}
