using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.ImportExport;

/// <summary>Imports and what their reports say.</summary>
internal static class Imports
{
    public static async Task<JsonElement> ImportAsync(this ApiUser user, string id, object body) =>
        await Expect.SuccessAsync(await user.PostAsync($"/api/events/{id}/import", body));

    public static object PlanOf(string userId, DateTimeOffset updatedAt, params int[] selectedMatches) => new { selectedMatches, userId, updatedAt };

    public static (int Scores, int Claims, int CoveragePlans) Applied(JsonElement report)
    {
        var applied = report.GetProperty("applied");
        return (applied.Number("scores"), applied.Number("claims"), applied.Number("coveragePlans"));
    }

    public static IEnumerable<string> Conflicts(JsonElement report) => report.GetProperty("conflicts").EnumerateArray().Select(conflict =>
        $"{conflict.Text("kind")} {conflict.GetProperty("matchId")} {conflict.Text("reason")}");
}
