using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Teams;

/// <summary>A server with one event, and team 1 of it with a coach, a player and a family member.</summary>
internal sealed record TeamRoom(LiveFeedServer Server, ApiUser Organizer, ApiUser Coach, ApiUser Player, ApiUser Family, ApiUser Stranger) : IAsyncDisposable
{
    public const string Event = "/api/events/cup";
    public const string Team = $"{Event}/teams/1";
    public const string Topic = "events/cup/teams/1";
    public const string Stream = $"/api/stream?topic={Topic}";

    /// <summary>A setting with which no signals come between the entries.</summary>
    public const string Quiet = "Feed:PresenceEvery=00:01:00";

    public static async Task<TeamRoom> StartAsync(string visibility = "public", params string[] settings)
    {
        var server = await LiveFeedServer.StartAsync([Quiet, .. settings, "RateLimits:MessageWrite:Permits=100000", "RateLimits:Typing:Permits=100000"]);
        var organizer = await server.AdminAsync();
        await organizer.CreateEventAsync("cup", 2, visibility);
        var room = new TeamRoom(
            server, organizer, await server.RegisterAsync("Carla Coach"), await server.RegisterAsync("Paul Player"), await server.RegisterAsync("Fay Family"),
            await server.RegisterAsync("Stan Stranger"));
        await room.GiveAsync(organizer, room.Coach, "coach");
        await room.GiveAsync(room.Coach, room.Player, "player");
        await room.GiveAsync(room.Coach, room.Family, "family");
        return room;
    }

    public async Task GiveAsync(ApiUser by, ApiUser user, string role) =>
        await Expect.SuccessAsync(await by.PutAsync($"{Team}/members/{user.Id}", new { role }));

    public static async Task<string> PostAsync(ApiUser by, string text, string team = Team) =>
        (await Expect.SuccessAsync(await by.PostAsync($"{team}/messages", new { text }))).Text("id")!;

    /// <summary>Opens a stream of the room, and reads its snapshot.</summary>
    public static async Task<StreamClient> FollowAsync(ApiUser reader)
    {
        var stream = await StreamClient.OpenAsync(reader.Http, Stream);
        await stream.UntilAsync(item => item.Kind == "snapshot");
        return stream;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
