using System.Net.Http.Json;

namespace LiveFeed.IntegrationTests.Abuse;

/// <summary>
/// U+0000, which PostgreSQL can't store in a text: it is rejected where it enters, with the code of its field, on every database.
/// </summary>
public sealed class NulTests
{
    private const string Nul = "a\0b";

    [Fact]
    public async Task On_the_database_of_the_suite() => await RejectedAsync(await LiveFeedServer.StartAsync());

    [PostgresFact]
    public async Task On_PostgreSQL() => await RejectedAsync(await LiveFeedServer.StartOnPostgresAsync());

    private static async Task RejectedAsync(LiveFeedServer started)
    {
        await using var server = started;
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        await admin.ClaimAsync("cup", 1);
        var failures = server.Failures.Count;
        var password = LiveFeedServer.Password;
        object[] none = [];
        object Event(string id = "other", string name = "Other", string sport = "generic") => new { id, name, sport, visibility = "public" };
        object Schedule(string division = "D", string court = "C", string team = "T", string label = "L") => new
        {
            divisions = new[] { new { id = 1, name = division } },
            courts = new[] { new { id = 1, name = court } },
            teams = new[] { new { id = 1, name = team } },
            matches = new[] { new { id = 1, team1Id = 1, team2Label = label } },
        };
        object Score(string clientUpdateId) => new { matchId = 1, sets = new[] { new { team1 = 1, team2 = 0 } }, status = "inProgress", clientUpdateId };
        foreach (var (method, path, body, status, code) in new[]
        {
            ("POST", "/api/auth/register", new { email = $"{Nul}@example.org", password, displayName = "Name" }, 400, "invalid_request"),
            ("POST", "/api/auth/register", new { email = "nul@example.org", password, displayName = Nul }, 400, "invalid_request"),
            ("POST", "/api/auth/login", new { email = $"{Nul}@example.org", password }, 401, "invalid_credentials"),
            ("POST", "/api/auth/login", new { email = LiveFeedServer.AdminEmail, password = Nul }, 401, "invalid_credentials"),
            ("POST", "/api/auth/refresh", new { refreshToken = Nul }, 401, "invalid_refresh_token"),
            ("POST", "/api/events", Event(id: Nul), 400, "invalid_event_id"),
            ("POST", "/api/events", Event(name: Nul), 400, "invalid_request"),
            ("POST", "/api/events", Event(sport: Nul), 422, "unknown_sport"),
            ("PATCH", "/api/events/cup", new { name = Nul }, 400, "invalid_request"),
            ("PUT", "/api/events/cup/schedule", Schedule(division: Nul), 422, "invalid_schedule"),
            ("PUT", "/api/events/cup/schedule", Schedule(court: Nul), 422, "invalid_schedule"),
            ("PUT", "/api/events/cup/schedule", Schedule(team: Nul), 422, "invalid_schedule"),
            ("PUT", "/api/events/cup/schedule", Schedule(label: Nul), 422, "invalid_schedule"),
            ("POST", "/api/events/cup/members", new { email = $"{Nul}@example.org", role = "media" }, 404, "user_not_found"),
            ("POST", "/api/events/cup/scores", Score(Nul), 400, "invalid_idempotency_key"),
            ("GET", "/api/events/cup/stream?lastEventId=%00&ticket=%00", none, 401, "invalid_ticket"),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "GET" ? null : JsonContent.Create(body) };
            var sender = method == "GET" ? server.Http : admin.Http;
            await Expect.ProblemAsync(await sender.SendAsync(request), status, code);
        }

        var claim = new { matchId = 1, claimedBy = Nul, claimedAt = DateTimeOffset.UnixEpoch, expiresAt = DateTimeOffset.UnixEpoch.AddYears(900) };
        var report = await Expect.SuccessAsync(await admin.PostAsync(
            "/api/events/cup/import", new { claims = new[] { claim }, coveragePlans = new[] { new { selectedMatches = new[] { 1 }, userId = Nul } } }));
        Assert.All(report.GetProperty("conflicts").EnumerateArray(), conflict => Assert.Equal("user_not_found", conflict.GetProperty("reason").GetString()));
        Assert.Equal(2, report.GetProperty("conflicts").GetArrayLength());
        Assert.Empty(server.Failures.Skip(failures));
    }
}
