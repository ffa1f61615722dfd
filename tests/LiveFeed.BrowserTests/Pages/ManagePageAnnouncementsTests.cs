using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class ManagePageAnnouncementsTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task An_organizer_announces_something_for_a_court_until_a_time_and_deletes_it(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup", new View { Width = width, TimeZone = "Asia/Tokyo" });
        var panel = await viewed.SectionAsync("Announcements");
        await Expect(panel.GetByRole(AriaRole.Heading, new() { Name = "Nothing is announced" })).ToBeVisibleAsync();
        await Expect(panel.GetByLabel("For").Locator("option")).ToHaveTextAsync(["The whole event", "Centre court", "Court 2", "Court 3", "Court 4"]);

        await panel.GetByLabel("Text").FillAsync("Court 2 is wet:\nplease wait.");
        await panel.GetByLabel("For").SelectOptionAsync("Court 2");
        await panel.GetByLabel("Until").FillAsync("2130-01-01T10:00");
        await panel.Button("Announce").ClickAsync();

        var row = panel.Locator(".announced .row");
        await Expect(row.Locator(".row-name")).ToHaveTextAsync("Court 2 is wet: please wait.");
        await Expect(row.Locator(".facts")).ToContainTextAsync("Court 2 · ");
        await Expect(panel.GetByLabel("Text")).ToHaveValueAsync("");
        await Expect(viewed.Tab("Announcements")).ToBeVisibleAsync();
        var stored = (await admin.GetAsync("/api/events/cup/announcements")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal((2, "2130-01-01T01:00:00.000Z"), (stored.GetProperty("courtId").GetInt32(), stored.GetProperty("until").GetString()));
        await viewed.AssertAccessibleAsync();

        await row.Button("Delete").ClickAsync();

        await Expect(row).ToHaveCountAsync(0);
        Assert.Empty((await admin.GetAsync("/api/events/cup/announcements")).GetProperty("items").EnumerateArray());
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task What_an_organizer_has_typed_and_chosen_stays_whatever_happens_meanwhile()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup");
        var panel = await viewed.SectionAsync("Announcements");
        await panel.GetByLabel("For").SelectOptionAsync("Court 3");
        await panel.GetByLabel("Text").FillAsync("Half a sente");

        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/announcements", new { text = "Rain" }));
        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup/courts/4", new { name = "Beach" }));
        await Expect(panel.GetByLabel("For").Locator("option")).ToHaveTextAsync(["The whole event", "Centre court", "Court 2", "Court 3", "Beach"]);
        await Expect(panel.Locator(".announced .row-name")).ToHaveTextAsync("Rain");

        await Expect(panel.GetByLabel("Text")).ToBeFocusedAsync();
        await Expect(panel.GetByLabel("Text")).ToHaveValueAsync("Half a sente");
        await Expect(panel.GetByLabel("For")).ToHaveValueAsync("3");

        // Without a match on it the court is still the one that was chosen.
        foreach (var match in (await admin.GetAsync("/api/events/cup/matches?court=3")).GetProperty("items").EnumerateArray())
            await Testing.Expect.SuccessAsync(await admin.PatchAsync($"/api/events/cup/matches/{match.GetProperty("id")}", new { courtId = (int?)null }));
        await Expect(panel.GetByLabel("For").Locator("option")).ToHaveTextAsync(["The whole event", "Centre court", "Court 2", "Beach", "Court 3"]);
        await Expect(panel.GetByLabel("For")).ToHaveValueAsync("3");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_time_that_is_over_and_a_missing_text_are_shown_at_their_fields()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await DisplayedCup.MakeAsync(server);
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup");
        viewed.Expecting("400");
        var panel = await viewed.SectionAsync("Announcements");

        await panel.Button("Announce").ClickAsync();
        await Expect(panel.GetByLabel("Text")).ToBeFocusedAsync();
        await Expect(panel.GetByLabel("Text")).ToHaveAttributeAsync("aria-invalid", "true");
        await panel.GetByLabel("Text").FillAsync("Rain");
        await panel.GetByLabel("Until").FillAsync("2020-01-01T10:00");
        await panel.Button("Announce").ClickAsync();

        await Expect(panel.GetByLabel("Until")).ToBeFocusedAsync();
        await Expect(panel.GetByText("Give a time in the future, or leave it out.")).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }
}
