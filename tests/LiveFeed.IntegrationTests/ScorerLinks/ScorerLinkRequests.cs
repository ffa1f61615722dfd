using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.ScorerLinks;

/// <summary>Makes scorer links, and comes in by them.</summary>
internal static class ScorerLinkRequests
{
    public static async Task<JsonElement> MakeLinkAsync(this ApiUser organizer, string eventId, object body) =>
        await Expect.SuccessAsync(await organizer.PostAsync($"/api/events/{eventId}/scorer-links", body));

    public static string SecretOf(JsonElement made) => made.Text("link")!.Split('#')[1];

    public static Task<HttpResponseMessage> UseAsync(this HttpClient http, JsonElement made, string name = "Kim Helper", string? deviceId = null) =>
        http.PostAsJsonAsync("/api/auth/scorer-links", new { secret = SecretOf(made), name, deviceId });

    public static Task<HttpResponseMessage> PreviewAsync(this HttpClient http, JsonElement made) =>
        http.PostAsJsonAsync("/api/auth/scorer-links/preview", new { secret = SecretOf(made) });

    /// <summary>Returns a helper who has come in by a link.</summary>
    public static async Task<ApiUser> HelperAsync(this LiveFeedServer server, JsonElement made, string name = "Kim Helper", string? deviceId = null) =>
        FromSession(server, await Expect.SuccessAsync(await server.Http.UseAsync(made, name, deviceId)));

    public static ApiUser FromSession(LiveFeedServer server, JsonElement session) =>
        new(server.Client(), session.GetProperty("user").Text("id")!, "", session.Text("accessToken")!, session.Text("refreshToken")!);

    /// <summary>Returns the same user's client at another instance.</summary>
    public static HttpClient At(this ApiUser user, LiveFeedServer server)
    {
        var http = server.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", user.AccessToken);
        return http;
    }
}
