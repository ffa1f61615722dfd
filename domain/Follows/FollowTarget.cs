using System.Globalization;

namespace LiveFeed.Domain.Follows;

/// <summary>Something that a user follows: <c>events/wc22</c>, <c>events/wc22/teams/7</c> or <c>events/wc22/matches/12</c>.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Kind">Whether it is the event, or what of it.</param>
/// <param name="Id">The id of the team or match; 0 if it is the event.</param>
public readonly record struct FollowTarget(EventId EventId, FollowKind Kind, int Id)
{
    private const string Events = "events/";
    private const string Teams = "teams/";
    private const string Matches = "matches/";

    /// <summary>Returns what a path names; null if that can't be followed, or is not named in its one form.</summary>
    public static FollowTarget? Parse(string path)
    {
        var parts = path.Split('/', 3);
        if (parts.Length < 2 || parts[0] != "events" || !EventId.TryParse(parts[1], out var eventId))
            return null;
        var target = parts.Length == 2 ? new FollowTarget(eventId, FollowKind.Event, 0)
            : Read(parts[2], Teams) is { } teamId ? new FollowTarget(eventId, FollowKind.Team, teamId)
            : Read(parts[2], Matches) is { } matchId ? new FollowTarget(eventId, FollowKind.Match, matchId)
            : (FollowTarget?)null;
        // 07 and -0 are no names of it.
        return target?.ToString() == path ? target : null;
    }

    public override string ToString() => Kind switch
    {
        FollowKind.Team => string.Create(CultureInfo.InvariantCulture, $"{Events}{EventId}/{Teams}{Id}"),
        FollowKind.Match => string.Create(CultureInfo.InvariantCulture, $"{Events}{EventId}/{Matches}{Id}"),
        _ => $"{Events}{EventId}",
    };

    private static int? Read(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(text[prefix.Length..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null;
}
