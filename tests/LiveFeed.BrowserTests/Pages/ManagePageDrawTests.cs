using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Draws that an organizer makes in the page: seen first, then made.</summary>
[Collection(InBrowser.Name)]
public sealed class ManagePageDrawTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task A_new_division_is_drawn_from_a_list_of_names_and_seen_before(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#schedule", new View { Width = width });
        var form = await OpenAsync(viewed);

        await form.GetByLabel("Division", new() { Exact = true }).SelectOptionAsync("A new division…");
        await form.GetByLabel("Name of the division").FillAsync("Juniors");
        await form.Button("Add the division").ClickAsync();
        await Expect(form.GetByLabel("Division", new() { Exact = true }).Locator("option:checked")).ToHaveTextAsync("Juniors");
        await form.GetByLabel("Add teams").FillAsync("Gulls\nHerons\n\n Terns \nPlovers\nPuffins\ngulls");
        await form.Button("Add to the list").ClickAsync();
        await Expect(Names(form)).ToHaveTextAsync(["Gulls new", "Herons new", "Terns new", "Plovers new", "Puffins new"]);
        await form.Button("Seed in this order").ClickAsync();
        await Expect(form.GetByLabel("Seed of Puffins")).ToHaveValueAsync("5");
        await form.GetByLabel("With a match for third place").CheckAsync();
        await form.Button("Preview").ClickAsync();

        var preview = viewed.Page.Locator(".draw-preview");
        await Expect(preview.Locator(".facts")).ToHaveTextAsync("5 matches in 3 rounds · 5 new teams");
        await Expect(preview).ToContainTextAsync("Without a match in the first round: Gulls, Herons, Terns");
        await Expect(preview.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
        Assert.Equal(0, (await admin.GetAsync("/api/events/cup/matches")).GetProperty("total").GetInt32());

        await preview.Button("Make these 5 matches").ClickAsync();

        await Expect(viewed.Page.GetByText("5 matches are drawn.")).ToBeVisibleAsync();
        Assert.Equal(5, (await admin.GetAsync("/api/events/cup/matches")).GetProperty("total").GetInt32());
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "See them" }).ClickAsync();
        await Expect(viewed.Bracket("Juniors").Locator(".bracket-match:visible").First).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Errors_are_shown_where_they_are_corrected_and_nothing_typed_is_lost()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 4);
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#schedule", new View { Width = ViewedPage.Phone });
        viewed.Expecting("422");
        viewed.Expecting("409");
        var form = await OpenAsync(viewed);
        await form.GetByLabel("Seed of Gulls").FillAsync("1");
        await form.GetByLabel("Seed of Terns").FillAsync("1");
        await form.GetByLabel("Group of Gulls").FillAsync("Harbour");
        await form.Button("Preview").ClickAsync();

        await Expect(form.GetByLabel("Seed of Terns")).ToBeFocusedAsync();
        await Expect(form.GetByLabel("Seed of Terns")).ToHaveAccessibleDescriptionAsync("Seed 1 is there twice.");
        await form.GetByLabel("Seed of Terns").FillAsync("2");
        await form.Button("Preview").ClickAsync();
        await Expect(form.GetByText("This division has matches already. Choose another division, or tick the box to add to them.")).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();
        await Expect(form.GetByLabel("Group of Gulls")).ToHaveValueAsync("Harbour");

        await form.GetByLabel("Add to the matches that the division has").CheckAsync();
        await form.Button("Preview").ClickAsync();
        await Expect(viewed.Page.Locator(".draw-preview .facts")).ToHaveTextAsync("3 matches in 2 rounds");
        // What is shown must be what is made: another choice needs another preview.
        await form.GetByLabel("Round robin").CheckAsync();
        await Expect(viewed.Page.Locator(".draw-preview")).ToHaveCountAsync(0);
        await form.Button("Preview").ClickAsync();
        await viewed.Page.Locator(".draw-preview").Button("Make these 6 matches").ClickAsync();
        await Expect(viewed.Page.GetByText("6 matches are drawn.")).ToBeVisibleAsync();
        Assert.Equal(9, (await admin.GetAsync("/api/events/cup/matches")).GetProperty("total").GetInt32());
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Teams_are_moved_with_the_keyboard_and_stay_while_others_change_the_event()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 4);
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#schedule");
        var form = await OpenAsync(viewed);
        await form.Button("Move Plovers up").FocusAsync();
        await viewed.Page.Keyboard.PressAsync("Enter");
        await Expect(Names(form)).ToHaveTextAsync(["Gulls", "Herons", "Plovers", "Terns"]);
        await Expect(form.Button("Move Plovers up")).ToBeFocusedAsync();
        await viewed.Page.Keyboard.PressAsync("Enter");
        await Expect(Names(form)).ToHaveTextAsync(["Gulls", "Plovers", "Herons", "Terns"]);
        await form.Button("Leave out Herons").ClickAsync();
        await Expect(Names(form)).ToHaveTextAsync(["Gulls", "Plovers", "Terns"]);
        await form.GetByLabel("Seed of Terns").FillAsync("7");

        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/matches", new { divisionId = 2, team1Label = "A", team2Label = "B" }));

        await Expect(viewed.Page.GetByText("4 matches at present.")).ToBeVisibleAsync();
        await Expect(form.GetByLabel("Seed of Terns")).ToBeFocusedAsync();
        await viewed.Page.Locator("#section-schedule").Button("Draw matches…").ClickAsync();
        await Expect(form).ToBeHiddenAsync();
        form = await OpenAsync(viewed);
        await Expect(Names(form)).ToHaveTextAsync(["Gulls", "Plovers", "Terns"]);
        await Expect(form.GetByLabel("Seed of Terns")).ToHaveValueAsync("7");
        // Another division and back.
        await form.GetByLabel("Division", new() { Exact = true }).SelectOptionAsync("Men");
        await Expect(Names(form)).ToHaveCountAsync(0);
        await form.GetByLabel("Division", new() { Exact = true }).SelectOptionAsync("Women");
        await Expect(form.GetByLabel("Seed of Terns")).ToHaveValueAsync("7");
    }

    [BrowserFact]
    public async Task The_best_of_a_division_s_pools_enter_a_bracket()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 8, ", \"kind\": \"pools\", \"poolCount\": 2");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#schedule");
        var form = await OpenAsync(viewed);
        await form.GetByLabel("Who plays").SelectOptionAsync("The best of the division’s pools");
        await Expect(form.GetByLabel("Add teams")).ToBeHiddenAsync();
        await form.Button("Preview").ClickAsync();

        var preview = viewed.Page.Locator(".draw-preview");
        await Expect(preview.Locator("li")).ToHaveTextAsync(["M13: 1st Pool A – 2nd Pool B", "M14: 1st Pool B – 2nd Pool A", "M15: Winner of M13 – Winner of M14"]);
        await preview.Button("Make these 3 matches").ClickAsync();
        await Expect(viewed.Page.GetByText("3 matches are drawn.")).ToBeVisibleAsync();
        Assert.Equal(15, (await admin.GetAsync("/api/events/cup/matches")).GetProperty("total").GetInt32());
        await viewed.AssertTidyAsync();
    }

    /// <summary>Opens the form, and waits until it has the divisions.</summary>
    private static async Task<ILocator> OpenAsync(ViewedPage viewed)
    {
        await viewed.Page.Locator("#section-schedule").Button("Draw matches…").ClickAsync();
        var form = viewed.Page.Locator(".draw");
        await Expect(form.GetByLabel("Division", new() { Exact = true })).ToBeFocusedAsync();
        return form;
    }

    private static ILocator Names(ILocator form) => form.Locator(".draw-name");
}
