using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InAnotherBrowser.Name)]
public sealed class ScorePageAccessibilityTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Light)]
    [InlineData(ViewedPage.Phone, ColorScheme.Dark)]
    [InlineData(ViewedPage.Desk, ColorScheme.Light)]
    [InlineData(ViewedPage.Desk, ColorScheme.Dark)]
    public async Task Every_state_shuts_nobody_out(int width, ColorScheme scheme)
    {
        var (server, olga, jo) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await jo.ClaimAsync("cup", 2);
        await using var keeper = await ScorekeeperPage.OpenAsync(chromium, server, olga, new View { Width = width, Scheme = scheme });
        await Expect(keeper.Viewed.Match(2)).ToContainTextAsync("Jo, until");
        await AssertAsync(keeper);

        await keeper.OpenMatchAsync(2);
        await Expect(keeper.Page.Locator("#gate")).ToContainTextAsync("Jo is scoring this match");
        await AssertAsync(keeper);
        await keeper.Page.GetByRole(AriaRole.Link, new() { Name = "All matches" }).ClickAsync();

        await keeper.OpenMatchAsync();
        await AssertAsync(keeper);
        await keeper.ClaimAsync();
        await keeper.TapAsync(1, 25);
        await Expect(keeper.Next).ToContainTextAsync("Set 1 to Team 1.");
        await keeper.ExpectSentAsync();
        await AssertAsync(keeper);

        await keeper.ChooseAsync("Correct the score");
        await AssertAsync(keeper);
        await keeper.Page.Keyboard.PressAsync("Escape");
        await keeper.Page.Locator("#more > summary").ClickAsync();
        await AssertAsync(keeper);
        await keeper.Page.Keyboard.PressAsync("Escape");

        keeper.Viewed.Expecting("409");
        await keeper.Viewed.SetOfflineAsync(true);
        await keeper.TapAsync(2);
        await keeper.ExpectSyncAsync("No network: 1 kept here");
        await AssertAsync(keeper);
        await olga.ScoreAndClaimAnewAsync("cup", 1, 9, 0);
        await keeper.Viewed.SetOfflineAsync(false);
        await Expect(keeper.Page.Locator("#item-notes")).ToContainTextAsync("came too late");
        await AssertAsync(keeper);
    }

    [BrowserFact]
    public async Task A_match_is_kept_by_keyboard_alone()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.OpenAsync(chromium, server, olga, ViewedPage.Desk);

        await keeper.Viewed.Match(1).GetByRole(AriaRole.Link).PressAsync("Enter");
        await keeper.Button("Score this match").PressAsync("Enter");
        await Expect(keeper.Half(2)).ToBeVisibleAsync();
        await keeper.Half(2).PressAsync("Enter");
        await keeper.ExpectPointsAsync(0, 1);
        await keeper.Half(2).PressAsync("Space");
        await Expect(keeper.Page.Locator("#spoken")).ToHaveTextAsync("Team 1 0, Team 2 2");
        await keeper.Undo.PressAsync("Enter");

        await keeper.ExpectPointsAsync(0, 1);
        await keeper.ExpectSentAsync();
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task The_halves_fill_the_screen_of_a_phone_on_its_side_and_a_target_is_never_small()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        foreach (var (width, height, share) in new[] { (390, 844, 0.6), (844, 390, 0.5), (320, 568, 0.35) })
        {
            await keeper.Page.SetViewportSizeAsync(width, height);
            var (one, two) = (await keeper.Half(1).BoundingBoxAsync(), await keeper.Half(2).BoundingBoxAsync());
            Assert.True((one!.Width + two!.Width) * one.Height > share * width * height, $"At {width} x {height} the halves are {one.Width} x {one.Height}.");
            foreach (var target in await keeper.Page.Locator("#keeping :is(button, a, summary):visible").AllAsync())
                Assert.True((await target.BoundingBoxAsync())!.Height >= 43.5, $"Too small at {width}: {await target.TextContentAsync()}");
            Assert.True(await keeper.Page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight"), $"It scrolls at {width} x {height}.");
            await keeper.Viewed.AssertTidyAsync();
        }
    }

    private static async Task AssertAsync(ScorekeeperPage keeper)
    {
        await keeper.Viewed.AssertAccessibleAsync();
        await keeper.Viewed.AssertTidyAsync();
    }
}
