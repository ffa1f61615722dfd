using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.Testing;

/// <summary>A signed-in user.</summary>
public sealed class ApiUser(HttpClient http, string id, string email, string accessToken, string refreshToken)
{
    public string Id => id;

    public string Email => email;

    public string AccessToken => accessToken;

    public string RefreshToken => refreshToken;

    public HttpClient Http { get; } = WithToken(http, accessToken);

    /// <summary>Sends a request and returns the response, whatever it is.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) => Http.PostAsJsonAsync(path, body ?? new { });

    public Task<HttpResponseMessage> PutAsync(string path, object body) => Http.PutAsJsonAsync(path, body);

    /// <summary>Posts JSON as it is written.</summary>
    public Task<HttpResponseMessage> PostJsonAsync(string path, string json) =>
        Http.PostAsync(path, new StringContent(json, System.Text.Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> PatchAsync(string path, object body) => Http.PatchAsJsonAsync(path, body);

    public Task<HttpResponseMessage> DeleteAsync(string path) => Http.DeleteAsync(path);

    public Task<JsonElement> GetAsync(string path) => Http.GetFromJsonAsync<JsonElement>(path);

    /// <summary>
    /// Creates an event with a number of matches (ids 1 to n, teams 1 to 2n); by default it is public and of generic sport.
    /// </summary>
    public async Task CreateEventAsync(string id, int matches = 4, string visibility = "public", string sport = "generic", int? bestOf = null)
    {
        await Expect.SuccessAsync(await PostAsync("/api/events", new { id, name = $"Event {id}", sport, visibility, bestOf }));
        await Expect.SuccessAsync(await PutAsync($"/api/events/{id}/schedule", TestSchedule.Of(matches)));
    }

    public async Task AddMemberAsync(string eventId, string userId, string role = "media") =>
        await Expect.SuccessAsync(await PutAsync($"/api/events/{eventId}/members/{userId}", new { role }));

    public async Task ClaimAsync(string eventId, int matchId) =>
        await Expect.SuccessAsync(await PostAsync($"/api/events/{eventId}/claims/{matchId}"));

    public Task<HttpResponseMessage> ScoreAsync(string eventId, int matchId, int team1, int team2, string status = "inProgress", string? clientUpdateId = null) =>
        PostAsync($"/api/events/{eventId}/scores", new { matchId, sets = new[] { new { team1, team2 } }, status, clientUpdateId });

    /// <summary>Writes a score of a match that this user has claimed, and claims anew: what was recorded before comes too late then.</summary>
    public async Task ScoreAndClaimAnewAsync(string eventId, int matchId, int team1, int team2)
    {
        await ReclaimAsync(eventId, matchId);
        await Expect.SuccessAsync(await ScoreAsync(eventId, matchId, team1, team2));
        await ReclaimAsync(eventId, matchId);
    }

    private async Task ReclaimAsync(string eventId, int matchId)
    {
        await Expect.SuccessAsync(await DeleteAsync($"/api/events/{eventId}/claims/{matchId}"));
        await ClaimAsync(eventId, matchId);
    }

    private static HttpClient WithToken(HttpClient http, string token)
    {
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}

public static class TestSchedule
{
    public static object Of(int matches) => new
    {
        divisions = new[] { new { id = 1, name = "One" }, new { id = 2, name = "Two" } },
        courts = new[] { new { id = 1, name = "Court 1" } },
        teams = Enumerable.Range(1, matches * 2).Select(id => new { id, name = $"Team {id}", divisionId = 1 + (id / 2 % 2) }),
        matches = Enumerable.Range(1, matches).Select(id => new
        {
            id,
            divisionId = 1 + (id % 2),
            courtId = 1,
            team1Id = (id * 2) - 1,
            team2Id = id * 2,
            startsAt = new DateTimeOffset(2026, 7, 4, 10, 0, 0, TimeSpan.Zero).AddMinutes(30 * id),
            endsAt = new DateTimeOffset(2026, 7, 4, 11, 0, 0, TimeSpan.Zero).AddMinutes(30 * id),
        }),
    };
}

public static class Expect
{
    public static async Task<JsonElement> SuccessAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri}: {(int)response.StatusCode} {text}");
            return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
        }
    }

    /// <summary>Asserts that the response is a problem with this status and code, in the documented form.</summary>
    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, int status, string code)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode == status, $"Expected {status} {code}, got {(int)response.StatusCode}: {text}");
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            var problem = JsonDocument.Parse(text).RootElement;
            Assert.Equal(code, problem.GetProperty("code").GetString());
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            Assert.False(string.IsNullOrEmpty(problem.GetProperty("traceId").GetString()));
            Assert.False(string.IsNullOrEmpty(problem.GetProperty("detail").GetString()));
            return problem;
        }
    }
}
