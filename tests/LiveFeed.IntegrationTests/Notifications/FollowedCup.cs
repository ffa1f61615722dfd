using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Notifications;

/// <summary>A server with an event, its organizer who keeps score, and somebody who follows team 1 of it.</summary>
internal sealed record FollowedCup(LiveFeedServer Server, ApiUser Organizer, ApiUser Fay) : IAsyncDisposable
{
    public const string Me = "/api/stream?topic=me";

    public static async Task<FollowedCup> StartAsync(string visibility = "public", params string[] settings)
    {
        var server = await LiveFeedServer.StartAsync(["Jobs:PollEvery=00:00:00.050", .. settings]);
        var cup = new FollowedCup(server, await server.AdminAsync(), await server.RegisterAsync("Fay Family"));
        await cup.Organizer.CreateEventAsync("cup", 2, visibility, "volleyball", 3);
        if (visibility != "public")
            await cup.Organizer.AddMemberAsync("cup", cup.Fay.Id, "spectator");
        await FollowAsync(cup.Fay, "events/cup/teams/1");
        return cup;
    }

    public static async Task FollowAsync(ApiUser user, string topic) => await Expect.SuccessAsync(await user.PutAsync($"/api/follows/{topic}", new { }));

    /// <summary>Opens a stream of the user's own topic, and reads its snapshot.</summary>
    public static async Task<StreamClient> ReadAsync(ApiUser user)
    {
        var stream = await StreamClient.OpenAsync(user.Http, Me);
        await stream.UntilAsync(item => item.Kind == "snapshot");
        return stream;
    }

    /// <summary>Plays match 1 to its end, in two sets.</summary>
    public async Task PlayAsync()
    {
        await Organizer.ClaimAsync("cup", 1);
        await PostAsync("inProgress", (3, 1));
        await PostAsync("inProgress", (24, 20));
        await PostAsync("inProgress", (25, 20));
        await PostAsync("inProgress", (25, 20), (4, 7));
        await PostAsync("final", (25, 20), (25, 23));
    }

    public async Task AnnounceAsync(string text) => await Expect.SuccessAsync(await Organizer.PostAsync("/api/events/cup/announcements", new { text }));

    /// <summary>Waits until a user has a notification, and returns all.</summary>
    public static async Task<JsonElement> UntilAsync(ApiUser user, Func<JsonElement, bool> fits)
    {
        JsonElement page = default;
        await Eventually.TrueAsync(async () => (page = await user.GetAsync("/api/notifications")).GetProperty("items").EnumerateArray().Any(fits));
        return page;
    }

    /// <summary>Returns the kinds of what a user was notified of, first to last.</summary>
    public static async Task<IReadOnlyList<string?>> KindsAsync(ApiUser user) =>
        [.. (await user.GetAsync("/api/notifications")).GetProperty("items").EnumerateArray().Reverse().Select(item => item.Text("kind"))];

    /// <summary>Returns the role that a notification is of; null if it was taken away, or the notification is of none.</summary>
    public static string? RoleOf(JsonElement notification) => notification.TryGetProperty("role", out var role) ? role.GetString() : null;

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task PostAsync(string status, params (int Team1, int Team2)[] sets) => await Expect.SuccessAsync(await Organizer.PostAsync(
        "/api/events/cup/scores", new { matchId = 1, status, sets = sets.Select(set => new { team1 = set.Team1, team2 = set.Team2 }) }));
}
