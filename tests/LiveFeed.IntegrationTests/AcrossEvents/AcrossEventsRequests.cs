using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.AcrossEvents;

/// <summary>Events with results, as tests of reads across events need them.</summary>
internal static class AcrossEventsRequests
{
    /// <summary>Creates an event of this sport and schedule in which the server's media may score. Returns its id.</summary>
    public static async Task<string> PlannedAsync(
        this ContractServer server, string schedule, string sport = "volleyball", string visibility = "public", string startsAt = "2026-07-04T08:00:00Z", int? bestOf = null)
    {
        var id = server.NewId();
        await Expect.SuccessAsync(await server.Admin.PostAsync("/api/events", new { id, name = $"Event {id}", sport, visibility, startsAt, bestOf }));
        await Expect.SuccessAsync(await server.Admin.SendAsync("PUT", $"/api/events/{id}/schedule", schedule));
        await server.Admin.AddMemberAsync(id, server.Media.Id);
        return id;
    }

    /// <summary>Posts the score of a match, such as "25-20 25-22".</summary>
    public static async Task PlayAsync(this ContractServer server, string id, int match, string sets, string status = "final", object? outcome = null)
    {
        await server.Media.ClaimAsync(id, match);
        var played = sets.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(set => set.Split('-')).Select(set => new { team1 = int.Parse(set[0], null), team2 = int.Parse(set[1], null) });
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/scores", new { matchId = match, sets = played, status, outcome }));
    }

    public static Task<JsonElement> LeaderboardAsync(this HttpClient http, string query) => http.GetAsync($"/api/leaderboards?{query}").JsonAsync();

    /// <summary>Returns a row as "1 Blue: 2 events, 3 played 2-0-1, 5 points, 120:110, sets 4:2, ratio 2".</summary>
    public static string Describe(JsonElement row) =>
        $"{row.Number("rank")} {row.Text("name")}: {row.Number("events")} events, {row.Number("played")} played {row.Number("won")}-{row.Number("drawn")}-{row.Number("lost")}, {row.Number("points")} points, "
        + $"{row.Number("for")}:{row.Number("against")}, sets {row.Number("setsWon")}:{row.Number("setsLost")}, ratio {row.GetProperty("setRatio").GetRawText()}";

    public static List<string> Rows(JsonElement board) => [.. board.Items().Select(Describe)];
}
