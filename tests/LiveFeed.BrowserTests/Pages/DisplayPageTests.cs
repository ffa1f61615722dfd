using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The display as a screen in the hall shows it.</summary>
[Collection(InBrowser.Name)]
public sealed class DisplayPageTests(Chromium chromium)
{
    private const int Wall = 1920;
    private const string Streams = "**/api/events/*/stream*";

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    [InlineData(Wall)]
    public async Task Shows_a_score_as_it_is_posted_and_what_comes_next_after_the_final(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        await using var viewed = await OpenAsync(server, "?court=1", width);
        await Expect(Court(viewed, "Centre court").Locator(".next")).ToContainTextAsync("Gulls");

        await DisplayedCup.PlayAsync(admin, 1, "inProgress", (25, 20), (22, 25), (7, 4));

        await Expect(Rows(viewed)).ToHaveTextAsync(["Gulls17", "Herons14"]);
        await Expect(viewed.Page.Locator(".strip")).ToHaveTextAsync("In playSet 31 25–202 22–25");
        await Expect(viewed.Page).ToHaveTitleAsync("Harbour Cup – Centre court – LiveFeed");
        await AssertFillsAsync(viewed);

        await DisplayedCup.PlayAsync(admin, 1, "final", (25, 20), (22, 25), (25, 4), (25, 10));

        await Expect(viewed.Page.Locator(".next .name")).ToHaveTextAsync(["Terns", "Skuas"]);
        await Expect(viewed.Page.Locator(".when")).ToContainTextAsync(":00");
        await Expect(Rows(viewed)).ToHaveTextAsync(["Gulls3", "Herons1"]);
        await Expect(viewed.Page.Locator(".strip")).ToContainTextAsync("Last result");
        await AssertFillsAsync(viewed);
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task The_clock_of_a_match_counts_on_beside_its_score(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server, "football");
        await DisplayedCup.PlayAsync(admin, 1, "inProgress", (1, 0));
        await using var viewed = await OpenAsync(server, "?court=1", width);
        await Expect(viewed.Page.Locator(".strip")).ToHaveTextAsync("In play");

        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/matches/1/clock", new { period = 2, state = "running", elapsedMs = 754_000 }));

        var face = viewed.Page.Locator(".clock-face");
        await Expect(viewed.Page.Locator(".strip")).ToContainTextAsync("In playSecond half 57:");
        var first = await face.TextContentAsync();
        await Expect(face).Not.ToHaveTextAsync(first!);
        await AssertFillsAsync(viewed);
        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/matches/1/clock", new { period = 2, state = "ended", elapsedMs = 2_700_000 }));
        await Expect(viewed.Page.Locator(".strip")).ToHaveTextAsync("In playBreak");
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    [InlineData(Wall)]
    public async Task Puts_several_courts_side_by_side_each_with_its_own_match(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        await DisplayedCup.PlayAsync(admin, 3, "inProgress", (11, 9));
        await using var viewed = await OpenAsync(server, "?court=2,1", width);
        await Expect(viewed.Page.Locator(".court-name")).ToHaveTextAsync(["Court 2", "Centre court"]);
        await Expect(Court(viewed, "Court 2").Locator(".points")).ToHaveTextAsync(["11", "9"]);
        await Expect(Court(viewed, "Centre court").Locator(".points")).ToHaveCountAsync(0);

        await viewed.Page.GotoAsync("/display/cup?court=all");
        await Expect(viewed.Page.Locator(".court-name")).ToHaveTextAsync(["Centre court", "Court 2", "Court 3", "Court 4"]);
        await AssertFillsAsync(viewed);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Goes_by_the_order_of_play_and_shows_two_matches_of_one_court_side_by_side()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        await using var viewed = await OpenAsync(server, "?court=1");
        await Expect(viewed.Page.Locator(".next .name")).ToHaveTextAsync(["Gulls", "Herons"]);

        await DisplayedCup.PlayAsync(admin, 2, "inProgress", (7, 4));
        await DisplayedCup.PlayAsync(admin, 1, "inProgress", (25, 20), (3, 2));
        await Expect(viewed.Page.Locator(".points")).ToHaveTextAsync(["3", "2", "7", "4"]);
        await AssertFillsAsync(viewed);

        // A correction of the first match comes after the result of the second, which was played after it.
        await DisplayedCup.PlayAsync(admin, 2, "final", (25, 4), (25, 6), (25, 8));
        await DisplayedCup.PlayAsync(admin, 1, "final", (25, 20), (25, 2), (25, 9));
        await Expect(Rows(viewed)).ToHaveTextAsync(["Terns3", "Skuas0"]);
        await Expect(viewed.Page.Locator(".strip")).ToHaveTextAsync("Final1 25–42 25–63 25–8");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_match_that_was_never_played_is_not_next_once_a_later_one_is_over()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var viewed = await OpenAsync(server, "?court=1");
        await Expect(viewed.Page.Locator(".next .name")).ToHaveTextAsync(["Team 1", "Team 2"]);

        await admin.ClaimAsync("cup", 2);
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 2, 3, 1, "final"));

