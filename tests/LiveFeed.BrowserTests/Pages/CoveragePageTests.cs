using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class CoveragePageTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Chosen_matches_stand_on_a_timeline_and_their_overlaps_are_shown(int width)
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path, width);
        await Expect(viewed.Page.GetByText("Nothing chosen yet")).ToHaveCountAsync(1);

        await viewed.ChooseAsync(1, 2);
        await viewed.ViewAsync("My plan");

        await Expect(viewed.Block(1)).ToBeVisibleAsync();
        await Expect(viewed.Block(2)).ToBeVisibleAsync();
        await Expect(viewed.Chosen(1)).ToContainTextAsync("Overlaps with Team 3 – Team 4 by 30 minutes");
        await Expect(viewed.Chosen(2)).ToContainTextAsync("Overlaps with Team 1 – Team 2 by 30 minutes");
        await Expect(viewed.Page.Locator("#overlap-count")).ToHaveTextAsync("1 overlap");
        await viewed.AssertTidyAsync();

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Remove Team 3 – Team 4 from my plan" }).ClickAsync();
        await viewed.ChooseAsync(3);

        await viewed.ExpectChosenAsync(1, 3);
        await Expect(viewed.Page.Locator("#overlap-count")).ToHaveTextAsync("No overlaps");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_match_that_would_overlap_with_the_plan_says_so_before_it_is_chosen()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path);

        await viewed.ChooseAsync(1);

        await Expect(viewed.Page.Locator("[data-choice='2'] .choice-overlap")).ToBeVisibleAsync();
        await Expect(viewed.Page.Locator("[data-choice='3'] .choice-overlap")).ToBeHiddenAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Scores_of_chosen_matches_are_live(int width)
    {
        var (server, admin) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await admin.ClaimAsync("cup", 1);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path, width);
        await viewed.ChooseAsync(1);
        await viewed.ViewAsync("My plan");

        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 7, 5));

        await Expect(viewed.Chosen(1)).ToContainTextAsync("7–5");
        await Expect(viewed.Chosen(1)).ToContainTextAsync("In play");
        await Expect(viewed.Block(1).Locator("b")).ToHaveTextAsync(["7", "5"]);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_plan_of_nobody_in_particular_outlives_the_page_and_is_in_every_tab()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path);
        await viewed.ChooseAsync(1, 4);
        await Expect(viewed.SaveState()).ToHaveTextAsync("Kept on this device.");

        await viewed.Page.ReloadAsync();
        await viewed.ExpectChosenAsync(1, 4);
        await using var other = await viewed.AnotherTabAsync(CoveragePage.Path);
        await other.ChooseAsync(2);

        await viewed.ExpectChosenAsync(1, 2, 4);
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Matches_are_found_by_words_and_by_what_they_belong_to(int width)
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path, width);
        var rows = viewed.Page.Locator("[data-choice]");

        await viewed.Page.GetByLabel("Search").FillAsync("team 3");
        await Expect(rows).ToHaveCountAsync(1);
        await viewed.Page.GetByLabel("Search").FillAsync("");
        await viewed.Page.GetByLabel("Division").SelectOptionAsync("Two");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(viewed.Page.Locator("#found")).ToHaveTextAsync("2 of 4 matches");

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Choose all 2" }).ClickAsync();
        await viewed.ExpectChosenAsync(1, 3);
        await Expect(viewed.Page.Locator("#choose-all")).ToBeHiddenAsync();

        await viewed.Page.GetByLabel("Search").FillAsync("nobody");
        await Expect(viewed.Page.GetByText("No match fits.")).ToBeVisibleAsync();
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(4);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_chosen_match_that_leaves_the_schedule_is_reported()
    {
        var (server, admin) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path);
        await viewed.ChooseAsync(1, 4);

        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", TestSchedule.Of(3)));

        await Expect(viewed.Notice()).ToContainTextAsync("1 chosen match is no longer in the schedule.");
        await viewed.Notice().GetByRole(AriaRole.Button).ClickAsync();
        await Expect(viewed.Notice()).ToHaveCountAsync(0);
        await viewed.ExpectChosenAsync(1);
    }

    [BrowserFact]
    public async Task Everything_can_be_done_by_keyboard()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path);
        await viewed.Choice(1).FocusAsync();
        await viewed.Page.Keyboard.PressAsync("Space");
        await viewed.Choice(3).FocusAsync();
        await viewed.Page.Keyboard.PressAsync("Space");
        await viewed.ExpectChosenAsync(1, 3);

        // The focus moves to the next match and isn't lost.
        await viewed.Chosen(1).GetByRole(AriaRole.Button).PressAsync("Enter");
        await Expect(viewed.Chosen(3).GetByRole(AriaRole.Button)).ToBeFocusedAsync();

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).PressAsync("Enter");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Clear it" }).PressAsync("Enter");

        await viewed.ExpectChosenAsync();
        await Expect(viewed.Page.Locator("#content")).ToBeFocusedAsync();
        await Expect(viewed.Choice(1)).Not.ToBeCheckedAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Light)]
    [InlineData(ViewedPage.Phone, ColorScheme.Dark)]
    [InlineData(ViewedPage.Desk, ColorScheme.Light)]
    [InlineData(ViewedPage.Desk, ColorScheme.Dark)]
    public async Task Shuts_nobody_out(int width, ColorScheme scheme)
    {
        var (server, admin) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await admin.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 7, 5));
        var view = new View { Width = width, Scheme = scheme };
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path, view);

        await viewed.ChooseAsync(1, 2, 3);
        await viewed.AssertAccessibleAsync();
        await viewed.ViewAsync("My plan");
        await viewed.AssertAccessibleAsync();
        await viewed.SignInAsync(await server.RegisterAsync("Jo"));
        await Expect(viewed.Notice()).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();

        await using var shared = await ViewedPage.OpenAsync(chromium, server, $"{CoveragePage.Path}?matches=1,2,x,99", view);
        await Expect(shared.Block(2)).ToBeVisibleAsync();
        await shared.AssertAccessibleAsync();
        await shared.AssertTidyAsync();
    }
}
