using System.Diagnostics.CodeAnalysis;

namespace LiveFeed.Domain.Events;

/// <summary>
/// The time zone of an event, by its IANA name: in it, files are read whose times have no zone. An event without one is in UTC: it was
/// created before events had zones.
/// </summary>
public static class EventTimeZone
{
    public const string Utc = "UTC";
    public const int MaxLength = 64;

    /// <summary>What is wrong with a text that names no time zone, for people.</summary>
    public const string Malformed = "Give a time zone by its IANA name, such as Europe/Berlin or America/New_York, or UTC.";

    public static bool IsValid(string name) => TryFind(name, out _);

    /// <summary>Returns the zone's rules, and UTC for a zone that this system doesn't have any more.</summary>
    public static TimeZoneInfo FindOrUtc(string? name) => name is not null && TryFind(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Finds the zone's rules. A name of Windows, an offset or an abbreviation such as CET is none: they differ between systems.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        if (name == Utc)
            zone = TimeZoneInfo.Utc;
        else if (name.Length <= MaxLength && IsAreaAndPlace(name))
            TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
        return zone is not null;
    }

    // The folders posix and right of the zone database have the same zones again, and browsers don't know those names.
    private static bool IsAreaAndPlace(string name) =>
        name.Split('/') is { Length: 2 or 3 } parts && parts[0].ToUpperInvariant() is not ("POSIX" or "RIGHT")
        && Array.TrueForAll(parts, part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+'));
}
