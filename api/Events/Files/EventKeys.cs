using System.Text.RegularExpressions;

namespace LiveFeed.Api.Events.Files;

/// <summary>Creates event ids from a file's name or key of its event.</summary>
internal static partial class EventKeys
{
    private const int MaxLength = 64;

    public static bool IsValid(string id) => Valid().IsMatch(id);

    /// <summary>Turns "World Cup 2018" into "world-cup-2018", and a name without letters or digits of ASCII into "event".</summary>
    public static string FromName(string name)
    {
        var slug = Unfit().Replace(name.ToLowerInvariant(), "-").Trim('-');
        return slug.Length == 0 ? "event" : slug[..Math.Min(slug.Length, MaxLength)].TrimEnd('-');
    }

    /// <summary>Turns a key that may be plain base64 into the alphabet of URLs. Returns null if it still is not a valid id.</summary>
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
