using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>A tie, match 1, with three rubbers on two courts, as spectators, scorekeepers and displays see it.</summary>
[Collection(InBrowser.Name)]
public sealed class TeamTiePagesTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task The_page_of_a_tie_lists_its_rubbers_live_and_leads_to_them_and_back(int width)
    {
        var (server, admin, _) = await StartAsync();
        await using var stopping = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=1", width);
        var rubbers = viewed.Page.Locator("#match-rubbers");
        await Expect(rubbers.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Rubbers");
        await Expect(rubbers.GetByRole(AriaRole.Link)).ToHaveTextAsync(["Rubber 1, 1st singles", "Rubber 2", "Rubber 3"]);
        var first = rubbers.GetByRole(AriaRole.Link).First;
        await first.FocusAsync();

        await PostAsync(admin, 11, 7, 5);
        await Expect(rubbers.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("7–5");
        await Expect(viewed.Page.Locator("#match .big")).ToHaveTextAsync(["0", "0"]);
        await PostAsync(admin, 11, 25, 5, "final");
        await Expect(rubbers.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("Final");
        await Expect(viewed.Page.Locator("#match .big")).ToHaveTextAsync(["1", "0"]);
        // Scores come in below the reader's finger.
        await Expect(first).ToBeFocusedAsync();
        await viewed.AssertTidyAsync();
        await viewed.AssertAccessibleAsync();

        await first.PressAsync("Enter");
        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/events/cup?match=11").ToString());
        await Expect(rubbers.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Rubber 1, 1st singles, of the tie");
        var back = rubbers.GetByRole(AriaRole.Link);
        await Expect(back).ToHaveTextAsync("Blue – Red");
        await Expect(rubbers.GetByRole(AriaRole.Listitem)).ToContainTextAsync("1–0");
        await viewed.AssertTidyAsync();
        await back.ClickAsync();
        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/events/cup?match=1").ToString());
        await Expect(rubbers.GetByRole(AriaRole.Link)).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task The_list_says_which_rubber_a_match_is_and_other_matches_have_no_card_of_rubbers()
    {
        var (server, _, _) = await StartAsync();
        await using var stopping = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=2");
        await Expect(viewed.Page.Locator("li[data-match='12'] .where")).ToHaveTextAsync("Court 2 · Rubber 2");
        await Expect(viewed.Page.Locator("li[data-match='1'] .where")).ToHaveTextAsync("Court 1");
        await Expect(viewed.Page.Locator("#match-heading")).ToHaveTextAsync("Red – Green");
        await Expect(viewed.Page.Locator("#match-rubbers")).ToBeHiddenAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task The_scorekeepers_page_of_a_tie_leads_to_its_rubbers_and_records_an_outcome_only(int width)
    {
        var (server, admin, olga) = await StartAsync();
        await using var stopping = server;
        await PostAsync(admin, 11, 25, 5, "final");
        await using var keeper = await ScorekeeperPage.OpenAsync(chromium, server, olga, width);
        await keeper.Page.Locator("li[data-match='1']").GetByRole(AriaRole.Link).ClickAsync();
        var rubbers = keeper.Page.Locator("#rubbers");
        await Expect(rubbers).ToContainTextAsync("The score of this tie follows from its rubbers");
        await Expect(rubbers.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("25–5");
        await keeper.Button("Score this match").ClickAsync();
        await Expect(keeper.Page.Locator("#more")).ToBeVisibleAsync();
        await Expect(keeper.Half(1)).ToBeHiddenAsync();
        await Expect(keeper.Undo).ToBeHiddenAsync();
        await keeper.Viewed.AssertTidyAsync();

        await keeper.ChooseAsync("Who won, and why");
        await keeper.Page.GetByLabel("Awarded: decided by the organizer or a jury").CheckAsync();
        await keeper.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "The match was awarded to Red." }).ClickAsync();
        await Eventually.TrueAsync(async () => await StateAsync(admin) == "final 1-0 2");
        await Expect(keeper.Next).ToContainTextAsync("The match was awarded to Red.");
        await keeper.ChooseAsync("Take the outcome back");
        await Eventually.TrueAsync(async () => await StateAsync(admin) == "inProgress 1-0 ");

        await rubbers.GetByRole(AriaRole.Link).Nth(1).ClickAsync();
        await Expect(rubbers).ToBeHiddenAsync();
        await Expect(keeper.Page.Locator("#match-facts")).ToContainTextAsync("Rubber 2");
        await keeper.ClaimAsync();
        await keeper.TapAsync(1);
        // Until the tap has arrived, the rubber has no score.
        await Eventually.TrueAsync(async () => (await admin.GetAsync("/api/events/cup/scores")).GetProperty("items").EnumerateArray()
            .Any(score => score.GetProperty("matchId").GetInt32() == 12 && score.GetProperty("status").GetString() == "inProgress"));
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_display_shows_the_rubber_in_play_on_its_court_in_place_of_the_tie(bool javaScript)
    {
        var (server, admin, _) = await StartAsync();
        await using var stopping = server;
        await PostAsync(admin, 11, 7, 5);
        await admin.ClaimAsync("cup", 12);
        await PostAsync(admin, 12, 2, 3);
        await using var viewed = await ViewedPage.OpenAsync(
            chromium, server, javaScript ? "/display/cup?court=1,2" : "/display/cup?view=plain&court=1,2", new View { Width = ViewedPage.Desk, JavaScript = javaScript });
        var content = viewed.Page.Locator("body");
        await Expect(content).ToContainTextAsync("Rubber 1");
        await Expect(content).ToContainTextAsync("Rubber 2");
        await Expect(viewed.Page.GetByText("Blue", new() { Exact = true })).ToHaveCountAsync(2);
    }

    private static async Task PostAsync(ApiUser admin, int match, int team1, int team2, string status = "inProgress") =>
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", match, team1, team2, status));

    private static async Task<string> StateAsync(ApiUser admin)
    {
        var score = await admin.GetAsync("/api/events/cup/scores/1");
        var set = score.GetProperty("sets")[0];
        return $"{score.GetProperty("status").GetString()} {set.GetProperty("team1")}-{set.GetProperty("team2")} {score.GetProperty("winner")}";
    }

    private static async Task<(LiveFeedServer Server, ApiUser Admin, ApiUser Olga)> StartAsync()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync(bestOf: 1);
        var admin = await server.AdminAsync();
        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", new
        {
            courts = new[] { new { id = 1, name = "Court 1" }, new { id = 2, name = "Court 2" } },
            teams = new[] { new { id = 1, name = "Blue" }, new { id = 2, name = "Red" }, new { id = 3, name = "Green" } },
            matches = new object[]
            {
                new { id = 1, team1Id = 1, team2Id = 2, courtId = 1, format = new { kind = "rubbers", rubbers = 3 } },
                new { id = 11, partOf = 1, rubber = 1, courtId = 1, number = "1st singles" },
                new { id = 12, partOf = 1, rubber = 2, courtId = 2 },
                new { id = 13, partOf = 1, rubber = 3, courtId = 1 },
                new { id = 2, team1Id = 2, team2Id = 3 },
            },
        }));
        await admin.ClaimAsync("cup", 11);
        return (server, admin, olga);
    }
}
