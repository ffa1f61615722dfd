using LiveFeed.BrowserTests.Browser;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class SideConflictsTests(Chromium chromium)
{
    private static readonly object Bracket = new
    {
        teams = new[] { new { id = 1, name = "Blue" }, new { id = 2, name = "Red" }, new { id = 3, name = "Green" } },
        matches = new object[] { new { id = 1, team1Id = 1, team2Id = 2 }, new { id = 2, number = "Final", team1From = new { winnerOf = 1 }, team2Id = 3 } },
    };

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task An_organizer_sees_a_match_whose_teams_a_correction_contradicts_and_gives_it_the_others(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 0);
        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", Bracket));
        foreach (var match in new[] { 1, 2 })
        {
            await admin.ClaimAsync("cup", match);
            await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", match, 3, 1, "final"));
        }

        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 3, "final"));
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup", new View { Width = width });
        await Expect(viewed.Tab("Conflicts")).ToContainTextAsync("1");
        var panel = await viewed.SectionAsync("Conflicts");
        await Expect(panel.GetByText("Blue plays here. By the results it would be Red (Winner of 1).")).ToBeVisibleAsync();
        await Expect(panel.GetByText("No conflicts")).ToBeHiddenAsync();
        await viewed.AssertAccessibleAsync();

        await panel.Button("Use the teams that the results say").ClickAsync();
        await viewed.Dialog().Button("Change the teams").ClickAsync();

        await Expect(panel.GetByText("No conflicts")).ToBeVisibleAsync();
        await Expect(panel.GetByText("Blue plays here")).ToBeHiddenAsync();
        Assert.Equal("Red", (await admin.GetAsync("/api/events/cup/matches/2")).GetProperty("team1").GetProperty("name").GetString());
        Assert.Empty((await admin.GetAsync("/api/events/cup/scores/2")).GetProperty("sets").EnumerateArray());
        await viewed.AssertTidyAsync();
    }
}
