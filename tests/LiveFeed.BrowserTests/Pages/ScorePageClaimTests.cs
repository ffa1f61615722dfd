using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InAnotherBrowser.Name)]
public sealed class ScorePageClaimTests(Chromium chromium)
{
    private const string ShortLease = "Claims:Lease=00:00:06";

    private const string TenMinutesSlow =
        """
        () => {
          const { Date: Right } = window;
          window.Date = class extends Right {
            constructor(...parts) { super(...(parts.length > 0 ? parts : [Right.now() - 600_000])); }
            static now() { return Right.now() - 600_000; }
          };
        }
        """;

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
    public async Task A_second_device_of_the_same_account_is_told_before_its_points_count()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var phone = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        phone.Viewed.Expecting("409");
        await phone.TapAsync(1, 2);
        await phone.ExpectSentAsync();
        await using var tablet = await ScorekeeperPage.OpenAsync(chromium, server, olga);
        tablet.Viewed.Expecting("409");
        await Expect(tablet.Viewed.Match(1)).ToContainTextAsync("On your other device");
        await tablet.OpenMatchAsync();
        await Expect(tablet.Page.Locator("#gate")).ToContainTextAsync("You are scoring this match on another device.");

        await tablet.Button("Score it here").ClickAsync();
        await tablet.ExpectPointsAsync(2, 0);
        await Expect(tablet.Undo).ToBeDisabledAsync();
        await tablet.TapAsync(2);
        await tablet.ExpectSentAsync();

        await Expect(phone.Page.Locator("#gate")).ToContainTextAsync("You are scoring this match on another device.");
        Assert.Equal(["1-0", "2-0", "2-1"], (IEnumerable<string>)await tablet.HistoryAsync());
        await phone.Viewed.AssertTidyAsync();
        await tablet.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task What_was_tapped_without_a_network_waits_for_a_decision_if_the_other_device_went_on()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var phone = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        phone.Viewed.Expecting("409");
        await phone.TapAsync(1, 2);
        await phone.ExpectSentAsync();
        await phone.Viewed.SetOfflineAsync(true);
        await phone.TapAsync(1, 1);
        await Testing.Expect.SuccessAsync(await olga.PostAsync("/api/events/cup/claims/1", new { deviceId = "tablet", takeOver = true }));

        await phone.Viewed.SetOfflineAsync(false);

        await Expect(phone.Page.Locator("#item-notes")).ToContainTextAsync("You score this match on another device now, so one update is kept here and not sent.");
        await phone.Page.Locator("#item-notes").GetByRole(AriaRole.Button, new() { Name = "Score it here" }).ClickAsync();
        await phone.ExpectSentAsync();
        Assert.Equal(["1-0", "2-0", "3-0"], (IEnumerable<string>)await phone.HistoryAsync());
        await phone.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_match_whose_holder_is_silent_is_taken_over_and_the_holder_sees_by_whom()
    {
        var (server, olga, jo) = await ScorekeeperPage.CupAsync(settings: "Claims:Silence=00:00:01");
        await using var stopping = server;
        await using var first = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await first.TapAsync(1);
        await first.ExpectSentAsync();
        await using var second = await ScorekeeperPage.OpenAsync(chromium, server, jo);
        await second.OpenMatchAsync();
        await Expect(second.Page.Locator("#gate")).ToContainTextAsync("ask Olga to choose Hand over");
        await Expect(second.Button("Take over this match")).ToBeHiddenAsync();

        await second.Page.EvaluateAsync("() => { const { now } = Date; Date.now = () => now() + 100_000; }");
        await second.Button("Take over this match").ClickAsync();

        await second.ExpectPointsAsync(1, 0);
        await Expect(first.Page.Locator("#gate")).ToContainTextAsync("Jo is scoring this match");
        await first.Viewed.AssertTidyAsync();
        await second.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task What_a_device_with_a_slow_clock_taps_after_another_scorekeeper_counts()
    {
        var (server, olga, jo) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await jo.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await jo.ScoreAsync("cup", 1, 1, 0));
        await Testing.Expect.SuccessAsync(await jo.DeleteAsync("/api/events/cup/claims/1"));
        await using var keeper = await ScorekeeperPage.OpenAsync(chromium, server, olga);
        await keeper.Page.EvaluateAsync(TenMinutesSlow);
        await keeper.OpenMatchAsync();
        await keeper.ClaimAsync();
        await keeper.ExpectPointsAsync(1, 0);

        await keeper.TapAsync(1);

        await keeper.ExpectSentAsync();
        Assert.Equal(["1-0", "2-0"], (IEnumerable<string>)await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_match_that_was_taken_out_and_put_back_is_shown_as_the_server_has_it()
    {
        var (server, olga, jo) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.TapAsync(1, 4);
        await keeper.ExpectSentAsync();

        await ReplaceAsync(server, jo);

        await keeper.ClaimAsync();
        await ExpectReplacedAsync(keeper);
    }

    [BrowserFact]
    public async Task A_match_that_was_taken_out_and_put_back_while_the_page_was_closed_is_shown_as_the_server_has_it()
    {
        var (server, olga, jo) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.TapAsync(1, 4);
        await keeper.ExpectSentAsync();
        var address = keeper.Page.Url;
        await keeper.Page.GotoAsync("about:blank");

        await ReplaceAsync(server, jo);
        await keeper.Page.GotoAsync(address);

        await keeper.ExpectPointsAsync(0, 2);
        await keeper.Button("Claim again").ClickAsync();
        await ExpectReplacedAsync(keeper);
    }

    /// <summary>Takes the matches out, puts them back, and scores the first one anew.</summary>
    private static async Task ReplaceAsync(LiveFeedServer server, ApiUser scorekeeper)
    {
        var admin = await server.AdminAsync();
        foreach (var matches in new[] { 0, 4 })
            await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule?affectScored=true", TestSchedule.Of(matches)));
        await scorekeeper.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await scorekeeper.ScoreAsync("cup", 1, 0, 2));
        await Testing.Expect.SuccessAsync(await scorekeeper.DeleteAsync("/api/events/cup/claims/1"));
    }

    private static async Task ExpectReplacedAsync(ScorekeeperPage keeper)
    {
        await keeper.ExpectPointsAsync(0, 2);
        await Expect(keeper.Undo).ToBeDisabledAsync();
        await keeper.TapAsync(1);
        await keeper.ExpectSentAsync();
        Assert.Equal(["1-0", "2-0", "3-0", "4-0", "0-2", "1-2"], (IEnumerable<string>)await keeper.HistoryAsync());
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
