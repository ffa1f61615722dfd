using System.Text.RegularExpressions;

namespace LiveFeed.Api.Events.Files;

/// <summary>Makes event ids out of what a file calls its event.</summary>
internal static partial class EventKeys
{
    private const int MaxLength = 64;

    public static bool IsValid(string id) => Valid().IsMatch(id);

    /// <summary>"World Cup 2018" becomes "world-cup-2018"; what has no letter or digit of ASCII becomes "event".</summary>
    public static string FromName(string name)
    {
        var slug = Unfit().Replace(name.ToLowerInvariant(), "-").Trim('-');
        return slug.Length == 0 ? "event" : slug[..Math.Min(slug.Length, MaxLength)].TrimEnd('-');
    }

    /// <summary>A key that may be plain base64, turned into the alphabet of URLs; null where it still is no valid id.</summary>
    public static string? FromKey(string key)
    {
        var id = key.Trim().TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return IsValid(id) ? id : null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Valid();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Unfit();
}
