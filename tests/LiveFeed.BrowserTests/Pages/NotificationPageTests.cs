using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class NotificationPageTests(Chromium chromium)
{
    private const string Address = "/notifications/";

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Who_follows_a_team_by_its_star_sees_what_happens_to_it_at_once(int width)
    {
        await using var server = await StartAsync();
        var (organizer, fay) = (await server.AdminAsync(), await server.RegisterAsync("Fay Family"));
        await organizer.CreateEventAsync("cup", 2);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=1", width);
        await viewed.SignInAsync(fay);
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Follow Team 1" }).First.ClickAsync();
        await Eventually.TrueAsync(async () => (await fay.GetAsync("/api/follows")).GetProperty("items").GetArrayLength() == 1);

        await viewed.Page.GotoAsync(new Uri(server.Address, Address).ToString());
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing yet" })).ToBeVisibleAsync();
        await organizer.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await organizer.ScoreAsync("cup", 1, 3, 1));
        await Expect(Rows(viewed)).ToHaveTextAsync(["Team 1 – Team 2 has started"]);
        await Testing.Expect.SuccessAsync(await organizer.ScoreAsync("cup", 1, 25, 20, "final"));
        await Expect(Rows(viewed)).ToHaveTextAsync(["Team 1 wins: Team 1 – Team 2 25–20", "Team 1 – Team 2 has started"]);

        // What somebody has looked at is read, and no longer new the next time.
        await Eventually.TrueAsync(async () => (await fay.GetAsync("/api/notifications")).GetProperty("unread").GetInt32() == 0);
        await Expect(viewed.Page.Locator(".is-new")).ToHaveCountAsync(2);
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
        await viewed.Page.ReloadAsync();
        await Expect(Rows(viewed)).ToHaveCountAsync(2);
        await Expect(viewed.Page.Locator(".is-new")).ToHaveCountAsync(0);
        await Rows(viewed).First.ClickAsync();
        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/events/cup?match=1").ToString());
    }

    [BrowserFact]
    public async Task What_is_followed_and_what_comes_is_chosen_there()
    {
        await using var server = await StartAsync();
        var (organizer, fay) = (await server.AdminAsync(), await server.RegisterAsync("Fay Family"));
        await organizer.CreateEventAsync("cup", 2);
        foreach (var topic in new[] { "events/cup", "events/cup/teams/1" })
            await Testing.Expect.SuccessAsync(await fay.PutAsync($"/api/follows/{topic}", new { }));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, Address);
        await viewed.SignInAsync(fay);

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Stop following Team 1" }).ClickAsync();
        await Expect(viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Stop following Team 1" })).ToHaveCountAsync(0);
        Assert.Equal("events/cup", (await fay.GetAsync("/api/follows")).GetProperty("items").EnumerateArray().Single().GetProperty("topic").GetString());

        foreach (var kind in new[] { "A set has ended", "A match has started" })
            await viewed.Page.GetByLabel(kind).UncheckAsync();
        await Eventually.TrueAsync(async () => (await fay.GetAsync("/api/notifications/settings")).GetProperty("off").GetArrayLength() == 2);
        await viewed.Page.ReloadAsync();
        await Expect(viewed.Page.GetByLabel("A set has ended")).Not.ToBeCheckedAsync();
        await Expect(viewed.Page.GetByLabel("A match is over")).ToBeCheckedAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task The_next_user_of_the_browser_sees_nothing_of_the_one_before()
    {
        await using var server = await StartAsync();
        var (organizer, fay) = (await server.AdminAsync(), await server.RegisterAsync("Fay Family"));
        await organizer.CreateEventAsync("cup", 2);
        await organizer.AddMemberAsync("cup", fay.Id);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, Address);
        await viewed.SignInAsync(fay);
        await Expect(Rows(viewed)).ToHaveTextAsync(["You are a scorekeeper now"]);

        await viewed.Account.Locator("summary").ClickAsync();
        await viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(viewed.Page.GetByText("You are a scorekeeper now")).ToHaveCountAsync(0);
        await viewed.SignInAsync(await server.RegisterAsync("Otto Other"));
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing yet" })).ToBeVisibleAsync();
    }

    private static Task<LiveFeedServer> StartAsync() => LiveFeedServer.StartAsync("Jobs:PollEvery=00:00:00.100");

    private static ILocator Rows(ViewedPage viewed) => viewed.Page.Locator(".notifications .row-name");
}
