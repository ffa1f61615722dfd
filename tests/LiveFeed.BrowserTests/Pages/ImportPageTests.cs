using System.Text.Json;
using LiveFeed.BrowserTests.Browser;
using LiveFeed.BrowserTests.Client;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class ImportPageTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Later_scores_are_imported_and_older_ones_are_reported_with_the_score_that_stands(int width)
    {
        var (server, admin) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await admin.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 5, 3));
        var scorer = await server.RegisterAsync("Sam");
        await admin.AddMemberAsync("cup", scorer.Id);
        await using var viewed = await OpenAsync(server, width);
        var now = ImportPage.Now;

        await viewed.PasteAsync(new Dictionary<string, object>
        {
            ["app:scores"] = JsonSerializer.Serialize(new Dictionary<string, object> { ["1"] = ImportPage.Score(1, 9, now.AddDays(-1)), ["2"] = ImportPage.Score(2, 7, now.AddMinutes(-1)) }),
            ["app:claims"] = JsonSerializer.Serialize(new[] { new { matchId = 3, claimedBy = scorer.Id, claimedAt = now.AddMinutes(-1), expiresAt = now.AddHours(1) }, new { matchId = 4, claimedBy = "gone", claimedAt = now, expiresAt = now.AddHours(1) } }),
            ["app:coverage-plan"] = "[2,3,99]",
        });
        await Expect(viewed.Found()).ToHaveCountAsync(7);
        await Expect(viewed.Found().First).ToContainTextAsync("Team 1 – Team 2");
        await viewed.ImportAsync();

        var results = viewed.Results();
        await Expect(results.Nth(0)).ToContainTextAsync("Server's kept");
        await Expect(results.Nth(0)).ToContainTextAsync("The server has a newer score, which stays. There: 5–3 · In play");
        await Expect(results.Nth(1)).ToContainTextAsync("Imported");
        await Expect(results.Nth(1)).ToContainTextAsync("Team 3 – Team 4");
        await Expect(results.Nth(2)).ToContainTextAsync("Imported");
        await Expect(results.Nth(3)).ToContainTextAsync("There is no user with the id that the claim names.");
        await Expect(results.Nth(4)).ToContainTextAsync("Imported");
        await Expect(results.Nth(6)).ToContainTextAsync("The event has no match with this id.");
        await Expect(viewed.Page.Locator("#result-counts strong")).ToHaveTextAsync(["4", "1", "2", "0"]);
        await viewed.AssertTidyAsync();

        Assert.Equal((int[])[5], await admin.HistoryAsync(1));
        Assert.Equal((int[])[7], await admin.HistoryAsync(2));
        await admin.UntilStoredAsync(2, 3);
        Assert.Equal(scorer.Id, (await admin.GetAsync("/api/events/cup/claims/3")).GetProperty("claimedBy").GetProperty("id").GetString());
    }

    [BrowserFact]
    public async Task Of_several_scores_of_a_match_each_is_reported_on_its_own()
    {
        var (server, admin) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await using var viewed = await OpenAsync(server);
        var now = ImportPage.Now;

        await viewed.PasteAsync(new { scores = new[] { ImportPage.Score(1, 2, now.AddMinutes(-2)), ImportPage.Score(1, 3, now.AddMinutes(-2)), ImportPage.Score(1, 1, now.AddMinutes(-3)) } });
        await viewed.ImportAsync();

        await Expect(viewed.Results().Locator(".pill")).ToHaveTextAsync(["Imported", "Imported", "Server's kept"]);
        Assert.Equal((int[])[1, 2], await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_file_can_be_chosen_and_the_report_downloaded()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await using var viewed = await OpenAsync(server, ViewedPage.Phone);
        var export = JsonSerializer.SerializeToUtf8Bytes(new { scores = new object[] { ImportPage.Score(1, 2, ImportPage.Now), new { matchId = 2 } }, theme = "dark" });

        await viewed.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "old.json", MimeType = "application/json", Buffer = export });
        await Expect(viewed.Page.GetByText("In old.json")).ToBeVisibleAsync();
        await viewed.ImportAsync();
        var file = await viewed.Page.RunAndWaitForDownloadAsync(() => viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Download the report" }).ClickAsync());

        var report = JsonDocument.Parse(await File.ReadAllTextAsync((await file.PathAsync())!)).RootElement;
        Assert.Equal("applied", report.GetProperty("items")[0].GetProperty("result").GetProperty("code").GetString());
        Assert.Equal("scores[1].sets", report.GetProperty("unreadable")[0].GetProperty("place").GetString());
        Assert.Equal("theme", report.GetProperty("leftAside")[0].GetString());
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task What_the_server_exports_can_be_imported_again()
    {
        var (server, admin) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await admin.ClaimAsync("cup", 1);
        await admin.ScoreAsync(8);
        await Testing.Expect.SuccessAsync(await admin.PutAsync(CoveragePage.Plans, new { selectedMatches = new[] { 1 } }));
        await using var viewed = await OpenAsync(server);

        var file = await viewed.Page.RunAndWaitForDownloadAsync(() => viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Download the export" }).ClickAsync());
        await viewed.Page.Locator("#file").SetInputFilesAsync((await file.PathAsync())!);
        await Expect(viewed.Found()).ToHaveCountAsync(3);
        await viewed.ImportAsync();

        await Expect(viewed.Results().Locator(".pill")).ToHaveTextAsync(["Server's kept", "Server's kept", "Server's kept"]);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_user_who_is_no_organizer_imports_the_coverage_plan_and_sees_what_was_not_imported()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        var user = await server.RegisterAsync("Jo");
        await Testing.Expect.SuccessAsync(await user.PutAsync(CoveragePage.Plans, new { selectedMatches = new[] { 1 } }));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, ImportPage.Path);
        viewed.Expecting("404");

        await viewed.PasteAsync(new Dictionary<string, object> { ["coverage-plan"] = new[] { 1, 4 }, ["scores"] = new[] { ImportPage.Score(2, 7, ImportPage.Now) } });
        await Expect(viewed.Page.Locator("#send")).ToBeDisabledAsync();
        await viewed.Page.Locator("#who-sign-in").ClickAsync();
        await viewed.SendSignInAsync(user.Email, LiveFeedServer.Password);
        await Expect(viewed.Page.Locator("#who-words")).ToContainTextAsync("You aren't an organizer of this event");
        await Expect(viewed.Page.Locator("#send")).ToHaveTextAsync("Import 2 items");
        await viewed.ImportAsync();

        await Expect(viewed.Results().Locator(".pill")).ToHaveTextAsync(["Not imported", "Was there", "Imported"]);
        await Expect(viewed.Results().First).ToContainTextAsync("Only an organizer of this event may import this.");
        await user.UntilStoredAsync(1, 4);
        await Expect(viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Download the export" })).ToBeHiddenAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task An_import_that_does_not_reach_the_server_says_so_and_can_be_sent_again()
    {
        var (server, admin) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await using var viewed = await OpenAsync(server);
        await viewed.PasteAsync(new { scores = new[] { ImportPage.Score(1, 4, ImportPage.Now) } });
        await Expect(viewed.Page.Locator("#send")).ToBeEnabledAsync();

        await viewed.SetOfflineAsync(true);
        await viewed.Page.Locator("#send").ClickAsync();
        await Expect(viewed.Page.Locator("#send-fault")).ToContainTextAsync("The server can't be reached.");
        await viewed.SetOfflineAsync(false);
        await viewed.ImportAsync();

        Assert.Equal((int[])[4], await admin.HistoryAsync());
    }

    private async Task<ViewedPage> OpenAsync(LiveFeedServer server, int width = ViewedPage.Desk)
    {
        var viewed = await ViewedPage.OpenAsync(chromium, server, ImportPage.Path, width);
        await viewed.SignInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password);
        await Expect(viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Download the export" })).ToBeVisibleAsync();
        return viewed;
    }
}
