using System.Text.RegularExpressions;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Score sheets to print.</summary>
[Collection(InBrowser.Name)]
public sealed class ScoreSheetsTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_sheet_has_the_names_the_time_and_a_box_for_every_set()
    {
        await using var server = await StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score-sheets/?event=cup");

        var first = viewed.Page.GetByRole(AriaRole.Article, new() { Name = "Blue – Red" });
        // The order of day and month, and the clock, are those of the reader's English.
        await Expect(first.Locator("dd")).ToHaveTextAsync(new Regex[] { new("^Women$"), new("^Court 1$"), new("^Sat, .*Jul.* 2026$"), new("^(16|4):30") });
        await Expect(first.Locator(".sheet-number")).ToHaveTextAsync("Match M1");
        await Expect(first.Locator("tbody th")).ToHaveTextAsync(["Blue", "Red"]);
        await Expect(first.Locator("thead th")).ToHaveTextAsync(["Team", "1", "2", "3", "Result"]);
        await Expect(viewed.Page.Locator(".sheet")).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task What_is_chosen_is_in_the_address_and_a_page_of_paper_has_one_match()
    {
        await using var server = await StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score-sheets/?event=cup&match=1");
        await Expect(viewed.Page.Locator(".sheet")).ToHaveCountAsync(1);

        await viewed.Page.GetByLabel("Court").SelectOptionAsync("Court 1");

        await Expect(viewed.Page.Locator(".sheet")).ToHaveCountAsync(2);
        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/score-sheets/?event=cup&court=1").ToString());
        var paper = System.Text.Encoding.Latin1.GetString(await viewed.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal(2, Regex.Count(paper, @"/Type\s*/Page\b"));
    }

    [BrowserFact]
    public async Task An_organizer_finds_the_sheets_and_the_exports()
    {
        await using var server = await StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/manage/cup?show=schedule");
        await viewed.SignInAsync(await server.AdminAsync());
        await viewed.Page.GetByRole(AriaRole.Tab, new() { Name = "Schedule" }).ClickAsync();
        await viewed.Page.GetByText("Print and export").ClickAsync();

        await Expect(viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Calendar" })).ToHaveAttributeAsync("href", new Uri(server.Address, "/api/events/cup/calendar.ics").ToString());
        await Expect(viewed.Page.GetByText("Calendar programs can't sign in")).ToBeHiddenAsync();
        await viewed.Page.GetByRole(AriaRole.Link, new() { Name = "Score sheets to print" }).ClickAsync();
        await Expect(viewed.Page.Locator(".sheet")).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task The_exports_of_a_members_event_are_saved_with_the_organizers_own_access()
    {
        await using var server = await StartAsync();
        await Testing.Expect.SuccessAsync(await (await server.AdminAsync()).PatchAsync("/api/events/cup", new { visibility = "members" }));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/manage/cup?show=schedule");
        await viewed.SignInAsync(await server.AdminAsync());
        await viewed.Page.GetByRole(AriaRole.Tab, new() { Name = "Schedule" }).ClickAsync();
        await viewed.Page.GetByText("Print and export").ClickAsync();
        await Expect(viewed.Page.GetByText("Calendar programs can't sign in")).ToBeVisibleAsync();
        // What a browser that keeps no cookies of this site has.
        await viewed.Page.Context.ClearCookiesAsync();

        var saved = await viewed.Page.RunAndWaitForDownloadAsync(() => viewed.Page.GetByText("Results (.xlsx)").ClickAsync());

        Assert.Equal("cup-results.xlsx", saved.SuggestedFilename);
        await using var content = await saved.CreateReadStreamAsync();
        var start = new byte[2];
        await content.ReadExactlyAsync(start);
        Assert.Equal("PK"u8.ToArray(), start);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_sheet_has_the_columns_of_its_matchs_own_format_or_its_divisions()
    {
        await using var server = await StartAsync();
        var admin = await server.AdminAsync();
        await Testing.Expect.SuccessAsync(await admin.Http.PutAsync("/api/events/cup/schedule", new StringContent("""
            {"divisions":[{"id":1,"name":"Women"},{"id":2,"name":"Finals","format":"volleyball"}],"courts":[],"teams":[],"matches":[
              {"id":1,"divisionId":1,"team1Label":"A","team2Label":"B"},
              {"id":2,"divisionId":2,"team1Label":"C","team2Label":"D"},
              {"id":3,"divisionId":2,"team1Label":"E","team2Label":"F","format":{"kind":"sum","periods":2,"overtime":true}},
              {"id":4,"divisionId":2,"team1Label":"G","team2Label":"H","format":{"kind":"generic"}}]}
            """, System.Text.Encoding.UTF8, "application/json")));

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score-sheets/?event=cup");

        await Expect(viewed.Page.Locator(".sheet")).ToHaveCountAsync(4);
        foreach (var (teams, columns) in new[] { ("A – B", 3), ("C – D", 5), ("E – F", 2), ("G – H", 5) })
            await Expect(viewed.Page.GetByRole(AriaRole.Article, new() { Name = teams }).Locator("thead th")).ToHaveTextAsync(["Team", .. Enumerable.Range(1, columns).Select(column => $"{column}"), "Result"]);
    }

    private static async Task<LiveFeedServer> StartAsync()
    {
        var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "cup", name = "Cup", sport = "volleyball", bestOf = 3, timeZone = "Europe/Helsinki" }));
        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", new
        {
            divisions = new[] { new { id = 1, name = "Women" } },
            courts = new[] { new { id = 1, name = "Court 1" }, new { id = 2, name = "Court 2" } },
            teams = new[] { new { id = 1, name = "Blue", divisionId = 1 }, new { id = 2, name = "Red", divisionId = 1 } },
            matches = new object[]
            {
                new { id = 1, number = "M1", divisionId = 1, courtId = 1, team1Id = 1, team2Id = 2, startsAt = "2026-07-04T13:30:00Z" },
                new { id = 2, courtId = 2, team1Id = 2, team2Id = 1 },
                new { id = 3, courtId = 1, team1Label = "Winner of M1", team2Label = "Winner of 2", startsAt = "2026-07-04T15:30:00Z" },
            },
        }));
        return server;
    }
}
