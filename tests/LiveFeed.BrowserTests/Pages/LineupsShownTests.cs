using System.Text;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Who plays in a match, and who has a duty at it, as readers of its page see it.</summary>
[Collection(InBrowser.Name)]
public sealed class LineupsShownTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Light)]
    [InlineData(ViewedPage.Desk, ColorScheme.Dark)]
    public async Task The_line_ups_of_a_match_that_has_not_begun_are_shown_and_follow_every_change(int width, ColorScheme scheme)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server);
        await PutAsync(admin, 1, """{"players":[{"person":1,"roles":["captain","libero"]},{"person":"Guest","number":"99","starts":false}]}""");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=1", new View { Width = width, Scheme = scheme });
        var sides = viewed.Page.Locator(".lineup");
        await Expect(sides).ToHaveTextAsync(["Team 17Ada Lund captain, liberoBench99Guest", "Team 2Not given yet"]);
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();

        await PutAsync(admin, 2, """{"players":[{"person":"Bea","number":"00"}]}""");
        await Expect(sides).ToHaveTextAsync(["Team 17Ada Lund captain, liberoBench99Guest", "Team 200Bea"]);
        await PutAsync(admin, 1, """{"players":[]}""");
        await Expect(sides).ToHaveTextAsync(["Team 1Not given yet", "Team 200Bea"]);

        // Nobody plays in the next match yet: it has no card.
        await viewed.Page.GotoAsync("/events/cup?match=2");
        await Expect(viewed.Page.Locator("#match-details")).ToBeVisibleAsync();
        await Expect(sides).ToHaveCountAsync(0);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_player_without_a_published_name_is_shown_by_number()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server);
        await PutAsync(admin, 1, """{"players":[{"person":1}]}""");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=1", ViewedPage.Phone);
        await Expect(viewed.Page.Locator(".lineup").First).ToHaveTextAsync("Team 17Ada Lund");

        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { publicNames = "none" }));

        await Expect(viewed.Page.Locator(".lineup").First).ToHaveTextAsync("Team 17No. 7");
        await Expect(viewed.Page.GetByText("Lund")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Officials_are_listed_with_their_duties()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server);
        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup/matches/1", new
        {
            officials = new[] { new { duty = "referee", name = "Rea Strand" }, new { duty = "lineJudge", name = "Lio Vik" } },
            workTeamId = 3,
        }));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=1", ViewedPage.Phone);

        await Expect(viewed.Page.Locator("#match-details")).ToContainTextAsync("OfficialsRea Strand, refereeLio Vik, line judge");
        await Expect(viewed.Page.Locator("#match-details")).ToContainTextAsync("Work teamTeam 3");
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Says_that_the_line_ups_cannot_be_had_and_tries_again_at_the_button()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server);
        await PutAsync(admin, 1, """{"players":[{"person":1}]}""");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup");
        viewed.Expecting("ERR_FAILED");
        await viewed.Page.RouteAsync("**/lineups", route => route.AbortAsync());
        await viewed.Match(1).ClickAsync();
        await Expect(viewed.Page.Locator("#match-extras")).ToContainTextAsync("The server can't be reached.");

        await viewed.Page.UnrouteAsync("**/lineups");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Load it again" }).ClickAsync();

        await Expect(viewed.Page.Locator(".lineup").First).ToHaveTextAsync("Team 17Ada Lund");
        await Expect(viewed.Page.Locator("#match-extras")).Not.ToContainTextAsync("The server can't be reached.");
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Line_ups_that_could_not_be_read_anew_stay_with_a_button_that_keeps_the_focus(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server);
        await PutAsync(admin, 1, """{"players":[{"person":1}]}""");
        await admin.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=1", new View { Width = width });
        var extras = viewed.Page.Locator("#match-extras");
        var sides = viewed.Page.Locator(".lineup");
        await Expect(sides).ToHaveTextAsync(["Team 17Ada Lund", "Team 2Not given yet"]);
        viewed.Expecting("ERR_FAILED");
        var failed = 0;
        viewed.Page.RequestFailed += (_, request) => failed += request.Url.EndsWith("/lineups", StringComparison.Ordinal) ? 1 : 0;
        await viewed.Page.RouteAsync("**/lineups", route => route.AbortAsync());

        await PutAsync(admin, 2, """{"players":[{"person":"Bea"}]}""");
        await Expect(extras).ToContainTextAsync("This may have changed. The server can't be reached.");
        await Expect(sides).ToHaveTextAsync(["Team 17Ada Lund", "Team 2Not given yet"]);
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();

        var again = viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Load it again" });
        await again.FocusAsync();
        // Something else of the match changes.
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/matches/1/incidents", new { kind = "ace", side = 1 }));
        await Expect(viewed.Page.Locator(".incident")).ToHaveCountAsync(1);
        await Expect(again).ToBeFocusedAsync();
        await viewed.Page.Keyboard.PressAsync("Enter");
        await Eventually.TrueAsync(() => Task.FromResult(failed == 2), "they are asked for again");
        await Expect(again).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(again).ToBeFocusedAsync();

        await viewed.Page.UnrouteAsync("**/lineups");
        await viewed.Page.Keyboard.PressAsync("Enter");
        await Expect(sides).ToHaveTextAsync(["Team 17Ada Lund", "Team 2Bea"]);
        await Expect(again).ToBeHiddenAsync();
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "Line-ups" })).ToBeFocusedAsync();
    }

    private static async Task<ApiUser> CupAsync(LiveFeedServer server)
    {
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", sport: "volleyball");
        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/teams/1/players", new { players = new[] { new { id = 1, name = "Ada Lund", number = "7" } } }));
        return admin;
    }

    private static async Task PutAsync(ApiUser admin, int side, string lineup) =>
        await Testing.Expect.SuccessAsync(await admin.Http.PutAsync($"/api/events/cup/matches/1/lineups/{side}", new StringContent(lineup, Encoding.UTF8, "application/json")));
}
