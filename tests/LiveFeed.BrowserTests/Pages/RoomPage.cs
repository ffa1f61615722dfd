using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The page of team 1's room, of an event with a coach, a player and a family member of that team.</summary>
internal sealed record RoomPage(LiveFeedServer Server, ApiUser Organizer, ApiUser Coach, ApiUser Player, ApiUser Family) : IAsyncDisposable
{
    public const string Address = "/rooms/cup?team=1";
    public const string Team = "/api/events/cup/teams/1";

    public static async Task<RoomPage> StartAsync(params string[] settings)
    {
        var server = await LiveFeedServer.StartAsync([.. settings, "RateLimits:MessageWrite:Permits=100000"]);
        var organizer = await server.AdminAsync();
        await organizer.CreateEventAsync("cup", 2);
        var room = new RoomPage(server, organizer, await server.RegisterAsync("Carla Coach"), await server.RegisterAsync("Paul Player"), await server.RegisterAsync("Fay Family"));
        foreach (var (user, role) in new[] { (room.Coach, "coach"), (room.Player, "player"), (room.Family, "family") })
            await Testing.Expect.SuccessAsync(await organizer.PutAsync($"{Team}/members/{user.Id}", new { role }));
        return room;
    }

    /// <summary>Opens the room for a user, and waits until it is shown.</summary>
    public async Task<ViewedPage> OpenAsync(Chromium chromium, ApiUser user, int width = ViewedPage.Desk)
    {
        var viewed = await ViewedPage.OpenAsync(chromium, Server, Address, width);
        await viewed.SignInAsync(user);
        await viewed.Page.GetByLabel("Write a message").WaitForAsync();
        return viewed;
    }

    public static async Task PostAsync(ApiUser by, string text) => await Testing.Expect.SuccessAsync(await by.PostAsync($"{Team}/messages", new { text }));

    /// <summary>Writes a message as its reader would.</summary>
    public static async Task WriteAsync(ViewedPage viewed, string text)
    {
        await viewed.Page.GetByLabel("Write a message").FillAsync(text);
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }

    /// <summary>The texts of all messages, in their order.</summary>
    public static ILocator Texts(ViewedPage viewed) => viewed.Page.Locator(".message-text");

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
