using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>How the import page reads the input that it is given.</summary>
[Collection(InBrowser.Name)]
public sealed class ImportPageReadingTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Text_that_is_no_JSON_is_reported_by_line_and_column()
    {
        await using var server = (await CoveragePage.WithCupAsync()).Server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, ImportPage.Path, ViewedPage.Phone);
        var fault = viewed.Page.Locator("#source-fault");

        await viewed.PasteAsync("{\"scores\": [1,\n 2,, 3]}");
        await Expect(fault).ToContainTextAsync("at line 2, column 4");
        await viewed.PasteAsync("{\"scores\": [1,");
        await Expect(fault).ToContainTextAsync("ends too early");
        await viewed.PasteAsync(" ");
        await Expect(fault).ToHaveTextAsync("There is nothing in it.");
        await viewed.PasteAsync("{\"coverage-plan\": [1]}");
        await Expect(fault).ToBeHiddenAsync();
        await Expect(viewed.Found()).ToHaveCountAsync(1);
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData("""{"scores":[{"matchId":1,"sets":[{"team1Score":1,"team2Score":-2}],"status":"final","lastUpdated":"2026-07-04T10:00:00Z"}]}""", "scores[0].sets[0].team2Score")]
    [InlineData("""{"scores":{"7":{"sets":[],"status":"paused","lastUpdated":"2026-07-04T10:00:00Z"}}}""", """scores["7"].status""")]
    [InlineData("""{"scores":{"7":{"matchId":8,"sets":[],"status":"final","lastUpdated":"2026-07-04T10:00:00Z"}}}""", """scores["7"].matchId""")]
    [InlineData("""{"scores":[{"matchId":1,"sets":[],"status":"final","lastUpdated":"2026-07-04T10:00:00"}]}""", "scores[0].lastUpdated")]
    [InlineData("""{"scores":[{"sets":[],"status":"final","lastUpdated":"2026-07-04T10:00:00Z"}]}""", "scores[0]")]
    [InlineData("""{"data":{"claims":"[{\"matchId\":1,\"claimedBy\":\"\"}]"}}""", "data.claims[0].claimedBy")]
    [InlineData("""{"x-coverage-plan":"[1,\"two\"]"}""", """["x-coverage-plan"][1]""")]
    [InlineData("""{"coverage-plan":"oops"}""", """["coverage-plan"]""")]
    public async Task An_unreadable_value_is_reported_by_its_position(string export, string place)
    {
        await using var server = (await CoveragePage.WithCupAsync()).Server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, ImportPage.Path);

        await viewed.PasteAsync(export);

        await Expect(viewed.Faults()).ToHaveCountAsync(1);
        await Expect(viewed.Faults().Locator("code")).ToHaveTextAsync(place);
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData("""{"coverage-plan":[1,2]}""", 2)]
    [InlineData("""{"coverage-plan":"[1,\"2\"]"}""", 2)]
    [InlineData("""[1,2]""", 2)]
    [InlineData("""[["app_coveragePlan","[3]"],["theme","dark"]]""", 1)]
    [InlineData("""[{"key":"coverage-plan","value":"[3]"}]""", 1)]
    [InlineData("""{"localStorage":{"app.coverage-plan":"[1]"}}""", 1)]
    [InlineData("""{"score-1":"{\"sets\":[{\"team1Score\":1,\"team2Score\":0}],\"status\":\"in-progress\",\"lastUpdated\":1783159200000}"}""", 1)]
    [InlineData("""{"my.claims":{"-5":{"claimedBy":"a","claimedAt":"2026-07-04T10:00:00Z","expiresAt":"2026-07-04T11:00:00+02:00"}}}""", 1)]
    [InlineData("\"{\\\"scores\\\":{\\\"1\\\":{\\\"sets\\\":[],\\\"status\\\":\\\"completed\\\",\\\"lastUpdated\\\":\\\"2026-07-04T10:00:00Z\\\"}}}\"", 1)]
    public async Task Containers_of_many_kinds_are_understood(string export, int items)
    {
        await using var server = (await CoveragePage.WithCupAsync()).Server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, ImportPage.Path);

        await viewed.PasteAsync(export);

        await Expect(viewed.Found()).ToHaveCountAsync(items);
        await Expect(viewed.Faults()).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task What_is_left_aside_is_named()
    {
        await using var server = (await CoveragePage.WithCupAsync()).Server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, ImportPage.Path);

        await viewed.PasteAsync("""{"theme":"dark","scores":[{"matchId":1,"sets":[{"team1":1,"team2":0,"setNumber":1}],"status":"final","lastUpdated":"2026-07-04T10:00:00Z"}]}""");

        await Expect(viewed.Page.Locator("#found-ignored summary")).ToHaveTextAsync("2 other members left aside");
        await viewed.Page.Locator("#found-ignored summary").ClickAsync();
        await Expect(viewed.Page.Locator("#found-ignored p")).ToHaveTextAsync("theme, scores: sets: setNumber");
    }

    [BrowserFact]
    public async Task Shows_names_as_text_whatever_is_in_them()
    {
        const string name = "<img src=x onerror=alert(1)>";
        await using var server = (await CoveragePage.WithCupAsync()).Server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, ImportPage.Path, ViewedPage.Phone);

        await viewed.PasteAsync(new Dictionary<string, object>
        {
            [name] = name,
            ["claims"] = new object[] { new { matchId = 1, claimedBy = name, claimedAt = "2026-07-04T10:00:00Z", expiresAt = "2026-07-04T11:00:00Z" }, new { matchId = name } },
        });

        await Expect(viewed.Found().First).ToContainTextAsync($"Held by {name}");
        await Expect(viewed.Faults().First).ToContainTextAsync(name);
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Light)]
    [InlineData(ViewedPage.Phone, ColorScheme.Dark)]
    [InlineData(ViewedPage.Desk, ColorScheme.Light)]
    [InlineData(ViewedPage.Desk, ColorScheme.Dark)]
    public async Task Shuts_nobody_out(int width, ColorScheme scheme)
    {
        await using var server = (await CoveragePage.WithCupAsync()).Server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, ImportPage.Path, new View { Width = width, Scheme = scheme });
        await viewed.PasteAsync("no");
        await Expect(viewed.Page.Locator("#source-fault")).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();

        await viewed.PasteAsync(new { theme = 1, scores = new object[] { ImportPage.Score(1, 2, ImportPage.Now), ImportPage.Score(77, 2, ImportPage.Now), new { matchId = 2 } } });
        await Expect(viewed.Page.Locator("#who-words")).ToHaveTextAsync("Sign in to import this.");
        await viewed.AssertAccessibleAsync();
        await viewed.SignInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password);
        await Expect(viewed.Page.Locator("#send")).ToHaveTextAsync("Import 2 items");
        await viewed.ImportAsync();
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }
}
