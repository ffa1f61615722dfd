using System.Text.Json;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The clock of a match and what happens in it, on the scorekeeper's page.</summary>
[Collection(InAnotherBrowser.Name)]
public sealed class ScorePageIncidentTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task An_incident_takes_two_taps_after_the_button_and_can_be_taken_back(int width)
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("football", null);
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga, new View { Width = width });

        await keeper.Button("Record…").ClickAsync();
        var dialog = keeper.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Goal", Exact = true })).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Ace" })).ToHaveCountAsync(0);
        await keeper.Viewed.AssertAccessibleAsync();
        await keeper.Viewed.AssertTidyAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Yellow card", Exact = true }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Team 2" }).ClickAsync();

        await Eventually.TrueAsync(async () => await IncidentsAsync(olga) is ["yellowCard 2"], "the card is stored");
        await keeper.ExpectSentAsync();
        // The score is the scorekeeper's own: what happened doesn't change it.
        await keeper.ExpectPointsAsync(0, 0);

        await keeper.Button("Record…").ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Take back: Yellow card · Team 2" }).ClickAsync();
        await Eventually.TrueAsync(async () => await IncidentsAsync(olga) is [], "the card is retracted");
        await Expect(dialog.GetByText("Recorded")).ToHaveCountAsync(0);
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task The_clock_starts_stops_ends_its_period_and_goes_on_with_the_next()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("football", null);
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        var clock = keeper.Page.Locator("#clock");

        await keeper.Button("Start clock").ClickAsync();
        await Eventually.TrueAsync(async () => await ClockAsync(olga) is (1, "running"), "the clock runs");
        await Expect(clock).ToContainTextAsync("First half");
        await Expect(keeper.Page.Locator("#clock-face")).Not.ToHaveTextAsync("0:00");
        await keeper.Button("Stop").ClickAsync();
        await Eventually.TrueAsync(async () => await ClockAsync(olga) is (1, "stopped"), "the clock is stopped");

        await keeper.ChooseAsync("End this period");
        await Eventually.TrueAsync(async () => await ClockAsync(olga) is (1, "ended"), "the half is over");
        await Expect(clock).ToHaveTextAsync("Half-time");
        await keeper.Viewed.AssertTidyAsync();
        await keeper.Button("Next period").ClickAsync();
        await Eventually.TrueAsync(async () => await ClockAsync(olga) is (2, "running"), "the second half runs");

        await keeper.ChooseAsync("Set the clock");
        await keeper.Page.GetByLabel("Period", new() { Exact = true }).FillAsync("1");
        await keeper.Page.GetByLabel("Minutes played").FillAsync("12");
        await keeper.Button("Set it").ClickAsync();
        await Eventually.TrueAsync(async () => await ClockAsync(olga) is (1, "running"), "the clock is set back");
        await Expect(keeper.Page.Locator("#clock-face")).ToContainTextAsync("12:");
        await keeper.Viewed.AssertAccessibleAsync();
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Without_a_network_clock_and_incidents_are_kept_and_sent_later_with_their_minute()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("football", null);
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.Button("Record…").ClickAsync();
        await keeper.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Goal", Exact = true }).ClickAsync();
        await keeper.Button("Close").ClickAsync();
        await keeper.Viewed.SetOfflineAsync(true);

        await keeper.Button("Start clock").ClickAsync();
        await Expect(keeper.Page.Locator("#clock")).ToContainTextAsync("First half");
        await keeper.Button("Record…").ClickAsync();
        await keeper.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Goal", Exact = true }).ClickAsync();
        await keeper.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Team 1" }).ClickAsync();
        await keeper.ExpectSyncAsync("No network: 2 kept here");
        Assert.Empty(await IncidentsAsync(olga));

        await keeper.Viewed.SetOfflineAsync(false);

        await Eventually.TrueAsync(async () => await IncidentsAsync(olga) is ["goal 1"], "the goal is stored");
        Assert.Equal(1, (await olga.GetAsync("/api/events/cup/matches/1/incidents")).GetProperty("items")[0].GetProperty("minute").GetInt32());
        Assert.Equal((1, "running"), await ClockAsync(olga));
        await keeper.ExpectSentAsync();
    }

    [BrowserFact]
    public async Task In_sets_there_is_no_clock_and_what_the_sport_knows_can_be_recorded()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await Expect(keeper.Button("Start clock")).ToBeHiddenAsync();

        await keeper.Button("Record…").ClickAsync();
        var dialog = keeper.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Own goal" })).ToHaveCountAsync(0);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Challenge" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Neither side" })).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Team 1" }).ClickAsync();

        await Eventually.TrueAsync(async () => await IncidentsAsync(olga) is ["challenge 1"], "the challenge is stored");
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_final_score_is_signed_after_a_question()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("football", null);
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.TapAsync(1);
        await keeper.ChooseAsync("Finish match");
        await keeper.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Finish match" }).ClickAsync();
        await keeper.ExpectSentAsync();

        await keeper.ChooseAsync("Sign the result");
        await keeper.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Sign the result" }).ClickAsync();

        await Eventually.TrueAsync(async () => (await olga.GetAsync("/api/events/cup/scores/1")).TryGetProperty("official", out _), "the score is signed");
        await Expect(keeper.Page.GetByText("The result is signed.")).ToBeVisibleAsync();
        await Expect(keeper.Undo).ToBeDisabledAsync();
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_score_that_is_corrected_while_the_question_is_open_is_not_signed_unseen()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("football", null);
        await using var stopping = server;
        var admin = await server.AdminAsync();
        await using var keeper = await FinishedAsync(server, olga);
        keeper.Viewed.Expecting("412");

        await keeper.ChooseAsync("Sign the result");
        var sign = keeper.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Sign the result" });
        await Expect(sign).ToBeVisibleAsync();
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/scores", new { matchId = 1, sets = new[] { new { team1 = 2, team2 = 0 } }, status = "final", reason = "wrong sheet" }));
        await keeper.ExpectPointsAsync(2, 0);
        await sign.ClickAsync();

        await Expect(keeper.Page.GetByText("The score has changed in the meantime. Look at it again first.")).ToBeVisibleAsync();
        Assert.False((await olga.GetAsync("/api/events/cup/scores/1")).TryGetProperty("official", out _));
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Organizers_take_the_signature_back_where_they_keep_score(int width)
    {
        var (server, olga, jo) = await ScorekeeperPage.CupAsync("football", null);
        await using var stopping = server;
        var admin = await server.AdminAsync();
        await admin.AddMemberAsync("cup", olga.Id, "organizer");
        await using var keeper = await FinishedAsync(server, olga, width);
        await Testing.Expect.SuccessAsync(await olga.PutAsync("/api/events/cup/matches/1/official", new { official = true }));
        await Expect(keeper.Next).ToContainTextAsync("The score is signed: only an organizer can change it, or take the signature back.");

        await keeper.Page.Locator("#more > summary").ClickAsync();
        await Expect(keeper.Page.Locator("#more .menu-items > *")).ToHaveTextAsync(["Swap sides", "Hand over", "Take the signature back"]);
        await keeper.Viewed.AssertAccessibleAsync();
        await keeper.Viewed.AssertTidyAsync();
        await keeper.Button("Take the signature back").ClickAsync();

        await Expect(keeper.Page.GetByText("The result is no longer signed.")).ToBeVisibleAsync();
        Assert.False((await olga.GetAsync("/api/events/cup/scores/1")).TryGetProperty("official", out _));
        await Expect(keeper.Next).Not.ToContainTextAsync("The score is signed");
        await Expect(keeper.Undo).ToBeEnabledAsync();
    }

    private async Task<ScorekeeperPage> FinishedAsync(LiveFeedServer server, ApiUser user, int width = ViewedPage.Phone)
    {
        var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, user, new View { Width = width });
        await keeper.TapAsync(1);
        await keeper.ChooseAsync("Finish match");
        await keeper.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Finish match" }).ClickAsync();
        await keeper.ExpectSentAsync();
        await Eventually.TrueAsync(async () => (await user.GetAsync("/api/events/cup/scores/1")).GetProperty("status").GetString() == "final", "the score is final");
        return keeper;
    }

    private static async Task<string[]> IncidentsAsync(ApiUser user) =>
        [.. (await user.GetAsync("/api/events/cup/matches/1/incidents")).GetProperty("items").EnumerateArray().Select(incident => $"{incident.GetProperty("kind").GetString()} {incident.GetProperty("side").GetInt32()}")];

    private static async Task<(int Period, string? State)?> ClockAsync(ApiUser user)
    {
        using var response = await user.Http.GetAsync(new Uri("/api/events/cup/matches/1/clock", UriKind.Relative));
        if (!response.IsSuccessStatusCode)
            return null;
        var clock = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        return (clock.GetProperty("period").GetInt32(), clock.GetProperty("state").GetString());
    }
}
