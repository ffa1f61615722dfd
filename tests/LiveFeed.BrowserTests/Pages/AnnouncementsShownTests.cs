using System.Text.Json;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>What organizers announce, as spectators see it.</summary>
[Collection(InBrowser.Name)]
public sealed class AnnouncementsShownTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task A_reader_sees_it_at_once_above_the_list_and_dismisses_it_for_good(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", width);
        await Expect(viewed.Match(1)).ToBeVisibleAsync();

        await AnnounceAsync(admin, "Because of the rain, all matches on the centre court start 30 minutes later.", courtId: 1);

        var bar = viewed.Page.Locator("#announcements");
        await Expect(bar.Locator(".announcement p")).ToContainTextAsync("Centre court: Because of the rain");
        await Expect(bar).ToHaveAttributeAsync("role", "status");
        Assert.True((await bar.BoundingBoxAsync())!.Y < (await viewed.Match(1).BoundingBoxAsync())!.Y);
        await viewed.AssertAccessibleAsync();
        await using var other = await viewed.AnotherTabAsync("/events/cup");
        await Expect(other.Page.Locator(".announcement")).ToHaveCountAsync(1);

        await bar.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(bar.Locator(".announcement")).ToHaveCountAsync(0);
        await Expect(other.Page.Locator(".announcement")).ToHaveCountAsync(0);
        await viewed.Page.ReloadAsync();
        await Expect(viewed.Match(1)).ToBeVisibleAsync();
        // Only what is new comes.
        await AnnounceAsync(admin, "The rain is over.");
        await Expect(bar.Locator(".announcement p")).ToContainTextAsync(["The rain is over."]);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task The_newest_is_first_and_the_focus_goes_on_to_the_next_one()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        foreach (var text in new[] { "One", "Two", "Three", "Four" })
            await AnnounceAsync(admin, text);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup");
        var lines = viewed.Page.Locator(".announcement p");
        await Expect(lines).ToContainTextAsync(["Four", "Three", "Two"]);

        // Another tab, which knows of a later one, has dismissed that.
        await viewed.Page.EvaluateAsync("""localStorage.setItem("livefeed:announcements:cup", '["later"]')""");

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Dismiss: Four" }).FocusAsync();
        await viewed.Page.Keyboard.PressAsync("Enter");

        await Expect(lines).ToContainTextAsync(["Three", "Two", "One"]);
        await Expect(viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Dismiss: Three" })).ToBeFocusedAsync();
        Assert.True(await viewed.Page.EvaluateAsync<bool>("""(ids => ids.length === 2 && ids.includes("later"))(JSON.parse(localStorage.getItem("livefeed:announcements:cup")))"""));
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task One_that_is_deleted_goes_and_others_keep_the_focus()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        await AnnounceAsync(admin, "One");
        var second = await AnnounceAsync(admin, "Two");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup");
        var first = viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Dismiss: One" });
        await first.FocusAsync();

        await Testing.Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/announcements/{second.GetProperty("id").GetString()}"));

        await Expect(viewed.Page.Locator(".announcement")).ToHaveCountAsync(1);
        await Expect(first).ToBeFocusedAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Without_a_connection_one_ends_at_its_time_all_the_same()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        await AnnounceAsync(admin, "Lunch", until: TimeProvider.System.GetUtcNow().AddHours(1));
        await AnnounceAsync(admin, "Rain");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/swagger/none");
        await viewed.Page.Clock.InstallAsync();
        await viewed.Page.GotoAsync("/events/cup");
        await Expect(viewed.Page.Locator(".announcement p")).ToContainTextAsync(["Rain", "Lunch"]);

        await viewed.SetOfflineAsync(true);
        await viewed.Page.Clock.FastForwardAsync(61 * 60 * 1_000);

        await Expect(viewed.Page.Locator(".announcement p")).ToContainTextAsync(["Rain"]);
    }

    [BrowserTheory]
    [InlineData("?court=2", ViewedPage.Phone)]
    [InlineData("?court=2", ViewedPage.Desk)]
    [InlineData("?court=2&view=plain", ViewedPage.Phone)]
    [InlineData("?court=2&view=plain", ViewedPage.Desk)]
    public async Task A_display_of_one_court_has_what_is_for_everybody_and_for_this_court(string query, int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await MakeAsync(server);
        await using var viewed = await OpenAsync(server, "/display/cup" + query, width);

        await Expect(viewed.Page.Locator(".announcements p")).ToHaveTextAsync(["The rain is over.", "Bring water."]);
        await Testing.Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/announcements/{await IdAsync(admin, "Bring water.")}"));

        await Expect(viewed.Page.Locator(".announcements p")).ToHaveTextAsync(["The rain is over."], new() { Timeout = 30_000 });
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData("?court=all", ViewedPage.Phone)]
    [InlineData("?court=all", ViewedPage.Desk)]
    [InlineData("?court=all&view=plain", ViewedPage.Phone)]
    [InlineData("?court=all&view=plain", ViewedPage.Desk)]
    public async Task A_display_of_all_courts_says_for_which_one_something_is(string query, int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await MakeAsync(server);
        await using var viewed = await OpenAsync(server, "/display/cup" + query, width);

        await Expect(viewed.Page.Locator(".announcements p")).ToHaveTextAsync(["The rain is over.", "Court 2: Bring water.", "Centre court: Wet."]);
        await viewed.AssertTidyAsync();
    }

    private Task<ViewedPage> OpenAsync(LiveFeedServer server, string path, int width) =>
        ViewedPage.OpenAsync(chromium, server, path, new View { Width = width, JavaScript = !path.Contains("plain", StringComparison.Ordinal) });

    private static async Task<ApiUser> MakeAsync(LiveFeedServer server)
    {
        var admin = await DisplayedCup.MakeAsync(server);
        await DisplayedCup.PlayAsync(admin, 3, "inProgress", (25, 20), (11, 9));
        await AnnounceAsync(admin, "Wet.", courtId: 1);
        await AnnounceAsync(admin, "Bring water.", courtId: 2);
        await AnnounceAsync(admin, "The rain is over.");
        return admin;
    }

    private static async Task<JsonElement> AnnounceAsync(ApiUser admin, string text, int? courtId = null, DateTimeOffset? until = null) =>
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/announcements", new { text, courtId, until }));

    private static async Task<string?> IdAsync(ApiUser admin, string text) =>
        (await admin.GetAsync("/api/events/cup/announcements")).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("text").GetString() == text).GetProperty("id").GetString();
}
