using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Changes made elsewhere, as the organizer sees them and acts on them.</summary>
[Collection(InBrowser.Name)]
public sealed class ManagePageLiveTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task The_overview_follows_the_tournament(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup", new View { Width = width });
        ILocator Tile(string word) => viewed.Page.Locator(".tile").Filter(new() { HasText = word }).Locator(".tile-number");
        await Expect(viewed.Page.GetByText("0 of 4 matches finished")).ToBeVisibleAsync();
        await Expect(viewed.Page.Locator(".links .row")).ToHaveCountAsync(6);

        foreach (var (match, status) in new[] { (1, "final"), (2, "inProgress") })
        {
            await admin.ClaimAsync("cup", match);
            await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", match, 5, 3, status));
        }

        await Expect(Tile("Finished")).ToHaveTextAsync("1");
        await Expect(Tile("In play")).ToHaveTextAsync("1");
        await Expect(Tile("To come")).ToHaveTextAsync("2");
        await Expect(viewed.Page.Locator(".progress-table").Last.Locator("tbody tr")).ToContainTextAsync(["Court 1"]);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_match_that_should_have_begun_is_announced_until_it_begins()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        var now = TimeProvider.System.GetUtcNow();
        var matches = new[] { (1, -90), (2, 90) }.Select(match => new { id = match.Item1, team1Label = $"A{match.Item1}", team2Label = "B", startsAt = now.AddMinutes(match.Item2) });
        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", new { matches }));
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup");

        await Expect(viewed.Page.GetByText("Should be in play")).ToBeVisibleAsync();
        await Expect(viewed.Page.GetByText("1 h 30 min late")).ToBeVisibleAsync();
        await admin.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        await Expect(viewed.Page.GetByText("Should be in play")).ToBeHiddenAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task A_claim_that_is_taken_elsewhere_appears_and_is_released(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var (admin, jo) = (await server.AdminAsync(), await server.RegisterAsync("Jo Doe"));
        await admin.CreateEventAsync("cup");
        await admin.AddMemberAsync("cup", jo.Id);
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup", new View { Width = width });
        var panel = await viewed.SectionAsync("Claims");
        await Expect(panel.GetByRole(AriaRole.Heading, new() { Name = "No one is scoring a match" })).ToBeVisibleAsync();

        await jo.ClaimAsync("cup", 2);

        var row = panel.Locator("[data-claim='2']");
        await Expect(row).ToContainTextAsync("Held by Jo Doe since");
        await Expect(viewed.Tab("Claims")).ToContainTextAsync("1");
        await row.Button("Release").ClickAsync();
        await Expect(viewed.Dialog()).ToContainTextAsync("Jo Doe is scoring it at the moment");
        await viewed.Dialog().Button("Release", true).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        await Testing.Expect.ProblemAsync(await jo.ScoreAsync("cup", 2, 1, 0), 403, "claim_required");
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task A_conflict_is_listed_with_both_scores_and_the_rejected_one_can_be_used(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var (admin, jo) = (await server.AdminAsync(), await server.RegisterAsync("Jo Doe"));
        await admin.CreateEventAsync("cup");
        await admin.AddMemberAsync("cup", jo.Id);
        await jo.ClaimAsync("cup", 1);
        await jo.ScoreAndClaimAnewAsync("cup", 1, 8, 4);
        var late = new { matchId = 1, sets = new[] { new { team1 = 9, team2 = 4 } }, status = "inProgress", occurredAt = TimeProvider.System.GetUtcNow().AddMinutes(-5) };
        await Testing.Expect.ProblemAsync(await jo.PostAsync("/api/events/cup/scores", late), 409, "stale_update");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup", new View { Width = width });
        viewed.Expecting("409");
        await Expect(viewed.Tab("Conflicts")).ToContainTextAsync("1");
        var panel = await viewed.SectionAsync("Conflicts");
        var sides = panel.Locator(".versus-side");
        await Expect(sides).ToContainTextAsync(["8–4", "9–4"]);
        await Expect(sides.First).ToContainTextAsync("Jo Doe");

        await panel.Button("History").ClickAsync();
        await Expect(viewed.Dialog().Locator("li")).ToContainTextAsync(["8–4"]);
        await viewed.Page.Keyboard.PressAsync("Escape");

        // Never without the knowledge of the person who scores the match now.
        await panel.Button("Use rejected score").ClickAsync();
        await viewed.Dialog().Button("Use it").ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("Jo Doe is scoring this match now");
        await Testing.Expect.SuccessAsync(await jo.DeleteAsync("/api/events/cup/claims/1"));
        await panel.Button("Use rejected score").ClickAsync();
        await viewed.Dialog().Button("Use it").ClickAsync();
        await Expect(panel.GetByText("The rejected score stands.")).ToBeVisibleAsync();

        var score = await admin.GetAsync("/api/events/cup/scores/1");
        Assert.Equal(9, score.GetProperty("sets")[0].GetProperty("team1").GetInt32());
        await Eventually.TrueAsync(async () => (await admin.GetAsync("/api/events/cup/claims")).GetProperty("total").GetInt32() == 0, "The match stays claimed.");
        await viewed.AssertTidyAsync();
    }
}
