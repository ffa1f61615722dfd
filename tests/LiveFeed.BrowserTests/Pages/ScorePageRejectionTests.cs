using LiveFeed.BrowserTests.Browser;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InAnotherBrowser.Name)]
public sealed class ScorePageRejectionTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("Keep 9–0", "9-0")]
    [InlineData("Write 1–0 anew", "9-0 then 1-0")]
    public async Task A_score_that_came_too_late_is_shown_with_a_choice(string choice, string history)
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        keeper.Viewed.Expecting("409");
        await keeper.Viewed.SetOfflineAsync(true);
        await keeper.TapAsync(1);
        await keeper.ExpectSyncAsync("No network: 1 kept here");
        await olga.ScoreAndClaimAnewAsync("cup", 1, 9, 0);

        await keeper.Viewed.SetOfflineAsync(false);
        await Expect(keeper.Page.Locator("#item-notes")).ToContainTextAsync("came too late: 9–0 is stored since");
        await keeper.ExpectPointsAsync(9, 0);
        await keeper.Button(choice).ClickAsync();

        await keeper.ExpectSentAsync();
        await Expect(keeper.Page.Locator("#item-notes > *")).ToHaveCountAsync(0);
        Assert.Equal(history, string.Join(" then ", await keeper.HistoryAsync()));
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_score_that_cannot_be_is_shown_with_why_and_corrected()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        keeper.Viewed.Expecting("422");

        // The page itself offers no way to write an invalid score. Another version of it might.
        await keeper.Page.EvaluateAsync(
            """
            async () => {
              const outbox = await (await import("/livefeed.js")).openOutbox();
              await outbox.write({ eventId: "cup", matchId: 1, sets: [{ team1: 1000, team2: 0 }], status: "inProgress" });
            }
            """);
        await Expect(keeper.Page.Locator("#item-notes")).ToContainTextAsync("1000–0 was rejected: This score can't be");
        await keeper.ExpectSyncAsync("Needs you");
        await keeper.Button("Correct it").ClickAsync();
        await keeper.Page.GetByLabel("Set 1, Team 1").FillAsync("10");
        await keeper.Button("Save").ClickAsync();

        await keeper.ExpectSentAsync();
        Assert.Equal(["10-0"], (IEnumerable<string>)await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData("writeIncident({ eventId: 'cup', matchId: 1, kind: 'goal' })", "Something that happened in the match was rejected: ")]
    [InlineData("writeClock({ eventId: 'cup', matchId: 1, period: 0, state: 'running', elapsedMs: 0 })", "What the match's clock shows was rejected: ")]
    [InlineData("retractIncident({ eventId: 'cup', matchId: 1, incidentId: 'none' })", "Taking back something that happened in the match was rejected: ")]
    public async Task What_is_rejected_and_is_no_score_can_only_be_sent_again_or_thrown_away(string write, string message)
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        keeper.Viewed.Expecting("4");
        await keeper.TapAsync(1);
        await keeper.ExpectSentAsync();

        await keeper.Page.EvaluateAsync($"async () => (await (await import('/livefeed.js')).openOutbox()).{write}");
        var notes = keeper.Page.Locator("#item-notes");
        await Expect(notes).ToContainTextAsync(message);
        await Expect(notes.GetByRole(Microsoft.Playwright.AriaRole.Button)).ToHaveTextAsync(["Try again", "Throw it away"]);
        await keeper.Button("Throw it away").ClickAsync();

        await Expect(notes.Locator("> *")).ToHaveCountAsync(0);
        await keeper.ExpectPointsAsync(1, 0);
        await keeper.ExpectSentAsync();
        Assert.Equal(["1-0"], (IEnumerable<string>)await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task An_impossible_value_is_rejected_by_the_form_before_it_is_written()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.ChooseAsync("Correct the score");

        await keeper.Page.GetByLabel("Set 1, Team 1").FillAsync("-3");
        await keeper.Button("Save").ClickAsync();
        await Expect(keeper.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog)).ToContainTextAsync("Give whole numbers from 0 to 999.");
        await keeper.Page.Keyboard.PressAsync("Escape");

        await keeper.ExpectSentAsync();
        Assert.Empty(await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_button_below_what_is_not_sent_keeps_the_focus_while_more_is_recorded()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.Viewed.LoseSessionAsync();
        await keeper.TapAsync(1);
        var note = keeper.Page.Locator("#item-notes");
        await Expect(note).ToContainTextAsync("so one update is kept here");
        var signIn = note.GetByText("Sign in", new() { Exact = true });
        await signIn.FocusAsync();

        // A tap that takes no focus, as on a phone.
        await keeper.Half(1).EvaluateAsync("half => half.click()");

        await Expect(note).ToContainTextAsync("so 2 updates are kept here");
        await Expect(signIn).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_session_that_is_over_keeps_what_is_tapped_and_goes_on_after_a_sign_in()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.Viewed.LoseSessionAsync();

        await keeper.TapAsync(1, 2);
        await Expect(keeper.Page.Locator("#item-notes")).ToContainTextAsync("Your session is over, so 2 updates are kept here");
        await keeper.ExpectPointsAsync(2, 0);
        await keeper.Page.Locator("#item-notes").GetByText("Sign in", new() { Exact = true }).ClickAsync();
        await keeper.Viewed.SendSignInAsync(olga.Email, LiveFeedServer.Password);

        await keeper.ExpectSentAsync();
        Assert.Equal(["1-0", "2-0"], (IEnumerable<string>)await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }
}
