using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Webhooks;

/// <summary>What the tests of webhooks have in common.</summary>
internal static class WebhookServer
{
    /// <summary>Settings with which receivers on this machine get everything at once.</summary>
    public static readonly string[] Settings =
    [
        "Outbound:AllowedNetworks:0=127.0.0.0/8", "Webhooks:AllowHttp=true", "Webhooks:BatchEvery=00:00:00", "Webhooks:PollEvery=00:00:00.050",
        "Webhooks:SaveEvery=00:00:00.050", "Webhooks:RetryAfter=00:00:00.050", "Webhooks:MaxRetryAfter=00:00:00.200", "Jobs:PollEvery=00:00:00.050",
    ];

    public static async Task<JsonElement> CreateAsync(ApiUser admin, string eventId, string url, params string[] types) =>
        await Expect.SuccessAsync(await admin.PostAsync($"/api/events/{eventId}/webhooks", types.Length == 0 ? new { url } : new { url, types }));

    public static Task<JsonElement> ReadAsync(ApiUser admin, JsonElement made, string eventId = "cup") => admin.GetAsync($"/api/events/{eventId}/webhooks/{made.Text("id")}");

    public static async Task<JsonElement> ChangeAsync(ApiUser admin, JsonElement made, object change, string eventId = "cup") =>
        await Expect.SuccessAsync(await admin.PatchAsync($"/api/events/{eventId}/webhooks/{made.Text("id")}", change));

    /// <summary>Waits until a webhook is in a state, as its organizer sees it. Returns the webhook.</summary>
    public static async Task<JsonElement> InStateAsync(ApiUser admin, JsonElement made, Func<JsonElement, bool> state)
    {
        JsonElement webhook = default;
        await Eventually.TrueAsync(async () => state(webhook = await ReadAsync(admin, made)));
        return webhook;
    }

    /// <summary>Creates an event, and claims two of its matches.</summary>
    public static async Task<ApiUser> EventAsync(LiveFeedServer server)
    {
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await admin.ClaimAsync("cup", 2);
        return admin;
    }

    /// <summary>Posts scores of a match, one entry each.</summary>
    public static async Task ScoreAsync(ApiUser admin, int match, int to, int from = 1)
    {
        for (var points = from; points <= to; points++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", match, points, 0));
    }

    /// <summary>Sends a test delivery.</summary>
    public static async Task<JsonElement> TestAsync(ApiUser admin, JsonElement made) =>
        await Expect.SuccessAsync(await admin.PostAsync($"/api/events/cup/webhooks/{made.Text("id")}/test"));
}
