using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class ScorePageClaimTests(Chromium chromium)
{
    private const string ShortLease = "Claims:Lease=00:00:06";

    [BrowserFact]
    public async Task A_match_is_handed_over_live()
    {
        var (server, olga, jo) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var first = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await first.TapAsync(1, 2);
        await first.ExpectSentAsync();
        await using var second = await ScorekeeperPage.OpenAsync(chromium, server, jo);
        await Expect(second.Page.GetByRole(AriaRole.Region, new() { Name = "Scored by others" })).ToContainTextAsync("Olga, until");
        await second.OpenMatchAsync();
        await Expect(second.Page.Locator("#gate")).ToContainTextAsync("Olga is scoring this match, at least until");
        await Expect(second.Button("Score this match")).ToBeHiddenAsync();

        await first.ChooseAsync("Hand over");
        await Expect(first.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("The next scorekeeper opens this event");
        await first.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Hand over" }).ClickAsync();

        await second.ClaimAsync();
        await second.ExpectPointsAsync(2, 0);
        // The steps of another scorekeeper can't be undone here.
        await Expect(second.Undo).ToBeDisabledAsync();
        await second.TapAsync(2);
        await second.ExpectSentAsync();
        await Expect(first.Page.GetByRole(AriaRole.Region, new() { Name = "Scored by others" })).ToContainTextAsync("Jo, until");
        await first.Viewed.AssertTidyAsync();
        await second.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_claim_is_renewed_as_long_as_the_match_is_kept()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync(settings: ShortLease);
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        var first = await EndAsync(olga);
        await Eventually.TrueAsync(async () => await EndAsync(olga) > first.AddSeconds(6), "The claim was not renewed.");

        await Expect(keeper.Page.Locator("#renew")).ToContainTextAsync("Yours for");
        await keeper.Page.Locator("#renew").ClickAsync();
        await Expect(keeper.Page.GetByText("The claim is renewed.")).ToBeVisibleAsync();
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_claim_that_expired_is_reported_and_claimed_again_and_nothing_is_lost()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync(settings: ShortLease);
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        keeper.Viewed.Expecting("403");

        await keeper.Viewed.SetOfflineAsync(true);
        await Expect(keeper.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Your claim ran out", new() { Timeout = 30_000 });
        await keeper.TapAsync(1, 2);
        await keeper.Viewed.SetOfflineAsync(false);
        await Expect(keeper.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The claim is over, so 2 updates are kept here and not sent.");
        await keeper.ExpectPointsAsync(2, 0);
        await keeper.Button("Claim again and send").ClickAsync();

        await keeper.ExpectSentAsync();
        Assert.Equal(["1-0", "2-0"], (IEnumerable<string>)await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_match_that_another_took_in_the_meantime_says_who_and_keeps_what_was_tapped()
    {
        var (server, olga, jo) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        keeper.Viewed.Expecting("409");
        await keeper.Viewed.SetOfflineAsync(true);
        await keeper.TapAsync(1, 2);
        await Testing.Expect.SuccessAsync(await olga.DeleteAsync("/api/events/cup/claims/1"));
        await jo.ClaimAsync("cup", 1);

        await keeper.Viewed.SetOfflineAsync(false);
        await Expect(keeper.Page.Locator("#item-notes")).ToContainTextAsync("Jo is scoring this match");
        await Expect(keeper.Page.Locator("#item-notes")).ToContainTextAsync("2 updates are kept here");
        await keeper.Button("Try to claim and send").ClickAsync();
        await Expect(keeper.Page.Locator("#item-notes .error")).ToContainTextAsync("Ask for a hand-over.");
        await Testing.Expect.SuccessAsync(await jo.DeleteAsync("/api/events/cup/claims/1"));
        await keeper.Button("Try to claim and send").ClickAsync();

        await keeper.ExpectSentAsync();
        Assert.Equal(["1-0", "2-0"], (IEnumerable<string>)await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_user_who_may_not_score_learns_whom_to_ask()
    {
        var (server, _, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.OpenAsync(chromium, server, await server.RegisterAsync("Sam"));
        keeper.Viewed.Expecting("403");
        await keeper.OpenMatchAsync();

        await keeper.Button("Score this match").ClickAsync();

        await Expect(keeper.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ask an organizer");
        await keeper.Viewed.AssertTidyAsync();
    }

    private static async Task<DateTimeOffset> EndAsync(ApiUser user) =>
        (await user.GetAsync("/api/events/cup/claims/1")).GetProperty("expiresAt").GetDateTimeOffset();
}
