using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The standings of pools in the event page.</summary>
[Collection(InBrowser.Name)]
public sealed class TablesTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Light)]
    [InlineData(ViewedPage.Phone, ColorScheme.Dark)]
    [InlineData(ViewedPage.Desk, ColorScheme.Light)]
    [InlineData(ViewedPage.Desk, ColorScheme.Dark)]
    public async Task The_tables_follow_the_results_and_say_what_separated_level_teams(int width, ColorScheme scheme)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server, "volleyball");
        await PlayAsync(admin, 1, "final", 25, 20, sets: 2);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", new View { Width = width, Scheme = scheme });
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Tables" }).ClickAsync();

        var pool = Pool(viewed);
        await Expect(pool.Locator("thead th")).ToHaveTextAsync(["#Rank", "Team", "PPlayed", "WWon", "LLost", "Sets", "RatioPoint ratio", "PtsPoints"]);
        await Expect(pool.Locator("tbody tr").First).ToContainTextAsync("1Gulls1102–01.2503");
        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/events/cup?tables=1").ToString());
        await Expect(viewed.Page).ToHaveTitleAsync("Tables – Harbour Cup – LiveFeed");
        await Expect(viewed.Match(1).First).ToBeHiddenAsync();

        // Terns win as often as Gulls, by more points.
        await PlayAsync(admin, 2, "final", 10, 25, sets: 2);

        await Expect(pool.Locator("tbody th")).ToHaveTextAsync(["Terns", "Gulls1", "Herons", "Skuas2"]);
        await Expect(pool.Locator("ol li")).ToHaveTextAsync(["Terns is before Gulls by point ratio.", "Herons is before Skuas by point ratio."]);
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Goals_are_counted_where_the_sport_counts_goals()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server, "football");
        await PlayAsync(admin, 1, "final", 3, 1);
        await PlayAsync(admin, 2, "final", 0, 0);

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?tables=1", ViewedPage.Phone);

        var pool = Pool(viewed);
        await Expect(pool.Locator("thead th")).ToHaveTextAsync(["#Rank", "Team", "PPlayed", "WWon", "DDrawn", "LLost", "Goals", "+/−Goal difference", "PtsPoints"]);
        await Expect(pool.Locator("tbody tr")).ToContainTextAsync(["1Gulls11003–1+23", "2Terns", "2Skuas", "4Herons"]);
        await Expect(pool.Locator("tbody tr").Nth(3)).ToContainTextAsync("10011–3−20");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_team_in_play_is_marked_with_its_score_and_leads_to_the_match()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server, "football");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?tables=1");
        var pool = Pool(viewed);
        await Expect(pool.Locator("tbody tr")).ToHaveCountAsync(4);
        await Expect(pool.Locator(".is-live")).ToHaveCountAsync(0);

        await PlayAsync(admin, 1, "inProgress", 2, 1);

        await Expect(pool.Locator(".is-live")).ToHaveCountAsync(2);
        await Expect(pool).ToContainTextAsync("Matches in play don't count until they are over.");
        await pool.GetByRole(AriaRole.Link, new() { Name = "In play, against Gulls: 1–2" }).ClickAsync();
        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/events/cup?tables=1&match=1").ToString());
        await Expect(viewed.Page.Locator("#match-heading")).ToHaveTextAsync("Gulls – Herons");
        await Expect(pool).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_rank_by_hand_is_shown_with_its_reason()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server, "volleyball");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?tables=1");
        var pool = Pool(viewed);
        await Expect(pool.Locator("tbody tr")).ToHaveCountAsync(4);

        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/standings/A/ranks", new { ranks = new[] { new { teamId = 4, rank = 1, reason = "Drawn by lot" } } }));

        await Expect(pool.Locator("tbody tr").First).ToContainTextAsync("Skuas");
        await Expect(pool.Locator("ol li")).ToHaveTextAsync(["Skuas has this rank by decision of the organizer: Drawn by lot"]);
    }

    [BrowserFact]
    public async Task A_division_has_its_own_address()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await CupAsync(server, "volleyball");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?tables=1", ViewedPage.Phone);
        await Expect(viewed.Page.Locator(".pool h2")).ToHaveTextAsync(["Men · Pool B", "Women · Pool A"]);

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Women" }).ClickAsync();

        await Expect(viewed.Page.Locator(".pool h2")).ToHaveTextAsync(["Women · Pool A"]);
        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/events/cup?division=1&tables=1").ToString());
        await viewed.Page.GoBackAsync();
        await Expect(viewed.Page.Locator(".pool h2")).ToHaveCountAsync(2);
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Matches", Exact = true }).ClickAsync();
        await Expect(viewed.Match(1)).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task The_tables_are_loaded_when_they_are_asked_for_and_offered_only_if_there_are_pools()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server, "volleyball");
        await admin.CreateEventAsync("plain");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/swagger/none");
        var scripts = new List<string>();
        viewed.Page.Request += (_, request) => scripts.Add(new Uri(request.Url).AbsolutePath);
        await viewed.Page.GotoAsync("/events/plain");
        await Expect(viewed.Match(1)).ToBeVisibleAsync();
        await Expect(viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Tables" })).ToBeHiddenAsync();

        await viewed.Page.GotoAsync("/events/cup");
        await Expect(viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Tables" })).ToBeVisibleAsync();
        Assert.DoesNotContain("/js/event/tables-view.js", scripts);
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Tables" }).ClickAsync();
        await Expect(Pool(viewed)).ToBeVisibleAsync();
        Assert.Contains("/js/event/tables-view.js", scripts);
    }

    /// <summary>Makes the event <c>cup</c> with a pool of four teams, in which match 1 is Gulls against Herons and match 2 is Skuas against Terns, and another pool.</summary>
    private static async Task<ApiUser> CupAsync(LiveFeedServer server, string sport)
    {
        var admin = await server.AdminAsync();
        var bestOf = sport == "volleyball" ? 3 : (int?)null;
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "cup", name = "Harbour Cup", sport, bestOf }));
        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", new
        {
            divisions = new object[]
            {
                new { id = 1, name = "Women", pools = new[] { new { id = "A", name = "Pool A", teams = new[] { 1, 2, 3, 4 } } } },
                new { id = 2, name = "Men", pools = new[] { new { id = "B", name = "Pool B", teams = new[] { 5, 6 } } } },
            },
            teams = new[] { "Gulls", "Herons", "Terns", "Skuas", "Plovers", "Puffins" }.Select((name, index) => new { id = index + 1, name, divisionId = index < 4 ? 1 : 2 }),
            matches = new[] { (1, 1, 2), (2, 4, 3), (3, 1, 3), (4, 2, 4) }.Select(match => new { id = match.Item1, divisionId = 1, team1Id = match.Item2, team2Id = match.Item3 }),
        }));
        return admin;
    }

    private static ILocator Pool(ViewedPage viewed) => viewed.Page.Locator(".pool", new() { HasText = "Women · Pool A" });

    private static async Task PlayAsync(ApiUser admin, int matchId, string status, int team1, int team2, int sets = 1)
    {
        await admin.ClaimAsync("cup", matchId);
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/scores", new { matchId, status, sets = Enumerable.Repeat(new { team1, team2 }, sets) }));
    }
}
