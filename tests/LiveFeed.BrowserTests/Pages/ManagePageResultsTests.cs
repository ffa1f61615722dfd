using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Final scores in the organizer's page, and their signatures.</summary>
[Collection(InBrowser.Name)]
public sealed class ManagePageResultsTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task A_result_is_signed_and_the_signature_is_taken_back(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 8);
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#results", new View { Width = width });
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "No results yet" })).ToBeVisibleAsync();
        await BracketCup.PlayAsync(admin, 1, "final", 25, 20);
        await BracketCup.PlayAsync(admin, 2, "final", 20, 25);
        await BracketCup.PlayAsync(admin, 3, "inProgress", 5, 3, sets: 1);
        var rows = viewed.Page.Locator(".results .row");
        await Expect(rows.Locator(".row-name")).ToHaveTextAsync(["Plovers – Puffins: 20–25, 20–25", "Gulls – Knots: 25–20, 25–20"]);

        await rows.Nth(1).Button("Sign: Gulls – Knots").FocusAsync();
        await viewed.Page.Keyboard.PressAsync("Enter");

        var takeBack = rows.Nth(1).Button("Take the signature back: Gulls – Knots");
        await Expect(takeBack).ToBeFocusedAsync();
        await Expect(rows.Nth(1).Locator(".pill")).ToHaveTextAsync("Signed");
        await Expect(viewed.Page.GetByText("1 of 2 results are signed")).ToBeVisibleAsync();
        Assert.True(await IsOfficialAsync());
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();

        await takeBack.ClickAsync();
        await Expect(rows.Nth(1).Button("Sign: Gulls – Knots")).ToBeVisibleAsync();
        await Expect(rows.Nth(1).Locator(".pill")).ToBeHiddenAsync();
        Assert.False(await IsOfficialAsync());

        async Task<bool> IsOfficialAsync() => (await admin.GetAsync("/api/events/cup/scores/1")).TryGetProperty("official", out var official) && official.GetBoolean();
    }

    [BrowserFact]
    public async Task A_result_that_was_corrected_just_before_is_not_signed_unseen()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 8);
        await BracketCup.PlayAsync(admin, 1, "final", 25, 20);
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#results");
        viewed.Expecting("412");
        var rows = viewed.Page.Locator(".results .row");
        await Expect(rows.Locator(".row-name")).ToHaveTextAsync(["Gulls – Knots: 25–20, 25–20"]);
        // The correction is stored while the signature is on its way.
        await viewed.Page.RouteAsync("**/official", async route =>
        {
            await BracketCup.PlayAsync(admin, 1, "final", 25, 22);
            await route.ContinueAsync();
        });

        await rows.Button("Sign: Gulls – Knots").ClickAsync();

        await Expect(viewed.Page.Locator("#section-results").GetByRole(AriaRole.Alert)).ToHaveTextAsync("The score has changed in the meantime. Look at it again first.");
        await Expect(rows.Locator(".row-name")).ToHaveTextAsync(["Gulls – Knots: 25–22, 25–22"]);
        Assert.False((await admin.GetAsync("/api/events/cup/scores/1")).TryGetProperty("official", out _));
        await viewed.Page.UnrouteAllAsync();

        await rows.Button("Sign: Gulls – Knots").ClickAsync();
        await Expect(rows.Locator(".pill")).ToHaveTextAsync("Signed");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_failure_to_sign_is_said_and_results_are_found_by_team()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 8);
        await BracketCup.PlayAsync(admin, 1, "final", 25, 20);
        await BracketCup.PlayAsync(admin, 2, "final", 20, 25);
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#results");
        viewed.Expecting("500");
        await viewed.Page.RouteAsync("**/official", route => route.FulfillAsync(new() { Status = 500, ContentType = "application/problem+json", Body = """{"code":"internal_error"}""" }));
        await viewed.Page.GetByLabel("Find a team").FillAsync("knots");
        await Expect(viewed.Page.Locator(".results .row-name")).ToHaveTextAsync(["Gulls – Knots: 25–20, 25–20"]);
        await viewed.Page.Locator(".results").Button("Sign: ").ClickAsync();
        await Expect(viewed.Page.Locator("#section-results").GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await viewed.Page.UnrouteAllAsync();

        await viewed.Page.Locator(".results").Button("Sign: ").ClickAsync();

        await Expect(viewed.Page.Locator(".results .pill")).ToHaveTextAsync("Signed");
        await Expect(viewed.Page.Locator("#section-results").GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        await viewed.AssertTidyAsync();
    }
}
