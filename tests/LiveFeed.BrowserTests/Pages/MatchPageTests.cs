using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>A match's own view in the event page.</summary>
[Collection(InBrowser.Name)]
public sealed class MatchPageTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task A_match_opens_from_its_row_and_closes_with_the_back_button(int width)
    {
        var (server, _) = await StartAsync();
        await using var stopping = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?division=2", width);
        var link = viewed.Match(1).GetByRole(AriaRole.Link);

        await link.PressAsync("Enter");

        await Expect(View(viewed)).ToBeVisibleAsync();
        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/events/cup?division=2&match=1").ToString());
        await Expect(viewed.Page).ToHaveTitleAsync("Team 1 – Team 2 – Event cup – LiveFeed");
        await Expect(viewed.Page.Locator("#match-heading")).ToBeFocusedAsync();
        await Expect(viewed.Match(1)).ToBeVisibleAsync(new() { Visible = width == ViewedPage.Desk });

        await viewed.Page.GoBackAsync();
        await Expect(View(viewed)).ToBeHiddenAsync();
        await Expect(link).ToBeFocusedAsync();
        await viewed.Page.GoForwardAsync();
        await Expect(View(viewed)).ToBeVisibleAsync();
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "All matches" }).ClickAsync();
        await Expect(View(viewed)).ToBeHiddenAsync();
        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/events/cup?division=2").ToString());
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Light)]
    [InlineData(ViewedPage.Phone, ColorScheme.Dark)]
    [InlineData(ViewedPage.Desk, ColorScheme.Light)]
    [InlineData(ViewedPage.Desk, ColorScheme.Dark)]
    public async Task The_history_is_a_line_and_a_table_that_grow_with_every_score(int width, ColorScheme scheme)
    {
        var (server, admin) = await StartAsync();
        await using var stopping = server;
        foreach (var (team1, team2) in new[] { (1, 0), (1, 1), (2, 1) })
            await ScoreAsync(admin, [(team1, team2)]);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=1", new View { Width = width, Scheme = scheme });
        var chart = View(viewed).GetByRole(AriaRole.Img, new() { Name = "Points of Team 1 and Team 2" });
        await Expect(chart).ToBeVisibleAsync();
        await View(viewed).GetByText("Every update").ClickAsync();
        var updates = View(viewed).GetByRole(AriaRole.Region, new() { Name = "Every update" }).Locator("tbody tr");
        await Expect(updates).ToHaveCountAsync(3);
        await Expect(updates.First).ToContainTextAsync("2–1");
        var before = await StepsAsync(chart);

        await ScoreAsync(admin, [(3, 1)]);
        await Expect(updates).ToHaveCountAsync(4);
        await Expect(updates.First).ToContainTextAsync("3–1");
        await Expect(updates.First).ToContainTextAsync("Team 1 +1");
        Assert.Equal(before + 1, await StepsAsync(chart));
        await Expect(View(viewed).Locator(".sets tbody tr")).ToHaveTextAsync(["Team 13", "Team 21"]);

        await ScoreAsync(admin, [(21, 15), (0, 2)]);
        await Expect(chart.Locator("path")).ToHaveCountAsync(4);
        await Expect(View(viewed).Locator(".big")).ToHaveTextAsync(["1", "0"]);
        await Expect(View(viewed).Locator(".sets tbody tr")).ToHaveTextAsync(["Team 1210", "Team 2152"]);
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task The_history_names_a_set_that_began_even_if_it_was_removed_later()
    {
        var (server, admin) = await StartAsync();
        await using var stopping = server;
        await ScoreAsync(admin, [(21, 15)]);
        await ScoreAsync(admin, [(21, 15), (0, 0)]);
        await Testing.Expect.SuccessAsync(await admin.PostJsonAsync("/api/events/cup/scores", """{"matchId":1,"sets":[{"team1":21,"team2":15}],"status":"inProgress","decider":{"kind":"goldenSet","team1":0,"team2":0}}"""));
        await Testing.Expect.SuccessAsync(await admin.PostJsonAsync("/api/events/cup/scores", """{"matchId":1,"sets":[{"team1":21,"team2":15}],"status":"final"}"""));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=1");

        await View(viewed).GetByText("Every update").ClickAsync();

        var updates = View(viewed).Locator(".course tbody tr");
        await Expect(updates).ToHaveCountAsync(4);
        await Expect(updates.Nth(2)).ToContainTextAsync("Set 2 begins");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_history_of_more_than_a_page_is_whole_and_has_no_gap_after_a_restart()
    {
        var (server, admin) = await StartAsync();
        await using var stopping = server;
        await ScoreAsync(admin, [(1, 0)]);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup");
        await viewed.Page.RouteAsync("**/history?limit=1000*", async route =>
            await route.ContinueAsync(new() { Url = route.Request.Url.Replace("limit=1000", "limit=2", StringComparison.Ordinal) }));
        await viewed.Match(1).ClickAsync();
        var updates = View(viewed).Locator(".course tbody tr");
        await Expect(updates).ToHaveCountAsync(1);

        await server.RestartAsync(whileDown: () => Expect(viewed.Connection).ToContainTextAsync("Reconnecting"));
        for (var point = 2; point <= 5; point++)
            await ScoreAsync(admin, [(point, 0)]);

        await Expect(viewed.Connection).ToHaveTextAsync("Live", new() { Timeout = 30_000 });
        await Expect(updates).ToHaveCountAsync(5);
    }

    [BrowserFact]
    public async Task Says_that_the_history_cannot_be_had_and_tries_again_at_the_button()
    {
        var (server, admin) = await StartAsync();
        await using var stopping = server;
        await ScoreAsync(admin, [(1, 0)]);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup");
        viewed.Expecting("ERR_FAILED");
        await viewed.Page.RouteAsync("**/history?*", route => route.AbortAsync());
        await viewed.Match(1).ClickAsync();
        await Expect(viewed.Page.Locator("#course-note")).ToHaveTextAsync("The server can't be reached. Check the connection and try again.");

        var again = View(viewed).GetByRole(AriaRole.Button, new() { Name = "Load the history again" });
        var failed = 0;
        viewed.Page.RequestFailed += (_, request) => failed += request.Url.Contains("/history?", StringComparison.Ordinal) ? 1 : 0;
        await again.FocusAsync();
        await viewed.Page.Keyboard.PressAsync("Enter");
        await Eventually.TrueAsync(() => Task.FromResult(failed == 1), "it is asked for again");
        await Expect(again).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(again).ToBeFocusedAsync();

        await viewed.Page.UnrouteAsync("**/history?*");
        await again.ClickAsync();

        await Expect(View(viewed).Locator(".course tbody tr")).ToHaveCountAsync(1);
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "How it went" })).ToBeFocusedAsync();
        await Expect(viewed.Page.Locator("#course-note")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task The_open_match_announces_its_score_to_a_screen_reader_now_and_then()
    {
        var (server, admin) = await StartAsync();
        await using var stopping = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=1");
        await Expect(viewed.Page.Locator("#match-heading")).ToHaveTextAsync("Team 1 – Team 2");
        var told = viewed.Page.Locator("#announced");

        await ScoreAsync(admin, [(1, 0)]);
        await Expect(told).ToHaveTextAsync("Team 1 against Team 2: Sets won 0 to 0, Set 1: 1 to 0");
        await ScoreAsync(admin, [(2, 0)]);
        await ScoreAsync(admin, [(3, 0)]);
        await Expect(View(viewed).Locator(".sets tbody tr").First).ToHaveTextAsync("Team 13");
        await Expect(told).ToContainTextAsync("1 to 0");
        await Expect(told).ToContainTextAsync("3 to 0", new() { Timeout = 30_000 });
    }

    [BrowserFact]
    public async Task A_link_to_a_match_that_left_the_schedule_says_so()
    {
        var (server, _) = await StartAsync();
        await using var stopping = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=99", ViewedPage.Phone);

        await Expect(viewed.Page.GetByText("This match is no longer in the schedule.")).ToBeVisibleAsync();
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "All matches" }).ClickAsync();
        await Expect(viewed.Match(1)).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_share_button_copies_the_link_to_the_match()
    {
        var (server, _) = await StartAsync();
        await using var stopping = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=1");
        await viewed.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();

        await Expect(viewed.Page.GetByText("The link is copied.")).ToBeVisibleAsync();
        Assert.Equal(viewed.Page.Url, await viewed.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    private static async Task<(LiveFeedServer Server, ApiUser Admin)> StartAsync()
    {
        var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", sport: "volleyball");
        await admin.ClaimAsync("cup", 1);
        return (server, admin);
    }

    private static async Task ScoreAsync(ApiUser admin, (int Team1, int Team2)[] sets) =>
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/scores", new
        {
            matchId = 1,
            sets = sets.Select(set => new { team1 = set.Team1, team2 = set.Team2 }),
            status = "inProgress",
        }));

    private static ILocator View(ViewedPage viewed) => viewed.Page.Locator("#match");

    /// <summary>Returns how many steps the first team's line has in the first set.</summary>
    private static async Task<int> StepsAsync(ILocator chart) =>
        (await chart.Locator(".line-1").First.GetAttributeAsync("d"))!.Count(letter => letter == 'H');
}
