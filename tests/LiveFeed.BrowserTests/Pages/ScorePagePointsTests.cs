using System.Net;
using System.Text.Json;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The points of games, and who serves, on the scorekeeper's page.</summary>
[Collection(InAnotherBrowser.Name)]
public sealed class ScorePagePointsTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task A_tap_is_a_point_games_follow_and_who_serves_is_asked_once(int width)
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("tennis");
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga, new View { Width = width });
        var question = keeper.Page.Locator("#question");
        await keeper.Button("Start match").ClickAsync();
        await Expect(question).ToContainTextAsync("Who serves?");
        await keeper.Viewed.AssertAccessibleAsync();
        await keeper.Viewed.AssertTidyAsync();

        await keeper.Button("Team 2").ClickAsync();
        await UntilAsync(olga, "0-0 2");
        await Expect(question).ToBeHiddenAsync();
        await Expect(keeper.Half(2).Locator(".half-serves")).ToBeVisibleAsync();
        await keeper.TapAsync(1, 3);
        await UntilAsync(olga, "0-0 40-0 2");
        await keeper.TapAsync(2, 3);
        await UntilAsync(olga, "0-0 40-40 2");
        await Expect(keeper.Page.Locator("#spoken")).ToHaveTextAsync("Deuce");
        await keeper.TapAsync(1);
        await UntilAsync(olga, "0-0 AD-40 2");
        await Expect(Points(keeper, 1)).ToHaveTextAsync("AD");
        await Expect(keeper.Page.Locator("#spoken")).ToHaveTextAsync("advantage Team 1");
        await keeper.Viewed.AssertAccessibleAsync();
        await keeper.Viewed.AssertTidyAsync();

        await keeper.Undo.ClickAsync();
        await UntilAsync(olga, "0-0 40-40 2");
        await keeper.TapAsync(1, 2);
        await UntilAsync(olga, "1-0 0-0 1");
        await Expect(keeper.Page.Locator("#spoken")).ToHaveTextAsync("Game, Team 1. Team 1 1, Team 2 0, Team 1 serves");
        await Expect(keeper.Half(1).Locator(".half-sets")).ToHaveTextAsync("0 sets · 1 game");
        await Expect(keeper.Half(1).Locator(".half-serves")).ToBeVisibleAsync();
        await Expect(keeper.Half(2).Locator(".half-serves")).ToBeHiddenAsync();
        await keeper.ChooseAsync("Change who serves");
        await UntilAsync(olga, "1-0 0-0 2");
    }

    [BrowserFact]
    public async Task A_tie_break_ends_its_set_and_how_the_final_set_is_played_is_asked_before_its_first_point()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("tennis");
        await using var stopping = server;
        await PostAsync(olga, """{"matchId":1,"sets":[{"team1":6,"team2":4},{"team1":6,"team2":6}],"status":"inProgress","points":{"team1":"5","team2":"5"},"server":1}""");
        await using var keeper = await ScorekeeperPage.OpenAsync(chromium, server, olga);
        await keeper.OpenMatchAsync();
        await keeper.ExpectPointsAsync(5, 5);

        // Each side serves two points, so after an odd number of them the other side serves.
        await keeper.TapAsync(2);
        await UntilAsync(olga, "6-4 6-6 5-6 2");
        await Expect(keeper.Half(2).Locator(".half-pressure")).ToHaveTextAsync("Set point");
        await keeper.TapAsync(2);
        // Team 2 served the first point of it, and the twelfth.
        await UntilAsync(olga, "6-4 6-7(5-7) 1");
        await keeper.Next.GetByRole(AriaRole.Button).ClickAsync();
        await UntilAsync(olga, "6-4 6-7(5-7) 0-0 1");

        await Expect(keeper.Page.Locator("#question")).ToContainTextAsync("How is set 3 played?");
        await Expect(keeper.Half(1)).ToBeDisabledAsync();
        await keeper.Viewed.AssertAccessibleAsync();
        await keeper.Viewed.AssertTidyAsync();
        await keeper.Button("As a match tie-break to 10").ClickAsync();
        await Expect(keeper.Page.Locator("#question")).ToBeHiddenAsync();
        await keeper.TapAsync(1);
        await UntilAsync(olga, "6-4 6-7(5-7) 1-0 2");
        // The device keeps it.
        await keeper.ExpectSentAsync();
        await keeper.Page.ReloadAsync();
        await keeper.TapAsync(1);
        await UntilAsync(olga, "6-4 6-7(5-7) 2-0 2");

        await keeper.ChooseAsync("Change how the final set is played");
        await Expect(keeper.Half(1)).ToBeDisabledAsync();
        await keeper.Button("With a tie-break").ClickAsync();
        await keeper.TapAsync(1);
        await UntilAsync(olga, "6-4 6-7(5-7) 2-0 15-0 2");
    }

    [BrowserFact]
    public async Task A_correction_that_ends_a_final_set_as_it_is_played_leaves_no_points_of_its_last_game()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("tennis");
        await using var stopping = server;
        await PostAsync(olga, """{"matchId":1,"sets":[{"team1":6,"team2":4},{"team1":4,"team2":6},{"team1":5,"team2":4}],"status":"inProgress","points":{"team1":"40","team2":"15"},"server":1}""");
        await using var keeper = await ScorekeeperPage.OpenAsync(chromium, server, olga);
        await keeper.OpenMatchAsync();
        await keeper.Button("With a tie-break").ClickAsync();
        await keeper.ExpectPointsAsync(40, 15);

        await keeper.ChooseAsync("Correct the score");
        await keeper.Page.GetByLabel("Set 3, Team 1").FillAsync("6");
        await keeper.Button("Save").ClickAsync();

        // Played as a match tie-break, 6-4 would be no end.
        await UntilAsync(olga, "6-4 4-6 6-4 1");
    }

    [BrowserFact]
    public async Task Whoever_records_games_only_says_so_once_on_this_device()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("padel");
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.ChooseAsync("Count games only");
        await keeper.TapAsync(1);
        await UntilAsync(olga, "1-0");
        await Expect(keeper.Page.Locator("#question")).ToBeHiddenAsync();
        await keeper.ExpectSentAsync();

        await keeper.Page.ReloadAsync();
        await keeper.ExpectPointsAsync(1, 0);
        await keeper.TapAsync(2);
        await UntilAsync(olga, "1-1");
        await keeper.ChooseAsync("Count points");
        await keeper.ExpectPointsAsync(0, 0);
        await keeper.TapAsync(2);
        await UntilAsync(olga, "1-1 0-15");
    }

    [BrowserFact]
    public async Task Points_without_a_network_are_kept_and_sent_one_by_one()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("padel");
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.TapAsync(1);
        await UntilAsync(olga, "0-0 15-0");
        await keeper.ExpectSentAsync();
        keeper.Viewed.Expecting("ERR_INTERNET_DISCONNECTED");
        await keeper.Viewed.SetOfflineAsync(true);
        await keeper.TapAsync(2, 2);
        await keeper.TapAsync(1);
        await Expect(keeper.Sync).ToContainTextAsync("3 kept here");

        await keeper.Viewed.SetOfflineAsync(false);

        await UntilAsync(olga, "0-0 30-30");
        var history = await olga.GetAsync("/api/events/cup/scores/1/history?limit=100");
        Assert.Equal(
            ["0-0 15-0", "0-0 15-15", "0-0 15-30", "0-0 30-30"],
            history.GetProperty("items").EnumerateArray().Reverse().Select(revision => Text(revision, revision.GetProperty("details"))));
    }

    [BrowserFact]
    public async Task In_volleyball_the_side_that_wins_a_rally_serves_next()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.TapAsync(2);
        await UntilAsync(olga, "0-1 2");
        await Expect(keeper.Half(2).Locator(".half-serves")).ToBeVisibleAsync();
        await Expect(keeper.Half(1).Locator(".half-serves")).ToBeHiddenAsync();
        await keeper.TapAsync(1);
        await UntilAsync(olga, "1-1 1");
        await keeper.Viewed.AssertAccessibleAsync();
        await keeper.Viewed.AssertTidyAsync();

        await keeper.Button("−1, Team 1").ClickAsync();
        await UntilAsync(olga, "0-1");
        await Expect(keeper.Half(1).Locator(".half-serves")).ToBeHiddenAsync();
        await keeper.Undo.ClickAsync();
        await UntilAsync(olga, "1-1 1");
    }

    private static ILocator Points(ScorekeeperPage keeper, int team) => keeper.Half(team).Locator(".half-points");

    private static Task UntilAsync(ApiUser user, string expected) => Eventually.TrueAsync(async () => await StoredAsync(user) == expected, $"the server has {expected}");

    // Before the first tap has arrived there is no score.
    private static async Task<string> StoredAsync(ApiUser user)
    {
        using var response = await user.Http.GetAsync("/api/events/cup/scores/1");
        if (response.StatusCode == HttpStatusCode.NotFound)
            return "";
        var score = await Testing.Expect.SuccessAsync(response);
        return Text(score, score);
    }

    private static async Task PostAsync(ApiUser user, string score)
    {
        await user.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await user.PostJsonAsync("/api/events/cup/scores", score));
    }

    /// <summary>A score such as <c>6-4 6-7(5-7) 2-0 15-0 1</c>: the sets, the points of the running game, and who serves.</summary>
    private static string Text(JsonElement score, JsonElement details)
    {
        var sets = score.GetProperty("sets").EnumerateArray().Select(set => Pair(set) + (set.TryGetProperty("tieBreak", out var tieBreak) ? $"({Pair(tieBreak)})" : ""));
        var game = details.TryGetProperty("points", out var points) ? [Pair(points)] : Array.Empty<string>();
        var serves = details.TryGetProperty("server", out var side) ? [$"{side}"] : Array.Empty<string>();
        return string.Join(' ', [.. sets, .. game, .. serves]);
    }

    private static string Pair(JsonElement of) => $"{of.GetProperty("team1")}-{of.GetProperty("team2")}";
}
