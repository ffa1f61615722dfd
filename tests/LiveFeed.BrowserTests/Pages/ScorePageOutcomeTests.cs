using System.Text.Json;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Matches that end other than by play, stop for a while, or are decided by something apart from the periods.</summary>
[Collection(InAnotherBrowser.Name)]
public sealed class ScorePageOutcomeTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task A_retirement_takes_two_taps_after_the_menu_and_can_be_reopened(int width)
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("tennis");
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga, new View { Width = width });
        await keeper.TapAsync(1, 2);

        await keeper.ChooseAsync("Who won, and why");
        await Expect(keeper.Viewed.Page.GetByLabel("Retired: gave up during the match")).ToBeCheckedAsync();
        await keeper.Viewed.AssertTidyAsync();
        await keeper.Button("Team 2 won: Team 1 retired.").ClickAsync();

        await Expect(keeper.Next).ToContainTextAsync("Team 2 won: Team 1 retired.");
        await Expect(keeper.Half(1)).ToBeDisabledAsync();
        await ExpectStatusAsync(keeper, olga, "final");
        var score = await ScoreAsync(olga);
        Assert.Equal(("final", "retired", 2, 2), (score.GetProperty("status").GetString(), score.GetProperty("outcome").GetProperty("kind").GetString(), score.GetProperty("outcome").GetProperty("winner").GetInt32(), score.GetProperty("winner").GetInt32()));
        await keeper.Viewed.AssertTidyAsync();

        await keeper.ChooseAsync("Reopen match");
        await keeper.TapAsync(2);
        await ExpectStatusAsync(keeper, olga, "inProgress");
        score = await ScoreAsync(olga);
        Assert.False(score.TryGetProperty("outcome", out _));
        Assert.Equal("inProgress", score.GetProperty("status").GetString());
        await keeper.Undo.ClickAsync();
        await keeper.Undo.ClickAsync();
        await ExpectStatusAsync(keeper, olga, "final");
        Assert.Equal("retired", (await ScoreAsync(olga)).GetProperty("outcome").GetProperty("kind").GetString());
    }

    [BrowserFact]
    public async Task A_walkover_needs_no_points_and_may_have_a_note_and_no_winner()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("tennis");
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);

        await keeper.ChooseAsync("Who won, and why");
        await Expect(keeper.Page.GetByLabel("Walkover: couldn't play, through no fault")).ToBeCheckedAsync();
        await Expect(keeper.Button("No one won: both sides couldn't play.")).ToBeVisibleAsync();
        await keeper.Page.GetByLabel("Awarded: decided by the organizer or a jury").CheckAsync();
        await Expect(keeper.Button("No one won: both sides couldn't play.")).ToHaveCountAsync(0);
        await keeper.Page.GetByLabel("Forfeit: didn't appear, or was incomplete").CheckAsync();
        await keeper.Page.GetByLabel("Note (optional)").FillAsync("Both were stuck on the ferry.");
        await keeper.Button("No one won: both sides didn't appear, or were incomplete.").ClickAsync();

        await Expect(keeper.Next).ToContainTextAsync("No one won: both sides didn't appear, or were incomplete. Both were stuck on the ferry.");
        await ExpectStatusAsync(keeper, olga, "final");
        var score = await ScoreAsync(olga);
        Assert.Equal(0, score.GetProperty("sets").GetArrayLength());
        Assert.Equal("""{"kind":"forfeit","winner":null,"note":"Both were stuck on the ferry."}""", score.GetProperty("outcome").GetRawText());
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Who_finishes_early_is_asked_why_and_may_finish_it_as_it_stands()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.TapAsync(1);

        await keeper.ChooseAsync("Finish match");
        await Expect(keeper.Button("Team 1 won: Team 2 retired.")).ToBeVisibleAsync();
        await keeper.Button("It was played: finish as it stands").ClickAsync();

        await ExpectStatusAsync(keeper, olga, "final");
        var score = await ScoreAsync(olga);
        Assert.Equal(("final", 1), (score.GetProperty("status").GetString(), score.GetProperty("winner").GetInt32()));
        Assert.False(score.TryGetProperty("outcome", out _));
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Nothing_of_a_score_is_lost_by_a_tap_a_correction_or_an_undo()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("tennis");
        await using var stopping = server;
        await olga.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await olga.PostJsonAsync("/api/events/cup/scores", """
            {"matchId":1,"sets":[{"team1":7,"team2":6,"tieBreak":{"team1":7,"team2":4}},{"team1":1,"team2":0}],"status":"inProgress","points":{"team1":"40","team2":"AD"},"server":2}
            """));
        await using var keeper = await ScorekeeperPage.OpenAsync(chromium, server, olga);
        await keeper.OpenMatchAsync();
        await keeper.ChooseAsync("Count games only");
        await keeper.ExpectPointsAsync(1, 0);
        await Expect(keeper.Page.Locator("#sets")).ToContainTextAsync("7–6(4)");

        await keeper.TapAsync(2);
        await ExpectAsync(keeper, olga, score => score.GetProperty("sets")[1].GetProperty("team2").GetInt32() == 1);
        // What stood in the running game is past with the game, and the other side serves the next.
        await ExpectWholeAsync(1, hasPoints: false, serves: 1);
        await keeper.ChooseAsync("Correct the score");
        await keeper.Page.GetByLabel("Set 2, Team 1").FillAsync("3");
        await keeper.Button("Save").ClickAsync();
        await keeper.ExpectPointsAsync(3, 1);
        await ExpectAsync(keeper, olga, score => score.GetProperty("sets")[1].GetProperty("team1").GetInt32() == 3);
        await ExpectWholeAsync(1, hasPoints: false, serves: 1);
        await keeper.Undo.ClickAsync();
        await keeper.Undo.ClickAsync();
        await keeper.ExpectPointsAsync(1, 0);
        await ExpectAsync(keeper, olga, score => score.GetProperty("sets")[1].GetProperty("team2").GetInt32() == 0);
        await ExpectWholeAsync(0);

        async Task ExpectWholeAsync(int team2, bool hasPoints = true, int serves = 2)
        {
            var score = await ScoreAsync(olga);
            Assert.Equal("""{"team1":7,"team2":6,"tieBreak":{"team1":7,"team2":4}}""", score.GetProperty("sets")[0].GetRawText());
            Assert.Equal(team2, score.GetProperty("sets")[1].GetProperty("team2").GetInt32());
            Assert.Equal(hasPoints ? """{"team1":"40","team2":"AD"}""" : null, score.TryGetProperty("points", out var points) ? points.GetRawText() : null);
            Assert.Equal(serves, score.GetProperty("server").GetInt32());
        }
    }

    [BrowserFact]
    public async Task The_running_game_ends_with_a_tap_a_set_and_the_match_and_stays_beside_a_decider()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/score/");

        var kept = await viewed.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const { finished, scoreOf, withNextSet, withPoint } = await import("/js/scoring/score.js");
              const score = { sets: [{ team1: 6, team2: 4 }], status: "inProgress", points: { team1: "40", team2: "15" } };
              const decider = { kind: "matchTieBreak", team1: 1, team2: 0 };
              const after = { tap: withPoint(score, 1, 1), set: withNextSet(score, { kind: "games" }), end: finished(score), decider: withPoint({ ...score, decider }, 1, 1) };
              return Object.entries(after).filter(([, next]) => scoreOf(next).points).map(([step]) => step);
            }
            """);

        Assert.Equal(["decider"], kept);
    }

    [BrowserFact]
    public async Task A_walkover_whose_correction_is_opened_and_saved_stays_without_sets()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("tennis");
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.ChooseAsync("Who won, and why");
        await keeper.Button("No one won: both sides couldn't play.").ClickAsync();
        await ExpectStatusAsync(keeper, olga, "final");

        await keeper.ChooseAsync("Correct the score");
        await keeper.Button("Save").ClickAsync();
        await Expect(keeper.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await Expect(keeper.Page.Locator("#sets")).ToBeHiddenAsync();
        await keeper.ExpectSentAsync();
        Assert.Equal([""], (IEnumerable<string>)await keeper.HistoryAsync());
        // Whoever does give points corrects it.
        await keeper.ChooseAsync("Correct the score");
        await keeper.Page.GetByLabel("Set 1, Team 1").FillAsync("1");
        await keeper.Button("Save").ClickAsync();
        await ExpectAsync(keeper, olga, score => score.GetProperty("sets").GetArrayLength() == 1);
    }

    [BrowserFact]
    public async Task A_period_is_corrected_to_more_than_three_digits_where_the_server_takes_them()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("generic", null);
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);

        await keeper.ChooseAsync("Correct the score");
        await keeper.Page.GetByLabel("Period 1, Team 1").FillAsync("9999");
        await keeper.Button("Save").ClickAsync();

        await keeper.ExpectPointsAsync(9999, 0);
        await ExpectAsync(keeper, olga, score => score.GetProperty("sets")[0].GetProperty("team1").GetInt32() == 9999);
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_signed_score_says_so_and_is_closed_until_an_organizer_takes_that_back()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        var admin = await server.AdminAsync();
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.TapAsync(1);
        await keeper.ChooseAsync("Finish match");
        await keeper.Button("It was played: finish as it stands").ClickAsync();
        await ExpectStatusAsync(keeper, olga, "final");
        await Expect(keeper.Undo).ToBeEnabledAsync();

        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/matches/1/official", new { official = true }));
        await Expect(keeper.Next).ToContainTextAsync("The score is signed: only an organizer can change it, or take the signature back.");
        await Expect(keeper.Undo).ToBeDisabledAsync();
        await Expect(keeper.Page.Locator("#sets button")).ToBeDisabledAsync();
        await keeper.Page.Locator("#more > summary").ClickAsync();
        await Expect(keeper.Page.Locator("#more .menu-items > *")).ToHaveTextAsync(["Swap sides", "Hand over"]);
        await keeper.Viewed.AssertTidyAsync();

        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/matches/1/official", new { official = false }));
        await Expect(keeper.Page.Locator("#more").GetByRole(AriaRole.Button, new() { Name = "Reopen match" })).ToBeVisibleAsync();
        await Expect(keeper.Undo).ToBeEnabledAsync();
    }

    [BrowserFact]
    public async Task Penalties_are_a_decider_that_taps_and_corrections_count_apart_from_the_goals()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("football", null);
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.TapAsync(1);
        await keeper.TapAsync(2);

        await keeper.ChooseAsync("Start penalty shoot-out");
        await keeper.TapAsync(1, 2);
        await keeper.TapAsync(2);
        await keeper.ExpectPointsAsync(2, 1);
        await Expect(keeper.Half(1)).ToContainTextAsync("1 in all");
        await keeper.ChooseAsync("Correct the score");
        await keeper.Page.GetByLabel("Penalties, Team 1").FillAsync("4");
        await keeper.Page.GetByLabel("Penalties, Team 2").FillAsync("3");
        await keeper.Button("Save").ClickAsync();
        await keeper.ExpectPointsAsync(4, 3);
        await keeper.Viewed.AssertTidyAsync();
        await keeper.ChooseAsync("Finish match");
        await keeper.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Finish match" }).ClickAsync();

        await Expect(keeper.Next).ToContainTextAsync("Final: Team 1 1–1 Team 2 (4–3 pens)");
        await ExpectStatusAsync(keeper, olga, "final");
        var score = await ScoreAsync(olga);
        Assert.Equal("""{"kind":"shootOut","team1":4,"team2":3}""", score.GetProperty("decider").GetRawText());
        Assert.Equal((1, 1), (score.GetProperty("sets").GetArrayLength(), score.GetProperty("winner").GetInt32()));
    }

    [BrowserFact]
    public async Task A_match_is_suspended_and_resumed_and_abandoned_and_reopened()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.TapAsync(1);

        await StopAsync(keeper, "Suspend match");
        await Expect(keeper.Next).ToContainTextAsync("This match is suspended.");
        await Expect(keeper.Half(1)).ToBeDisabledAsync();
        await ExpectStatusAsync(keeper, olga, "suspended");
        await keeper.Button("Resume match").ClickAsync();
        await keeper.TapAsync(1);
        await keeper.ExpectPointsAsync(2, 0);
        await StopAsync(keeper, "Abandon match");
        await Expect(keeper.Next).ToContainTextAsync("This match was abandoned, without a result.");
        await ExpectStatusAsync(keeper, olga, "abandoned");
        await keeper.Viewed.AssertTidyAsync();
        await keeper.ChooseAsync("Reopen match");
        await ExpectStatusAsync(keeper, olga, "inProgress");
    }

    [BrowserFact]
    public async Task A_match_that_has_not_begun_is_postponed_and_started_later()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);

        await StopAsync(keeper, "Postpone match");
        await Expect(keeper.Next).ToContainTextAsync("This match is postponed.");
        await ExpectStatusAsync(keeper, olga, "postponed");
        await keeper.Button("Start match").ClickAsync();
        await keeper.TapAsync(2);

        await keeper.ExpectPointsAsync(0, 1);
        await ExpectStatusAsync(keeper, olga, "inProgress");
    }

    private static async Task StopAsync(ScorekeeperPage keeper, string word)
    {
        await keeper.ChooseAsync(word);
        await keeper.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = word }).ClickAsync();
    }

    private static Task ExpectStatusAsync(ScorekeeperPage keeper, ApiUser user, string status) =>
        ExpectAsync(keeper, user, score => score.GetProperty("status").GetString() == status);

    // Just after a click everything before it is sent, and nothing else is stored yet: perhaps no score at all.
    private static async Task ExpectAsync(ScorekeeperPage keeper, ApiUser user, Func<JsonElement, bool> isAsExpected)
    {
        await Eventually.TrueAsync(async () =>
        {
            using var response = await user.Http.GetAsync("/api/events/cup/scores/1");
            return response.IsSuccessStatusCode && isAsExpected(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
        });
        await keeper.ExpectSentAsync();
    }

    private static Task<JsonElement> ScoreAsync(ApiUser user) => user.GetAsync("/api/events/cup/scores/1");
}
