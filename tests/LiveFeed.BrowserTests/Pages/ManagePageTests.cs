using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Access to the page, and how events are created and ended.</summary>
[Collection(InBrowser.Name)]
public sealed class ManagePageTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task An_event_is_made_with_an_id_from_its_name_and_leads_to_its_schedule(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/", new View { Width = width });
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "No events yet" })).ToBeVisibleAsync();

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "New event" }).ClickAsync();
        var dialog = viewed.Dialog();
        await dialog.GetByLabel("Name").FillAsync("Été Cup — 2026!");
        await Expect(dialog.GetByLabel("Id in addresses")).ToHaveValueAsync("ete-cup-2026");
        await dialog.GetByLabel("Sport").SelectOptionAsync("darts");
        await Expect(dialog.GetByLabel("Format")).ToBeHiddenAsync();
        await dialog.GetByLabel("Sport").SelectOptionAsync("tennis");
        await Expect(dialog.GetByLabel("Format")).ToHaveValueAsync("tennis");
        await dialog.GetByLabel("Format").SelectOptionAsync(new SelectOptionValue { Label = "Best of five tie-break sets" });
        await dialog.GetByLabel("Who may see it").SelectOptionAsync("members");
        await dialog.GetByLabel("Starts").FillAsync("2026-07-04T10:00");
        await dialog.Button("Create event").ClickAsync();

        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/manage/ete-cup-2026#schedule").ToString());
        await Expect(viewed.Tab("Schedule")).ToHaveAttributeAsync("aria-selected", "true");
        await viewed.AssertTidyAsync();
        var made = await (await server.AdminAsync()).GetAsync("/api/events/ete-cup-2026");
        Assert.Equal(("tennis", 5, "members"), (made.GetProperty("sport").GetString(), made.GetProperty("bestOf").GetInt32(), made.GetProperty("visibility").GetString()));
        Assert.Equal("tennis-tie-break-sets-best-of-5", made.GetProperty("format").GetProperty("preset").GetString());
    }

    [BrowserFact]
    public async Task An_error_in_a_new_event_is_shown_at_its_field()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/");
        viewed.Expecting("400");
        viewed.Expecting("409");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "New event" }).ClickAsync();
        var dialog = viewed.Dialog();

        await dialog.Button("Create event").ClickAsync();
        await Expect(dialog.GetByLabel("Name")).ToBeFocusedAsync();
        await Expect(dialog.Locator(".error:visible")).ToHaveCountAsync(2);

        await dialog.GetByLabel("Name").FillAsync("Cup");
        await dialog.Button("Create event").ClickAsync();
        await Expect(dialog.GetByText("There is an event with this id already")).ToBeVisibleAsync();
        await Expect(dialog.GetByLabel("Id in addresses")).ToBeFocusedAsync();

        await dialog.GetByLabel("Id in addresses").FillAsync("two words");
        await dialog.Button("Create event").ClickAsync();
        await Expect(dialog.GetByText("An id has 1 to 64")).ToBeVisibleAsync();

        await dialog.GetByLabel("Id in addresses").FillAsync("next");
        await dialog.GetByLabel("Starts").FillAsync("2026-07-04T10:00");
        await dialog.GetByLabel("Ends").FillAsync("2026-07-03T10:00");
        await dialog.Button("Create event").ClickAsync();
        await Expect(dialog.GetByText("must end after it starts")).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_user_who_may_not_make_events_learns_who_may()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/", user: await server.RegisterAsync("Jo"));
        viewed.Expecting("403");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "New event" }).ClickAsync();
        await viewed.Dialog().GetByLabel("Name").FillAsync("Cup");
        await viewed.Dialog().Button("Create event").ClickAsync();

        await Expect(viewed.Dialog().GetByRole(AriaRole.Alert)).ToContainTextAsync("only administrators make events");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Only_the_events_that_the_user_manages_are_listed()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var (admin, jo) = (await server.AdminAsync(), await server.RegisterAsync("Jo"));
        await admin.CreateEventAsync("mine");
        await admin.CreateEventAsync("other");
        await admin.AddMemberAsync("mine", jo.Id, "organizer");
        await admin.AddMemberAsync("other", jo.Id, "media");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/", user: jo);

        await Expect(viewed.Page.Locator(".managed a")).ToHaveTextAsync(["Event mine"]);
        await viewed.Page.Locator(".managed a").ClickAsync();
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Event mine");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_user_who_does_not_manage_an_event_is_informed_and_led_to_its_scores()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var (admin, jo) = (await server.AdminAsync(), await server.RegisterAsync("Jo"));
        await admin.CreateEventAsync("cup");
        await admin.AddMemberAsync("cup", jo.Id);
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup", user: jo);
        viewed.Expecting("403");
        viewed.Expecting("404");

        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "You don't manage this event" })).ToBeVisibleAsync();
        await Expect(viewed.Page.GetByRole(AriaRole.Link, new() { Name = "See its scores" })).ToHaveAttributeAsync("href", new Uri(server.Address, "/events/cup").ToString());
        await viewed.Page.GotoAsync("/manage/none");
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "There is no such event" })).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }
}