        await Expect(Rows(viewed)).ToHaveTextAsync(["Team 33", "Team 41"]);
        await Expect(viewed.Page.Locator(".next .name")).ToHaveTextAsync(["Team 5", "Team 6"]);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_match_that_was_left_open_is_over_once_a_later_one_is_unless_somebody_keeps_its_score()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 24, 23));
        await admin.ClaimAsync("cup", 2);
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 2, 3, 1, "final"));
        await using var viewed = await OpenAsync(server, "?court=1");
        await Expect(Rows(viewed)).ToHaveTextAsync(["Team 124", "Team 223"]);

        await Testing.Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup/claims/1"));

        await Expect(Rows(viewed)).ToHaveTextAsync(["Team 33", "Team 41"]);
        await Expect(viewed.Page.Locator(".next .name")).ToHaveTextAsync(["Team 5", "Team 6"]);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Says_since_when_it_is_not_up_to_date_and_goes_on_by_itself_after_a_restart()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        await using var viewed = await OpenAsync(server, "?court=1");
        viewed.Expecting("ERR_CONNECTION_REFUSED");
        viewed.Expecting("ERR_INCOMPLETE_CHUNKED_ENCODING");
        await Expect(viewed.Connection).ToHaveTextAsync("Live");

        await server.RestartAsync(whileDown: () => Expect(viewed.Connection).ToHaveTextAsync(Since(), new() { Timeout = 30_000 }));
        await DisplayedCup.PlayAsync(admin, 1, "inProgress", (4, 2));

        await Expect(viewed.Connection).ToHaveTextAsync("Live", new() { Timeout = 45_000 });
        await Expect(viewed.Page.Locator(".points")).ToHaveTextAsync(["4", "2"]);

        await viewed.SetOfflineAsync(true);
        await Expect(viewed.Connection).ToHaveTextAsync(Since(), new() { Timeout = 30_000 });
        await Expect(viewed.Page.Locator(".points")).ToHaveTextAsync(["4", "2"]);
        await AssertFillsAsync(viewed);
        await viewed.SetOfflineAsync(false);
        await Expect(viewed.Connection).ToHaveTextAsync("Live", new() { Timeout = 45_000 });
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Polls_if_something_in_between_rejects_streams()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        viewed.Expecting("502");
        await viewed.Page.RouteAsync(Streams, route => route.FulfillAsync(new() { Status = 502 }));
        await viewed.Page.GotoAsync("/display/cup?court=1");
        await Expect(viewed.Connection).ToHaveTextAsync("Live, a little later than usual");

        await DisplayedCup.PlayAsync(admin, 1, "inProgress", (4, 2));

        await Expect(viewed.Page.Locator(".points")).ToHaveTextAsync(["4", "2"], new() { Timeout = 30_000 });
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Shows_the_events_name_until_there_is_a_schedule()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server, hasSchedule: false);
        await using var viewed = await OpenAsync(server, "?court=1");
        await Expect(viewed.Page.Locator(".message-name")).ToHaveTextAsync("Harbour Cup");

        await DisplayedCup.PutScheduleAsync(admin);

        await Expect(Court(viewed, "Centre court").Locator(".next")).ToContainTextAsync("Herons");
        await Expect(viewed.Page.Locator(".message")).ToBeHiddenAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData("/display/cup?court=77", ".words", "No match is planned on this court.")]
    [InlineData("/display/none?court=1", ".message-name", "There is no event with this id.")]
    [InlineData("/display/club?court=1", ".message-name", "This event is for its members: sign in to see it.")]
    public async Task Says_why_there_is_nothing_to_see(string path, string where, string words)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server);
        await admin.CreateEventAsync("club", visibility: "members");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, path);
        await Expect(viewed.Page.Locator(where)).ToHaveTextAsync(words);
    }

    [BrowserFact]
    public async Task Hides_the_pointer_and_its_buttons_while_nobody_uses_them()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await DisplayedCup.MakeAsync(server);
        await using var viewed = await OpenAsync(server, "?court=1");
        var controls = viewed.Page.Locator(".controls");
        await Expect(controls).ToHaveCSSAsync("opacity", "0", new() { Timeout = 20_000 });
        await Expect(viewed.Page.Locator("body")).ToHaveCSSAsync("cursor", "none");

        await viewed.Page.Mouse.MoveAsync(100, 100);

        await Expect(controls).ToHaveCSSAsync("opacity", "1");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Full screen" }).ClickAsync();
        await Expect(viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Leave full screen" })).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    private static System.Text.RegularExpressions.Regex Since() => new("^Not up to date since \\d+:\\d\\d");

    private Task<ViewedPage> OpenAsync(LiveFeedServer server, string query, int width = ViewedPage.Desk) =>
        ViewedPage.OpenAsync(chromium, server, "/display/cup" + query, width);

    private static ILocator Court(ViewedPage viewed, string name) =>
        viewed.Page.Locator(".court").Filter(new() { Has = viewed.Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }) });

    private static ILocator Rows(ViewedPage viewed) => viewed.Page.Locator(".team");

    private static Task AssertFillsAsync(ViewedPage viewed) => DisplayFit.AssertAsync(viewed);
}
