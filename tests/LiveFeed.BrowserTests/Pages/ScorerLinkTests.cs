using System.Text.Json;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class ScorerLinkTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_helper_gives_a_name_once_and_scores_a_match_of_the_court()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", matches: 2);
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/courts", new { id = 3, name = "Court 3" }));
        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup/matches/2", new { courtId = 3 }));
        var path = PathOf(await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/scorer-links", new { courtId = 3 })));
        await using var helper = await ViewedPage.OpenAsync(chromium, server, path, ViewedPage.Phone);
        var page = helper.Page;

        await Expect(page.GetByText("You can score matches on Court 3 of Event cup until")).ToBeVisibleAsync();
        Assert.Empty((await admin.GetAsync("/api/events/cup/claims")).GetProperty("items").EnumerateArray());
        await helper.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(page.GetByLabel("Your name")).ToBeFocusedAsync();
        await page.GetByLabel("Your name").FillAsync("Kim");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();

        await Expect(helper.Match(2)).ToBeVisibleAsync();
        await Expect(helper.Match(1)).ToHaveCountAsync(0);
        // What is for accounts isn't offered.
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Keep score" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Manage" })).ToHaveCountAsync(0);
        await helper.Account.Locator("summary").ClickAsync();
        await Expect(helper.Account.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
        await Expect(helper.Account.GetByText("Team rooms")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Escape");
        await helper.Match(2).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Score this match" }).ClickAsync();
        await page.Locator("[data-team='1']").ClickAsync();
        await Eventually.TrueAsync(async () => (await admin.GetAsync("/api/events/cup/scores")).ToString().Contains("\"team1\":1", StringComparison.Ordinal), "The point did not arrive.");
        Assert.Equal("Kim", (await admin.GetAsync("/api/events/cup/claims/2")).GetProperty("claimedBy").GetProperty("name").GetString());

        // The same link again asks for nothing, and the match is still Kim's.
        await page.GotoAsync(new Uri(server.Address, path).AbsoluteUri);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Yours" })).ToContainTextAsync("Team 3");
        Assert.DoesNotContain('#', page.Url);
        await helper.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task What_a_helper_could_not_send_goes_on_with_the_next_link()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", matches: 1);
        var first = await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/scorer-links", new { matchId = 1 }));
        await using var helper = await ViewedPage.OpenAsync(chromium, server, PathOf(first), ViewedPage.Phone);
        var page = helper.Page;
        await StartAsync(page, "Kim");
        await page.GetByRole(AriaRole.Button, new() { Name = "Score this match" }).ClickAsync();
        await helper.SetOfflineAsync(true);
        await page.Locator("[data-team='1']").ClickAsync();
        await Testing.Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/scorer-links/{first.GetProperty("id").GetString()}"));
        var second = await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/scorer-links", new { matchId = 1 }));
        helper.Expecting("40");
        await helper.SetOfflineAsync(false);

        await page.GotoAsync(new Uri(server.Address, PathOf(second)).AbsoluteUri);
        await StartAsync(page, "Kim");
        await page.GetByRole(AriaRole.Button, new() { Name = "Claim again" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "Score this match" })).First.ClickAsync();

        await Eventually.TrueAsync(async () => (await admin.GetAsync("/api/events/cup/scores")).ToString().Contains("\"team1\":1", StringComparison.Ordinal), "The point did not arrive.");
    }

    [BrowserFact]
    public async Task An_organizer_makes_a_link_with_its_code_and_revokes_it()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var organizer = await ManagePage.OpenAsync(chromium, server, "/manage/cup");
        var panel = await organizer.SectionAsync("Members");

        await panel.Button("Make a scorer link").ClickAsync();
        await organizer.Dialog().GetByLabel("Name").FillAsync("Morning");
        await organizer.Dialog().Button("Make the link").ClickAsync();
        var link = new Uri(await organizer.Dialog().GetByLabel("Link", new() { Exact = true }).InputValueAsync());
        await Expect(organizer.Dialog().GetByRole(AriaRole.Img, new() { Name = "The link as a QR code" })).ToBeVisibleAsync();
        await organizer.AssertAccessibleAsync();
        await organizer.Page.Keyboard.PressAsync("Escape");
        await Expect(panel.Locator(".scorer-links .row")).ToContainTextAsync("Court 1: Morning");
        await panel.Button("Revoke").ClickAsync();
        await Expect(panel.Locator(".scorer-links .row")).ToHaveCountAsync(0);
        await organizer.AssertTidyAsync();

        await using var late = await ViewedPage.OpenAsync(chromium, server, link.PathAndQuery + link.Fragment, ViewedPage.Phone);
        late.Expecting("404");
        await Expect(late.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This link was revoked, or it has expired. Ask an organizer for another one.");
        await late.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task An_organizer_makes_a_link_for_every_court_and_prints_a_card_for_each(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { endsAt = "2099-07-05T10:00:00Z", timeZone = "Asia/Tokyo" }));
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/courts", new { id = 3, name = "Centre Court" }));
        // A link of before: nobody can read its secret any more.
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/scorer-links", new { courtId = 1, name = "Old" }));
        await using var organizer = await ManagePage.OpenAsync(chromium, server, "/manage/cup", new View { Width = width });
        var page = organizer.Page;
        await page.EvaluateAsync("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }");
        var panel = await organizer.SectionAsync("Members");
        await Expect(panel.Button("Print cards")).ToBeHiddenAsync();

        await panel.Button("A link for every court").ClickAsync();

        await Expect(panel.Locator(".scorer-links .row")).ToHaveCountAsync(3);
        await page.WaitForFunctionAsync("() => window.printed === 1");
        var cards = page.Locator(".scorer-card");
        await Expect(cards).ToHaveCountAsync(2);
        await Expect(cards.First).ToBeHiddenAsync();
        await organizer.AssertAccessibleAsync();
        await organizer.AssertTidyAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator("main")).ToBeHiddenAsync();
        await Expect(cards.Nth(0)).ToContainTextAsync("Event cup");
        await Expect(cards.Nth(0).GetByRole(AriaRole.Heading)).ToHaveTextAsync("Court 1");
        await Expect(cards.Nth(1).GetByRole(AriaRole.Heading)).ToHaveTextAsync("Centre Court");
        await Expect(cards.Nth(1).GetByRole(AriaRole.Img, new() { Name = "The link as a QR code" })).ToBeVisibleAsync();
        await Expect(cards.Nth(1)).ToContainTextAsync("Until");
        var link = new Uri(await cards.Nth(1).Locator(".scorer-card-link").InnerTextAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Screen });

        // On paper they are done with; a revoked link has no card.
        await page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        await Expect(cards).ToHaveCountAsync(0);
        await panel.Locator(".scorer-links .row", new() { HasText = "Court 1" }).Filter(new() { HasNotText = "Old" }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(panel.Locator(".scorer-links .row")).ToHaveCountAsync(2);
        await panel.Button("Print cards").ClickAsync();
        await Expect(cards).ToHaveCountAsync(1);
        await Expect(cards.GetByRole(AriaRole.Heading, new() { IncludeHidden = true })).ToHaveTextAsync("Centre Court");

        // The card's address lets a helper in.
        await using var helper = await ViewedPage.OpenAsync(chromium, server, link.PathAndQuery + link.Fragment, ViewedPage.Phone);
        await Expect(helper.Page.GetByText("You can score matches on Centre Court of Event cup until")).ToBeVisibleAsync();
    }

    private static async Task StartAsync(IPage page, string name)
    {
        await page.GetByLabel("Your name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
    }

    private static string PathOf(JsonElement made)
    {
        var link = new Uri(made.GetProperty("link").GetString()!);
        return link.PathAndQuery + link.Fragment;
    }
}
