namespace LiveFeed.Domain.Sessions;

/// <summary>
/// Describes a device by the header User-Agent, such as "Firefox on Windows". It is enough to recognize a session by, and all of that
/// header that is stored.
/// </summary>
public static class DeviceText
{
    public const int MaxLength = 40;

    // In this order: nearly every browser names those that it wants to be taken for, too.
    private static readonly (string Part, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Part, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>Returns the description; null if the header is empty or says nothing that could be shown.</summary>
    public static string? From(string userAgent)
    {
        var (browser, system) = (Find(Browsers, userAgent), Find(Systems, userAgent));
        if (browser is not null)
            return system is null ? browser : $"{browser} on {system}";
        // A program says its name first, such as "curl/8.5.0".
        var program = DisplayText.Clean(userAgent).Split(' ')[0];
        return program.Length == 0 ? null : ShortText.Of(program, MaxLength);
    }

    private static string? Find((string Part, string Name)[] known, string userAgent) =>
        Array.Find(known, one => userAgent.Contains(one.Part, StringComparison.Ordinal)).Name;
}
