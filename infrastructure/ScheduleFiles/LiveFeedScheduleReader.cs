using System.Text.Json;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Reads LiveFeed's own JSON: the body of PUT /schedule, and the response to GET /schedule.</summary>
internal static class LiveFeedScheduleReader
{
    /// <exception cref="JsonException">A member is missing, unknown or invalid.</exception>
    public static Schedule Read(JsonElement root) => root.Deserialize<ScheduleBody>(ApiJson.Options)!.ToSchedule();
}
