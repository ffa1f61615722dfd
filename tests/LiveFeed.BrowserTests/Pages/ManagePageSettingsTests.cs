using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class ManagePageSettingsTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Settings_are_changed_and_what_others_changed_is_not_overwritten()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#settings");
        viewed.Expecting("412");
        var panel = viewed.Page.GetByRole(AriaRole.Tabpanel);
        var name = panel.GetByLabel("Name");

        await name.FillAsync("Summer Cup");
        await panel.Button("Save changes").ClickAsync();
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Summer Cup");

        // If nothing is being typed, the page shows the changes of others.
        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Winter Cup" }));
        await Expect(name).ToHaveValueAsync("Winter Cup");

        await name.FillAsync("Mine");
        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Theirs" }));
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Theirs");
        await Expect(name).ToHaveValueAsync("Mine");
        await panel.Button("Save changes").ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody has changed the event");
        await Expect(name).ToHaveValueAsync("Theirs");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task What_others_change_while_a_change_is_saved_is_shown()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#settings");
        var panel = viewed.Page.GetByRole(AriaRole.Tabpanel);
        var heading = viewed.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await viewed.Page.RouteAsync("**/api/events/cup", async route =>
        {
            if (route.Request.Method != "PATCH")
            {
                await route.ContinueAsync();
                return;
            }

            // The feed is faster than the response.
            var response = await route.FetchAsync();
            await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Winter Cup" }));
            await Expect(heading).ToHaveTextAsync("Winter Cup");
            await route.FulfillAsync(new() { Response = response });
        });

        await panel.GetByLabel("Name").FillAsync("Summer Cup");
        await panel.Button("Save changes").ClickAsync();

        await Expect(viewed.Page.Locator(".toast")).ToHaveTextAsync("Saved.");
        await Expect(panel.GetByLabel("Name")).ToHaveValueAsync("Winter Cup");
        await Expect(heading).ToHaveTextAsync("Winter Cup");
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task What_is_published_of_names_is_chosen_and_the_form_says_what_follows(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        var epoch = await EpochAsync();
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#settings", new View { Width = width });
        var panel = viewed.Page.GetByRole(AriaRole.Tabpanel);
        var names = panel.GetByLabel("Players and officials");
        await Expect(names).ToHaveValueAsync("full");
        await Expect(panel).ToContainTextAsync("names that were published already are removed, too");
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();

        await names.SelectOptionAsync(new SelectOptionValue { Label = "Initials" });
        await panel.Button("Save changes").ClickAsync();

        await Eventually.TrueAsync(async () => (await admin.GetAsync("/api/events/cup")).GetProperty("publicNames").GetString() == "initials", "it is stored");
        await Eventually.TrueAsync(async () => await EpochAsync() != epoch, "the log has another epoch");
        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { publicNames = "full" }));
        await Expect(names).ToHaveValueAsync("full");

        async Task<string> EpochAsync() => (await admin.GetAsync("/api/events/cup/feed")).GetProperty("cursor").GetString()!.Split('.')[0];
    }

    [BrowserFact]
    public async Task A_format_is_chosen_by_name_and_one_of_its_own_stays()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await Testing.Expect.SuccessAsync(await admin.PostJsonAsync("/api/events", """{"id":"cup","name":"Cup","sport":"volleyball","format":{"kind":"sets","bestOf":1,"setTo":30,"lead":1}}"""));
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#settings");
        var panel = viewed.Page.GetByRole(AriaRole.Tabpanel);
        var format = panel.GetByLabel("Format");
        await Expect(format.Locator("option:checked")).ToHaveTextAsync("A format of its own, set by the API");

        await panel.GetByLabel("Name").FillAsync("Summer Cup");
        await panel.Button("Save changes").ClickAsync();
        // The feed may be faster than the response, and while it is on its way the form isn't sent again.
        await Expect(viewed.Page.Locator(".toast")).ToHaveTextAsync("Saved.");
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Summer Cup");
        Assert.Equal(30, (await FormatAsync()).GetProperty("setTo").GetInt32());

        await format.SelectOptionAsync(new SelectOptionValue { Label = "Best of three, sets to 21, the third to 15" });
        await panel.Button("Save changes").ClickAsync();
        await Expect(format.Locator("option")).Not.ToContainTextAsync(["A format of its own, set by the API"]);
        await Eventually.TrueAsync(async () => (await FormatAsync()).TryGetProperty("preset", out var preset) && preset.GetString() == "volleyball-youth-21");
        await viewed.AssertTidyAsync();

        async Task<System.Text.Json.JsonElement> FormatAsync() => (await admin.GetAsync("/api/events/cup")).GetProperty("format");
    }

    [BrowserFact]
    public async Task A_format_that_a_score_contradicts_is_refused_at_its_field_with_the_match()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", sport: "volleyball");
        await admin.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await admin.PostJsonAsync("/api/events/cup/scores", """{"matchId":1,"status":"inProgress","sets":[{"team1":25,"team2":20},{"team1":20,"team2":25},{"team1":25,"team2":20},{"team1":1,"team2":0}]}"""));
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#settings");
        viewed.Expecting("409");
        var panel = viewed.Page.GetByRole(AriaRole.Tabpanel);

        await panel.GetByLabel("Format").SelectOptionAsync("volleyball-best-of-3");
        await panel.Button("Save changes").ClickAsync();

        await Expect(panel.Locator(".error:visible")).ToHaveTextAsync("These matches have a score that can't be in this format: Team 1 – Team 2. Correct it before.");
        await Expect(panel.GetByLabel("Format")).ToBeFocusedAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task The_settings_lead_to_the_import()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#settings");

        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Bring in scores of an earlier client" }).ClickAsync();

        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "Bring in what an earlier client kept" })).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task An_event_is_archived_and_reopened()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#settings");
        var panel = viewed.Page.GetByRole(AriaRole.Tabpanel);

        await panel.Button("Archive this event").ClickAsync();
        await viewed.Dialog().Button("Archive", true).ClickAsync();
        await Expect(viewed.Page.GetByText("This event is archived:")).ToBeVisibleAsync();

        await panel.Button("Reopen this event").ClickAsync();
        await Expect(viewed.Page.GetByText("This event is archived:")).ToBeHiddenAsync();
        await Expect(viewed.Connection.GetByText("Live")).ToBeVisibleAsync();
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/claims/1"));
        await Expect(viewed.Tab("Claims")).ToContainTextAsync("1");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task An_event_is_deleted_only_by_typing_its_id()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#settings");

        await viewed.Page.GetByRole(AriaRole.Tabpanel).Button("Delete this event").ClickAsync();
        var dialog = viewed.Dialog();
        await dialog.GetByLabel("Type cup to delete it").FillAsync("cups");
        await dialog.Button("Delete for good").ClickAsync();
        await Expect(dialog.GetByText("This isn't cup.")).ToBeVisibleAsync();
        Assert.Equal(200, (int)(await server.Http.GetAsync("/api/events/cup")).StatusCode);

        await dialog.GetByLabel("Type cup to delete it").FillAsync("cup");
        await dialog.Button("Delete for good").ClickAsync();
        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/manage/").ToString());
        Assert.Equal(404, (int)(await server.Http.GetAsync("/api/events/cup")).StatusCode);
        await viewed.AssertTidyAsync();
    }
}
