using System.Text.Json;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Reads LiveFeed's own JSON: the body of PUT /schedule, and the response to GET /schedule.</summary>
internal static class LiveFeedScheduleReader
{
    private sealed record Content(
        IReadOnlyList<ScheduledMatch> Matches, IReadOnlyList<ScheduledName>? Divisions = null, IReadOnlyList<ScheduledName>? Courts = null,
        IReadOnlyList<ScheduledTeam>? Teams = null);

    /// <exception cref="JsonException">A member is missing, unknown or invalid.</exception>
    public static Schedule Read(JsonElement root)
    {
        var content = root.Deserialize<Content>(ApiJson.Options)!;
        return new Schedule(
            content.Divisions ?? [], content.Courts ?? [], content.Teams ?? [],
            [.. content.Matches.Select(match => match with { StartsAt = match.StartsAt?.ToMilliseconds(), EndsAt = match.EndsAt?.ToMilliseconds() })]);
    }
}
