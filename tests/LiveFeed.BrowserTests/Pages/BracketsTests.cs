using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Brackets in the event page.</summary>
[Collection(InBrowser.Name)]
public sealed class BracketsTests(Chromium chromium)
{
    private const string WithThirdPlace = ", \"kind\": \"singleElimination\", \"thirdPlace\": true";

    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Light)]
    [InlineData(ViewedPage.Phone, ColorScheme.Dark)]
    [InlineData(ViewedPage.Desk, ColorScheme.Light)]
    [InlineData(ViewedPage.Desk, ColorScheme.Dark)]
    public async Task The_bracket_follows_every_score_and_is_read_once(int width, ColorScheme scheme)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 8, WithThirdPlace);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", new View { Width = width, Scheme = scheme });
        await viewed.Page.Clock.InstallAsync();
        await viewed.Page.ReloadAsync();
        var reads = 0;
        viewed.Page.Request += (_, request) => reads += request.Url.Contains("/brackets?", StringComparison.Ordinal) ? 1 : 0;
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Brackets" }).ClickAsync();
        await Expect(viewed.Card(1).Locator(".team")).ToHaveTextAsync(["Gulls", "Knots"]);
        await Expect(viewed.Card(5).Locator(".team")).ToHaveTextAsync(["Winner of M1", "Winner of M2"]);
        await Expect(viewed.Page).ToHaveTitleAsync("Brackets – Harbour Cup – LiveFeed");
        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/events/cup?brackets=1").ToString());

        await BracketCup.PlayAsync(admin, 1, "inProgress", 25, 20, sets: 1);
        await Expect(viewed.Card(1).Locator(".number.is-current")).ToHaveTextAsync(["25", "20"]);
        await Expect(viewed.Card(1)).ToHaveAttributeAsync("data-status", "inProgress");
        await BracketCup.PlayAsync(admin, 1, "final", 25, 20);

        await Expect(viewed.Card(1).Locator(".number.is-total")).ToHaveTextAsync(["2", "0"]);
        await Expect(viewed.Card(1).Locator(".is-winner .team")).ToHaveTextAsync("Gulls");
        await Expect(viewed.Card(1).Locator(".visually-hidden")).ToHaveTextAsync("Match M1. Gulls against Knots. Sets won 2 to 0, Set 1: 25 to 20, Set 2: 25 to 20. Gulls won. Final");
        await Expect(viewed.Card(5).Locator(".team")).ToHaveTextAsync(["Gulls", "Winner of M2"]);
        // A read that was due would be made now, and before the next score is shown.
        await viewed.Page.Clock.FastForwardAsync(60_000);
        await BracketCup.PlayAsync(admin, 2, "inProgress", 4, 2, sets: 1);
        await Expect(viewed.Card(2)).ToHaveAttributeAsync("data-status", "inProgress");
        Assert.Equal(1, reads);
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Each_match_stands_midway_between_those_from_which_its_teams_come()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        // Five teams: one match before the semi-finals.
        await BracketCup.DrawAsync(admin, 1, 8, WithThirdPlace);
        await BracketCup.DrawAsync(admin, 2, 5);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?brackets=1");
        await Expect(viewed.Card(8)).ToBeVisibleAsync();

        await Expect(viewed.Bracket("Women").Locator("h3")).ToHaveTextAsync(["Quarter-finals", "Semi-finals", "Final", "Third place"]);
        Assert.Equal((await MiddleAsync(1) + await MiddleAsync(2)) / 2, await MiddleAsync(5), 1d);
        Assert.Equal((await MiddleAsync(5) + await MiddleAsync(6)) / 2, await MiddleAsync(8), 1d);
        await Expect(viewed.Bracket("Women").Locator(".bracket-line")).ToHaveCountAsync(6);
        // The line of the upper semi-final ends at the height of the final.
        var line = await viewed.Page.Locator(".bracket-node", new() { Has = viewed.Card(5) }).Locator(".bracket-line").BoundingBoxAsync();
        Assert.Equal(await MiddleAsync(8), line!.Y + line.Height, 1.5d);

        await Expect(viewed.Bracket("Men").Locator("h3")).ToHaveTextAsync(["Quarter-finals", "Semi-finals", "Final"]);
        await Expect(viewed.Bracket("Men").Locator(".round").First.Locator(".round-note")).ToHaveTextAsync("Without a match here: Gulls, Herons, Terns");
        Assert.Equal(await MiddleAsync(9), await MiddleAsync(10), 1d);
        await viewed.AssertTidyAsync();

        async Task<double> MiddleAsync(int match) => await viewed.Card(match).BoundingBoxAsync() is { } box ? box.Y + (box.Height / 2d) : double.NaN;
    }

    [BrowserFact]
    public async Task A_phone_shows_the_current_round_and_goes_from_round_to_round()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 8, WithThirdPlace);
        for (var match = 1; match <= 4; match++)
            await BracketCup.PlayAsync(admin, match, "final", 25, 20);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?brackets=1", ViewedPage.Phone);
        var rounds = viewed.Page.GetByRole(AriaRole.Group, new() { Name = "Rounds of Women" }).GetByRole(AriaRole.Button);
        await Expect(rounds).ToHaveTextAsync(["Quarter-finals", "Semi-finals", "Final", "Third place"]);
        await Expect(rounds.Nth(1)).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(viewed.Card(5)).ToBeVisibleAsync();
        await Expect(viewed.Card(1)).ToBeHiddenAsync();
        await Expect(viewed.Card(7)).ToBeHiddenAsync();

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Next round" }).FocusAsync();
        await viewed.Page.Keyboard.PressAsync("Enter");
        await Expect(viewed.Card(8)).ToBeVisibleAsync();
        await Expect(viewed.Card(5)).ToBeHiddenAsync();
        await viewed.Page.Keyboard.PressAsync("Enter");
        await Expect(viewed.Card(7)).ToBeVisibleAsync();
        await Expect(viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Next round" })).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Next round" })).ToBeFocusedAsync();
        await viewed.AssertAccessibleAsync();
        await rounds.First.ClickAsync();
        await Expect(viewed.Card(1)).ToBeVisibleAsync();
        await Expect(viewed.Card(1).Locator(".number")).ToHaveTextAsync(["25", "25", "2", "20", "20", "0"]);

        // The tournament goes on; the reader's round stays.
        await BracketCup.PlayAsync(admin, 5, "final", 25, 20);
        await Expect(viewed.Card(8).Locator(".team")).ToHaveTextAsync(["Gulls", "Winner of M6"]);
        await Expect(viewed.Card(1)).ToBeVisibleAsync();
        await Expect(viewed.Card(8)).ToBeHiddenAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_match_leads_to_its_page_and_back_to_its_place()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 4);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?brackets=1", ViewedPage.Phone);
        await viewed.Card(2).ClickAsync();

        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/events/cup?brackets=1&match=2").ToString());
        await Expect(viewed.Page.Locator("#match-heading")).ToHaveTextAsync("Herons – Terns");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Follow Terns" }).ClickAsync();
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "All matches" }).ClickAsync();

        await Expect(viewed.Card(2)).ToBeFocusedAsync();
        await Expect(viewed.Card(2).Locator(".team.is-mine")).ToHaveTextAsync("Terns");
    }

    [BrowserFact]
    public async Task A_double_elimination_has_its_grand_final_beside_the_winners_and_the_losers_below()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 8, ", \"kind\": \"doubleElimination\", \"resetFinal\": true");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?brackets=1");

        var parts = viewed.Page.Locator(".bracket-part");
        await Expect(parts).ToHaveCountAsync(2);
        await Expect(parts.Nth(0).Locator("h3")).ToHaveTextAsync(["Winners’ quarter-finals", "Winners’ semi-finals", "Winners’ final", "Grand final", "Second grand final"]);
        await Expect(parts.Nth(1).Locator("h3")).ToHaveTextAsync(["Losers’ round 1", "Losers’ round 2", "Losers’ round 3", "Losers’ final"]);
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_change_of_the_bracket_is_read_and_keeps_the_reader_s_place()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 4);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?brackets=1");
        await Expect(viewed.Page.Locator("h3:visible")).ToHaveTextAsync(["Semi-finals", "Final"]);
        await viewed.Card(3).FocusAsync();

        await Testing.Expect.SuccessAsync(await admin.PostJsonAsync("/api/events/cup/matches", """{"divisionId": 1, "number": "M9", "team1From": {"loserOf": 1}, "team2From": {"loserOf": 2}}"""));

        await Expect(viewed.Page.Locator("h3:visible")).ToHaveTextAsync(["Semi-finals", "Final", "Third place"], new() { Timeout = 15_000 });
        await Expect(viewed.Card(4).Locator(".team")).ToHaveTextAsync(["Loser of M1", "Loser of M2"]);
        await Expect(viewed.Card(3)).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Brackets_are_offered_where_there_are_some_also_by_the_tables_of_their_division()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 8, ", \"kind\": \"pools\", \"poolCount\": 2");
        await BracketCup.DrawAsync(admin, 2, 4, ", \"kind\": \"roundRobin\"");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?tables=1", ViewedPage.Phone);
        await Expect(viewed.Page.Locator(".pool")).ToHaveCountAsync(3);
        await Expect(viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Brackets" })).ToBeHiddenAsync();

        await Testing.Expect.SuccessAsync(await admin.PostJsonAsync("/api/events/cup/draws", """{"divisionId": 1, "kind": "singleElimination", "fromPools": {"first": 2}}"""));

        await Expect(viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Brackets" })).ToBeVisibleAsync();
        await Expect(viewed.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Bracket of") })).ToHaveTextAsync("Bracket of Women");
        await viewed.AssertAccessibleAsync();
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Bracket of Women" }).ClickAsync();
        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/events/cup?division=1&brackets=1").ToString());
        await Expect(viewed.Bracket("Women").Locator(".bracket-match:visible").First.Locator(".team")).ToHaveTextAsync(["1st Pool A", "2nd Pool B"]);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Sixty_four_teams_fit_on_a_phone()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 64);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?brackets=1", ViewedPage.Phone);
        await Expect(viewed.Page.Locator(".bracket-match:visible")).ToHaveCountAsync(32);
        // The rounds stay in reach below the last match.
        await viewed.Card(32).ScrollIntoViewIfNeededAsync();

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Next round" }).ClickAsync();

        await Expect(viewed.Page.Locator(".bracket-match:visible")).ToHaveCountAsync(16);
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Brackets_that_cannot_be_read_say_so_and_are_read_again_on_demand()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await BracketCup.CreateAsync(server);
        await BracketCup.DrawAsync(admin, 1, 4);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup");
        viewed.Expecting("429");
        // So long that only the button reads them again.
        var refused = new RouteFulfillOptions
        {
            Status = 429,
            ContentType = "application/problem+json",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "600" },
            Body = """{"code":"rate_limited"}""",
        };
        await viewed.Page.RouteAsync("**/api/events/cup/brackets?**", route => route.FulfillAsync(refused));
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Brackets" }).ClickAsync();
        await Expect(viewed.Page.Locator("#brackets").GetByRole(AriaRole.Alert)).ToContainTextAsync("10 minutes");
        await viewed.Page.UnrouteAllAsync();

        await viewed.Page.Locator("#brackets").GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(viewed.Card(3)).ToBeVisibleAsync();
        await Expect(viewed.Page.Locator("#brackets").GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        await viewed.AssertTidyAsync();
    }
}
