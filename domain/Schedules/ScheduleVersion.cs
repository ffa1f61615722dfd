using System.Security.Cryptography;
using System.Text.Json;

namespace LiveFeed.Domain.Schedules;

/// <summary>
/// Names a schedule by its content. Two schedules with the same version have the same content, in whatever order they list it.
/// </summary>
public static class ScheduleVersion
{
    public static string Of(Schedule schedule)
    {
        var ordered = new Schedule(
            [.. schedule.Divisions.OrderBy(division => division.Id)], [.. schedule.Courts.OrderBy(court => court.Id)],
            [.. schedule.Teams.OrderBy(team => team.Id)], [.. schedule.Matches.OrderBy(match => match.Id)]);
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(ordered, ApiJson.Options)).AsSpan(0, 12));
    }
}
