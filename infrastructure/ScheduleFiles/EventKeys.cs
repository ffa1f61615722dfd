using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Creates event ids from a file's name or key of its event.</summary>
internal static partial class EventKeys
{
    /// <summary>Turns "World Cup 2018" into "world-cup-2018", and a name without letters or digits of ASCII into "event".</summary>
    public static EventId FromName(string name)
    {
        var slug = Unfit().Replace(name.ToLowerInvariant(), "-").Trim('-');
        return EventId.From(slug.Length == 0 ? "event" : slug[..Math.Min(slug.Length, EventId.MaxLength)].TrimEnd('-'));
    }

    /// <summary>Turns a key that may be plain base64 into the alphabet of URLs. Returns null if it still is not a valid id.</summary>
    public static EventId? FromKey(string key)
    {
        var text = key.Trim().TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return EventId.TryParse(text, out var id) ? id : null;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Unfit();
}
