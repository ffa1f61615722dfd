using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InAnotherBrowser.Name)]
public sealed class ScorePageTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task A_point_tapped_here_is_seen_by_spectators(int width)
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var spectator = await ViewedPage.OpenAsync(chromium, server, "/events/cup");
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga, new View { Width = width });

        await keeper.TapAsync(1, 7);
        await keeper.TapAsync(2, 3);

        await keeper.ExpectPointsAsync(7, 3);
        await keeper.ExpectSentAsync();
        await Expect(spectator.Match(1)).ToContainTextAsync("7");
        await Expect(spectator.Match(1)).ToContainTextAsync("3");
        Assert.Equal(["1-0", "2-0", "3-0", "4-0", "5-0", "6-0", "7-0", "7-1", "7-2", "7-3"], (IEnumerable<string>)await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Only_open_events_are_offered_and_only_to_who_is_signed_in()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("old");
        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/old", new { archived = true }));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score/", ViewedPage.Phone);
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to keep score" })).ToBeVisibleAsync();
        await Expect(viewed.Page.Locator("#events .row")).ToHaveCountAsync(0);

        await viewed.SignInAsync(olga);

        await Expect(viewed.Page.Locator("#events .row")).ToHaveCountAsync(1);
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Event cup" }).ClickAsync();
        await Expect(viewed.Match(1)).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_match_is_found_by_its_words_and_its_division()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.OpenAsync(chromium, server, olga);
        var rows = keeper.Page.Locator(".match-row");
        await Expect(rows).ToHaveCountAsync(4);

        await keeper.Page.GetByLabel("Search").FillAsync("team 8");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(keeper.Viewed.Match(4)).ToBeVisibleAsync();

        await keeper.Page.GetByLabel("Search").FillAsync("");
        await keeper.Page.GetByLabel("Division").SelectOptionAsync("Two");
        await Expect(rows).ToHaveCountAsync(2);
        await keeper.Page.GetByLabel("Search").FillAsync("nobody");
        await Expect(keeper.Page.GetByRole(AriaRole.Heading, new() { Name = "No match like this" })).ToBeVisibleAsync();
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_set_s_end_is_offered_and_never_forced()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await Expect(keeper.Next).ToContainTextAsync("Not started yet.");
        await keeper.Button("Start match").ClickAsync();
        await CorrectAsync(keeper, "Set 1, Team 1", "24");
        await Expect(keeper.Half(1)).ToContainTextAsync("Set point");
        await Expect(keeper.Next).ToBeHiddenAsync();

        await keeper.TapAsync(1);
        await Expect(keeper.Next).ToContainTextAsync("Set 1 to Team 1.");
        // The scorekeeper may know better than the rules.
        await keeper.TapAsync(1);
        await keeper.ExpectPointsAsync(26, 0);
        await keeper.Undo.ClickAsync();
        await keeper.Button("Start set 2").ClickAsync();

        await keeper.ExpectPointsAsync(0, 0);
        await Expect(keeper.Half(1)).ToContainTextAsync("1 set");
        await CorrectAsync(keeper, "Set 2, Team 1", "24");
        await Expect(keeper.Half(1)).ToContainTextAsync("Match point");
        await keeper.TapAsync(1);
        await keeper.Button("Finish match").ClickAsync();
        await Expect(keeper.Next).ToContainTextAsync("Final: Team 1 2–0 Team 2");
        await Expect(keeper.Half(1)).ToBeDisabledAsync();
        await keeper.ExpectSentAsync();
        var score = await olga.GetAsync("/api/events/cup/scores/1");
        Assert.Equal("final", score.GetProperty("status").GetString());
        Assert.Equal(1, score.GetProperty("winner").GetInt32());
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Every_step_can_be_taken_back_after_a_reload_too()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await CorrectAsync(keeper, "Set 1, Team 1", "24");
        await keeper.TapAsync(1);
        await keeper.Button("Start set 2").ClickAsync();
        await keeper.TapAsync(2);
        await keeper.ExpectSentAsync();

        await keeper.Page.ReloadAsync();
        await keeper.ExpectPointsAsync(0, 1);
        await keeper.Undo.ClickAsync();
        await keeper.ExpectPointsAsync(0, 0);
        await keeper.Undo.ClickAsync();
        await keeper.ExpectPointsAsync(25, 0);
        await keeper.Undo.ClickAsync();
        await keeper.ExpectPointsAsync(24, 0);
        await keeper.Undo.ClickAsync();

        await Expect(keeper.Next).ToContainTextAsync("Not started yet.");
        await Expect(keeper.Undo).ToBeDisabledAsync();
        await keeper.ExpectSentAsync();
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Football_has_goals_and_penalties_only_after_a_level_match()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("football", null);
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.TapAsync(1);
        await keeper.Page.Locator("#more > summary").ClickAsync();
        await Expect(keeper.Button("Start penalty shoot-out")).ToHaveCountAsync(0);
        await keeper.Page.Keyboard.PressAsync("Escape");
        await keeper.TapAsync(2);

        await keeper.ChooseAsync("Start penalty shoot-out");
        await keeper.TapAsync(2);
        await keeper.ChooseAsync("Finish match");
        await keeper.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Finish match" }).ClickAsync();

        await Expect(keeper.Next).ToContainTextAsync("Final");
        await keeper.ExpectSentAsync();
        Assert.Equal(2, (await olga.GetAsync("/api/events/cup/scores/1")).GetProperty("winner").GetInt32());
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Sides_are_swapped_for_the_eye_only()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);

        await keeper.ChooseAsync("Swap sides");
        var (one, two) = (await keeper.Half(1).BoundingBoxAsync(), await keeper.Half(2).BoundingBoxAsync());
        Assert.True(one!.X > two!.X);
        await keeper.TapAsync(1);
        await keeper.ExpectSentAsync();

        Assert.Equal(["1-0"], (IEnumerable<string>)await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }

    private static async Task CorrectAsync(ScorekeeperPage keeper, string field, string points)
    {
        await keeper.ChooseAsync("Correct the score");
        await keeper.Page.GetByLabel(field).FillAsync(points);
        await keeper.Button("Save").ClickAsync();
        await Expect(keeper.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }
}
