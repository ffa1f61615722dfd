using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class RoomPageTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Members_see_who_is_there_who_writes_and_what_is_written_at_once(int width)
    {
        await using var room = await RoomPage.StartAsync();
        await using var coach = await room.OpenAsync(chromium, room.Coach, width);
        await using var player = await room.OpenAsync(chromium, room.Player, width);
        await Expect(player.Page.GetByText("Here now: Carla Coach")).ToBeVisibleAsync();

        // It is shown for a few seconds after a key only.
        await Eventually.TrueAsync(async () =>
        {
            await player.Page.GetByLabel("Write a message").PressAsync("x");
            return await coach.Page.GetByText("Paul Player is writing…").IsVisibleAsync();
        });
        await RoomPage.WriteAsync(player, "The bus is late.\nShall we wait?");

        await Expect(RoomPage.Texts(coach)).ToHaveTextAsync(["The bus is late. Shall we wait?"]);
        await Expect(coach.Page.Locator(".message-author")).ToHaveTextAsync("Paul Player");
        await Expect(coach.Page.GetByText("Paul Player is writing…")).ToHaveCountAsync(0);
        await Expect(RoomPage.Texts(player)).ToHaveCountAsync(1);
        await Expect(player.Page.Locator(".is-waiting")).ToHaveCountAsync(0);
        await Expect(player.Page.Locator(".message.is-mine")).ToHaveCountAsync(1);
        foreach (var viewed in new[] { coach, player })
        {
            await viewed.AssertAccessibleAsync();
            await viewed.AssertTidyAsync();
        }
    }

    [BrowserFact]
    public async Task What_is_written_without_a_network_arrives_once_and_in_order()
    {
        await using var room = await RoomPage.StartAsync();
        await using var player = await room.OpenAsync(chromium, room.Player);
        await player.SetOfflineAsync(true);

        foreach (var text in new[] { "One", "Two", "Three" })
            await RoomPage.WriteAsync(player, text);
        await Expect(player.Page.GetByText("Waits for the network").First).ToBeVisibleAsync();
        await RoomPage.PostAsync(room.Coach, "Meanwhile");
        await player.SetOfflineAsync(false);

        await Expect(player.Page.Locator(".is-waiting")).ToHaveCountAsync(0);
        await Expect(RoomPage.Texts(player)).ToHaveTextAsync(["Meanwhile", "One", "Two", "Three"]);
        var stored = (await room.Coach.GetAsync($"{RoomPage.Team}/messages")).GetProperty("items").EnumerateArray().Select(message => message.GetProperty("text").GetString());
        Assert.Equal(["Three", "Two", "One", "Meanwhile"], stored);
    }

    [BrowserFact]
    public async Task A_coach_deletes_a_message_for_everybody_also_one_that_was_read_back()
    {
        await using var room = await RoomPage.StartAsync("Feed:RoomSnapshotEntries=2");
        foreach (var text in new[] { "First", "Second", "Third", "Fourth" })
            await RoomPage.PostAsync(room.Player, text);
        await using var coach = await room.OpenAsync(chromium, room.Coach);
        await using var family = await room.OpenAsync(chromium, room.Family);
        foreach (var viewed in new[] { coach, family })
        {
            await Expect(RoomPage.Texts(viewed)).ToHaveTextAsync(["Third", "Fourth"]);
            await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Earlier messages" }).ClickAsync();
            await Expect(RoomPage.Texts(viewed)).ToHaveTextAsync(["First", "Second", "Third", "Fourth"]);
            await Expect(viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Earlier messages" })).ToBeHiddenAsync();
        }

        await Expect(family.Page.Locator(".message-delete:visible")).ToHaveCountAsync(0);
        var message = coach.Page.Locator(".message").Filter(new() { HasText = "Second" });
        await message.HoverAsync();
        await message.GetByRole(AriaRole.Button).ClickAsync();
        await coach.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();

        await Expect(RoomPage.Texts(coach)).ToHaveTextAsync(["First", "Third", "Fourth"]);
        await Expect(RoomPage.Texts(family)).ToHaveTextAsync(["First", "Third", "Fourth"]);
        await coach.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_parent_gets_in_by_the_coachs_link()
    {
        await using var room = await RoomPage.StartAsync();
        await RoomPage.PostAsync(room.Coach, "Welcome");
        await using var coach = await room.OpenAsync(chromium, room.Coach);
        await coach.Page.GetByRole(AriaRole.Button, new() { Name = "Invite by link" }).ClickAsync();
        var dialog = coach.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByLabel("Role").Locator("option")).ToHaveTextAsync(["Family", "Player"]);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = new Uri(await dialog.GetByLabel("Link").InputValueAsync());
        await coach.AssertAccessibleAsync();
        await coach.Page.Keyboard.PressAsync("Escape");
        await Expect(coach.Page.GetByText("For 20 more people")).ToBeVisibleAsync();

        await using var parent = await ViewedPage.OpenAsync(chromium, room.Server, link.PathAndQuery + link.Fragment, ViewedPage.Phone);
        await Expect(parent.Page.GetByText("You are invited to the team Team 1, in Event cup.")).ToBeVisibleAsync();
        await parent.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in to accept" }).ClickAsync();
        await parent.Page.GetByRole(AriaRole.Button, new() { Name = "Create an account" }).ClickAsync();
        await parent.Page.GetByLabel("Name").FillAsync("Mia Mother");
        await parent.SendSignInAsync("mia@example.org", LiveFeedServer.Password);
        await parent.Page.GetByRole(AriaRole.Button, new() { Name = "Accept as Mia Mother" }).ClickAsync();
        await parent.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the room" }).ClickAsync();

        await Expect(RoomPage.Texts(parent)).ToHaveTextAsync(["Welcome"]);
        await RoomPage.WriteAsync(parent, "Thank you");
        await Expect(RoomPage.Texts(coach)).ToHaveTextAsync(["Welcome", "Thank you"]);
        await Expect(coach.Page.Locator(".people .row").Filter(new() { HasText = "Mia Mother" })).ToContainTextAsync("Family");
        await parent.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Who_is_removed_sees_the_room_no_longer()
    {
        await using var room = await RoomPage.StartAsync();
        await RoomPage.PostAsync(room.Coach, "Welcome");
        await using var family = await room.OpenAsync(chromium, room.Family);
        await Expect(RoomPage.Texts(family)).ToHaveTextAsync(["Welcome"]);
        family.Expecting("403");

        await Testing.Expect.SuccessAsync(await room.Coach.DeleteAsync($"{RoomPage.Team}/members/{room.Family.Id}"));

        await Expect(family.Page.Locator("#page")).ToContainTextAsync("room");
        await Expect(RoomPage.Texts(family)).ToHaveCountAsync(0);
        await Expect(family.Page.GetByLabel("Write a message")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task The_next_user_of_the_browser_sees_nothing_of_it()
    {
        await using var room = await RoomPage.StartAsync();
        await RoomPage.PostAsync(room.Coach, "Welcome");
        var stranger = await room.Server.RegisterAsync("Stan Stranger");
        await using var viewed = await room.OpenAsync(chromium, room.Family);
        await Expect(RoomPage.Texts(viewed)).ToHaveTextAsync(["Welcome"]);
        viewed.Expecting("403");

        await viewed.SignOutAsync();
        await Expect(RoomPage.Texts(viewed)).ToHaveCountAsync(0);
        await viewed.SignInAsync(stranger);

        await Expect(viewed.Page.GetByText("This room is for the team's coaches, players and families")).ToBeVisibleAsync();
        await Expect(RoomPage.Texts(viewed)).ToHaveCountAsync(0);
        await viewed.AssertAccessibleAsync();
    }

    [BrowserFact]
    public async Task Everybody_finds_the_rooms_that_are_open_to_them()
    {
        await using var room = await RoomPage.StartAsync();
        await using var player = await ViewedPage.OpenAsync(chromium, room.Server, "/rooms/", ViewedPage.Phone);
        await player.SignInAsync(room.Player);
        await Expect(player.Page.Locator(".rows .row")).ToHaveTextAsync(["Team 1Event cup · Player"]);
        await player.AssertAccessibleAsync();
        await player.Page.GetByRole(AriaRole.Link, new() { Name = "Team 1" }).ClickAsync();
        await Expect(player.Page.GetByText("Nothing has been written yet. Say hello!")).ToBeVisibleAsync();
        await Expect(player.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Team 1");

        await using var organizer = await ViewedPage.OpenAsync(chromium, room.Server, "/rooms/cup");
        await organizer.SignInAsync(room.Organizer);
        await Expect(organizer.Page.Locator(".rows .row-name").First).ToHaveTextAsync("Team 1");
        Assert.True(await organizer.Page.Locator(".rows .row").CountAsync() > 1);
        await organizer.AssertTidyAsync();
    }
}
