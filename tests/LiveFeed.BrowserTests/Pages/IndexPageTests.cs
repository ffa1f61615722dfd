using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class IndexPageTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Lists_events_with_what_is_over_last(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        var now = TimeProvider.System.GetUtcNow();
        await CreateAsync(admin, "past", "Past Open", now.AddDays(-9), now.AddDays(-8));
        await CreateAsync(admin, "on", "Present Open", now.AddDays(-1), now.AddDays(1));
        await CreateAsync(admin, "next", "Future Open", now.AddDays(8), null);
        await CreateAsync(admin, "plain", "Plain Open", null, null);

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/", width);

        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Level = 2 }))
            .ToHaveTextAsync(["Present Open", "Plain Open", "Future Open", "Past Open"]);
        await Expect(viewed.Page.Locator("#events .pill")).ToHaveTextAsync(["On now", "Open", "Upcoming", "Over"]);
        await Expect(viewed.Page.GetByRole(AriaRole.Link, new() { Name = "API" })).ToHaveAttributeAsync("href", "swagger");
        await viewed.AssertTidyAsync();

        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Present Open" }).ClickAsync();
        await Expect(viewed.Page).ToHaveTitleAsync("Present Open – LiveFeed");
        await Expect(viewed.Page.GetByText("No matches yet.")).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Says_that_there_are_no_events_yet()
    {
        await using var server = await LiveFeedServer.StartAsync();

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");

        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "No events yet" })).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Shows_more_events_at_the_button()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        for (var n = 0; n < 101; n++)
            await CreateAsync(admin, $"event-{n}", $"Event {n}", null, null);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        await Expect(viewed.Page.Locator("#events .row")).ToHaveCountAsync(100);

        var more = viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Show more events" });
        await more.ClickAsync();

        await Expect(viewed.Page.Locator("#events .row")).ToHaveCountAsync(101);
        await Expect(more).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Shows_names_as_text_whatever_is_in_them()
    {
        const string name = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        await using var server = await LiveFeedServer.StartAsync();
        await CreateAsync(await server.AdminAsync(), "cup", name, null, null);

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/", ViewedPage.Phone);

        await Expect(viewed.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Dark)]
    [InlineData(ViewedPage.Desk, ColorScheme.Light)]
    public async Task Shuts_nobody_out(int width, ColorScheme scheme)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        await CreateAsync(await server.AdminAsync(), "on", "Present Open", now.AddDays(-1), now.AddDays(1));
        await CreateAsync(await server.AdminAsync(), "past", "Past Open", now.AddDays(-9), now.AddDays(-8));

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/", new View { Width = width, Scheme = scheme });

        await Expect(viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Present Open" })).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();
    }

    private static async Task CreateAsync(ApiUser admin, string id, string name, DateTimeOffset? startsAt, DateTimeOffset? endsAt) =>
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id, name, sport = "tennis", startsAt, endsAt }));
}
