using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>What happens in a match beside its score, as readers see it: incidents, statistics, the clock and the signature.</summary>
[Collection(InBrowser.Name)]
public sealed class MatchIncidentsTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Light)]
    [InlineData(ViewedPage.Desk, ColorScheme.Light)]
    [InlineData(ViewedPage.Desk, ColorScheme.Dark)]
    public async Task The_open_match_lists_incidents_as_they_happen_and_drops_a_retracted_one(int width, ColorScheme scheme)
    {
        var (server, admin) = await StartAsync("football", "Statistics:Every=00:00:00.100", "Statistics:Sweep=00:00:00.100");
        await using var stopping = server;
        await IncidentAsync(admin, new { kind = "goal", side = 1, minute = 12, person = "Ada" });
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=1", new View { Width = width, Scheme = scheme });
        var incidents = viewed.Page.Locator(".incident");
        await Expect(incidents).ToHaveTextAsync(["12′Goal Ada, Team 1"]);

        await IncidentAsync(admin, new { kind = "substitution", side = 2, minute = 61, person = "Bea", person2 = "Cleo" });
        var card = await IncidentAsync(admin, new { kind = "yellowCard", side = 2, minute = 45, added = 2, person = "Dora", detail = "Foul" });

        await Expect(incidents).ToHaveTextAsync(["12′Goal Ada, Team 1", "45+2′Yellow card Dora Foul, Team 2", "61′Substitution Bea off, Cleo on, Team 2"]);
        await Expect(viewed.Page.Locator(".bars tbody tr")).ToHaveTextAsync(["1Goal0", "0Yellow card1"]);
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();

        await Testing.Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/incidents/{card}"));
        await Expect(incidents).ToHaveTextAsync(["12′Goal Ada, Team 1", "61′Substitution Bea off, Cleo on, Team 2"]);
    }

    [BrowserFact]
    public async Task A_match_that_is_over_has_what_happened_in_it_and_says_that_it_is_signed()
    {
        var (server, admin) = await StartAsync("volleyball");
        await using var stopping = server;
        await IncidentAsync(admin, new { kind = "timeOut", side = 2 });
        await IncidentAsync(admin, new { kind = "ace", side = 1 });
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 25, 20, "final"));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=1", ViewedPage.Phone);
        await Expect(viewed.Page.Locator(".incident")).ToHaveTextAsync(["Time-out, Team 2", "Ace, Team 1"]);
        await Expect(viewed.Page.Locator(".bars tbody tr").Last).ToHaveTextAsync("1Ace0");
        await Expect(viewed.Page.GetByText("Signed")).ToBeHiddenAsync();

        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/matches/1/official", new { official = true }));

        await Expect(viewed.Page.GetByText("Signed")).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Says_that_the_incidents_cannot_be_had_and_tries_again_at_the_button()
    {
        var (server, admin) = await StartAsync("football");
        await using var stopping = server;
        await IncidentAsync(admin, new { kind = "goal", side = 1, minute = 12 });
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup");
        viewed.Expecting("ERR_FAILED");
        await viewed.Page.RouteAsync("**/incidents?*", route => route.AbortAsync());
        await viewed.Match(1).ClickAsync();
        await Expect(viewed.Page.Locator("#match-extras")).ToContainTextAsync("The server can't be reached.");

        await viewed.Page.UnrouteAsync("**/incidents?*");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Load it again" }).ClickAsync();

        await Expect(viewed.Page.Locator(".incident")).ToHaveCountAsync(1);
        await Expect(viewed.Page.Locator("#match-extras")).Not.ToContainTextAsync("The server can't be reached.");
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task The_clock_counts_on_in_the_list_and_in_the_open_match_and_stops(int width)
    {
        var (server, admin) = await StartAsync("football");
        await using var stopping = server;
        await ClockAsync(admin, 1, "running", ((22 * 60) + 10) * 1000);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", width);
        await Expect(viewed.Match(1).Locator(".when")).ToHaveTextAsync("23′First half");
        await Expect(viewed.Match(1).GetByRole(AriaRole.Link)).ToContainTextAsync("minute 23. First half");

        await viewed.Match(1).ClickAsync();
        var clock = viewed.Page.Locator(".versus-clock");
        await Expect(clock).ToContainTextAsync("First half");
        var first = await clock.Locator(".clock-face").TextContentAsync();
        await Expect(clock.Locator(".clock-face")).Not.ToHaveTextAsync(first!);
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();

        await ClockAsync(admin, 1, "stopped", 44 * 60 * 1000, added: 2);
        await Expect(clock).ToHaveTextAsync("First half44:00 +2");
        await ClockAsync(admin, 1, "ended", 47 * 60 * 1000);
        await Expect(clock).ToHaveTextAsync("Half-time");
        await ClockAsync(admin, 2, "running", 0);
        await Expect(clock).ToContainTextAsync("Second half45:0");
    }

    [BrowserTheory]
    [InlineData(1, 46, "45+2′", "First half", "minute 45 plus 2", "46:00")]
    [InlineData(2, 22, "68′", "Second half", "minute 68", "67:00")]
    [InlineData(3, 0, "91′", "Overtime", "minute 91", "90:00")]
    [InlineData(4, 15, "120+1′", "Overtime 2", "minute 120 plus 1", "120:00")]
    public async Task The_minutes_of_football_are_counted_on_from_one_half_to_the_next(int period, int minutes, string shown, string name, string spoken, string face)
    {
        var (server, admin) = await StartAsync("football");
        await using var stopping = server;
        await ClockAsync(admin, period, "stopped", minutes * 60 * 1000);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", ViewedPage.Phone);
        await Expect(viewed.Match(1).Locator(".when")).ToHaveTextAsync($"{shown}{name}");
        await Expect(viewed.Match(1).GetByRole(AriaRole.Link)).ToContainTextAsync($"{spoken}. {name}");
        await viewed.AssertTidyAsync();

        await viewed.Match(1).ClickAsync();
        await Expect(viewed.Page.Locator(".versus-clock")).ToHaveTextAsync($"{name}{face}");
        await viewed.Page.GotoAsync("/display/cup?court=all");
        await Expect(viewed.Page.Locator(".clock")).ToHaveTextAsync($"{name} {face}");
    }

    [BrowserFact]
    public async Task The_minutes_of_youth_matches_are_those_of_their_format_and_others_begin_anew()
    {
        var (server, admin) = await StartAsync("football");
        await using var stopping = server;
        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { format = new { kind = "sum", periods = 2, clock = new { minutes = 20 } } }));
        await ClockAsync(admin, 2, "stopped", 3 * 60 * 1000);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", ViewedPage.Phone);
        await Expect(viewed.Match(1).Locator(".when")).ToHaveTextAsync("24′Second half");

        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { format = new { kind = "sum", periods = 2 } }));

        await Expect(viewed.Match(1).Locator(".when")).ToHaveTextAsync("4′Second half");
    }

    private static async Task<(LiveFeedServer Server, ApiUser Admin)> StartAsync(string sport, params string[] settings)
    {
        var server = await LiveFeedServer.StartAsync(settings);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", sport: sport, bestOf: sport == "volleyball" ? 1 : null);
        await admin.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        return (server, admin);
    }

    private static async Task<string> IncidentAsync(ApiUser admin, object incident) =>
        (await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/matches/1/incidents", incident))).GetProperty("id").GetString()!;

    private static async Task ClockAsync(ApiUser admin, int period, string state, int elapsedMs, int? added = null) =>
        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/matches/1/clock", new { period, state, elapsedMs, added }));
}
