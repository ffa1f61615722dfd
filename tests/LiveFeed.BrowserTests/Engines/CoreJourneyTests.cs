using LiveFeed.BrowserTests.Browser;
using LiveFeed.BrowserTests.Client;
using LiveFeed.BrowserTests.Pages;

namespace LiveFeed.BrowserTests.Engines;

/// <summary>What everybody must be able to do in every browser. Chromium has tests of every page.</summary>
[Collection(InOtherEngines.Name)]
public sealed class CoreJourneyTests(Firefox firefox, WebKit webKit)
{
    private const string Connection = "[role=status]:not(.announcements)";
    private const string Account = ".account summary";
    private const string Match = "[data-match='1'] a";
    private const string Team1 = ".half[data-team='1']";
    private const string Sync = "#sync";

    /// <summary>WebKit keeps no secure cookie over http, and the tests have no https.</summary>
    private const string KeepsCookies = "Auth:AllowInsecureCookies=true";

    /// <summary>A whole client, which does nothing about a lost connection. The page's own would hide what the engine does.</summary>
    private const string PlainClient =
        """
        () => {
          window.received = [];
          window.source = new EventSource("../api/events/cup/stream");
          source.onmessage = ({ lastEventId, data }) => received.push([lastEventId, data]);
        }
        """;

    [FirefoxFact]
    public Task In_Firefox_spectators_see_each_point_that_is_tapped() => SeeEachPointAsync(firefox);

    [WebKitFact]
    public Task In_WebKit_spectators_see_each_point_that_is_tapped() => SeeEachPointAsync(webKit, KeepsCookies);

    [FirefoxFact]
    public Task In_Firefox_spectators_miss_nothing_when_the_server_restarts() => MissNothingAsync(firefox);

    [WebKitFact]
    public Task In_WebKit_spectators_miss_nothing_when_the_server_restarts() => MissNothingAsync(webKit);

    [FirefoxFact]
    public Task In_Firefox_points_tapped_without_a_server_arrive_once_and_in_order() => ArriveInOrderAsync(firefox);

    [WebKitFact]
    public Task In_WebKit_points_tapped_without_a_server_arrive_once_and_in_order() => ArriveInOrderAsync(webKit, KeepsCookies);

    [FirefoxFact]
    public Task In_Firefox_no_row_is_blank_when_a_phone_is_turned() => ShowsEveryRowAsync(firefox);

    /// <summary>WebKit may forget to show a row again that it skipped by <c>content-visibility</c>.</summary>
    [WebKitFact]
    public Task In_WebKit_no_row_is_blank_when_a_phone_is_turned() => ShowsEveryRowAsync(webKit);

    [WebKitFact]
    public async Task In_WebKit_the_dialog_says_that_over_http_the_session_ends_with_the_page_also_on_localhost()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var page = await Open(webKit, server, "/");

        await page.ClickAsync(".account button", "Sign in");

        await page.UntilTextAsync("dialog .notice[data-tone=caution]", "This address is not secure (http)");
        await page.AssertTidyAsync();
    }

    private static async Task SeeEachPointAsync(IEngine engine, params string[] settings)
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync(settings: settings);
        await using var stopping = server;
        await using var spectator = await Open(engine, server, "/events/cup");
        await spectator.UntilTextAsync(Connection, "Live");
        await using var keeper = await Open(engine, server, ScorekeeperPage.Path, ViewedPage.Phone);
        await keeper.SignInAsync(olga);
        await keeper.UntilTextAsync(Account, "Olga");

        await keeper.ReloadAsync();
        await keeper.UntilTextAsync(Account, "Olga");
        await ClaimAsync(keeper);
        for (var points = 1; points <= 10; points++)
        {
            await keeper.ClickAsync(Team1);
            await spectator.UntilTextAsync(Match, $"{points} to 0");
        }

        await keeper.UntilTextAsync(Sync, "All sent");
        await keeper.AssertTidyAsync();
        await spectator.AssertTidyAsync();
    }

    private static async Task MissNothingAsync(IEngine engine)
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var spectator = await Open(engine, server, "/events/cup");
        await spectator.UntilTextAsync(Connection, "Live");
        await spectator.EvaluateAsync<string>(PlainClient);
        await UntilAsync(spectator, "received.length > 0");

        for (var points = 1; points <= 5; points++)
            await admin.ScoreAsync(points);
        await server.RestartAsync(whileDown: () => spectator.UntilTextAsync(Connection, "Reconnecting"));
        for (var points = 6; points <= 10; points++)
            await admin.ScoreAsync(points);

        await spectator.UntilTextAsync(Match, "10 to 0");
        await spectator.UntilTextAsync(Connection, "Live");
        await UntilAsync(spectator, $"received.at(-1)[0] === '{await server.HeadAsync()}'");
        var received = await spectator.EvaluateAsync<string[][]>("() => received");
        Assert.Equal(await server.LogAsync(received![0][0]), received.Skip(1).Select(entry => entry[1]));
        await spectator.AssertTidyAsync();
    }

    private static async Task ShowsEveryRowAsync(IEngine engine)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup", matches: 12);
        await using var spectator = await Open(engine, server, "/events/cup");
        await spectator.UntilTextAsync(Match, "Team 1");

        foreach (var width in new[] { ViewedPage.Phone, ViewedPage.Desk, ViewedPage.Phone, ViewedPage.Desk })
        {
            await spectator.ResizeAsync(width);
            await UntilAsync(spectator, "[...document.querySelectorAll('.match')].every((row) => row.offsetTop > innerHeight || row.firstChild.offsetWidth > 0)");
        }

        await spectator.AssertTidyAsync();
    }

    private static async Task ArriveInOrderAsync(IEngine engine, params string[] settings)
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync(settings: settings);
        await using var stopping = server;
        await using var keeper = await Open(engine, server, ScorekeeperPage.Path, ViewedPage.Phone);
        await keeper.SignInAsync(olga);
        await ClaimAsync(keeper);

        await server.RestartAsync(async () =>
        {
            for (var points = 1; points <= 10; points++)
                await keeper.ClickAsync(Team1);
            await keeper.UntilTextAsync(Sync, "No network: 10 kept here");
        });

        await keeper.UntilTextAsync(Sync, "All sent");
        Assert.Equal(Enumerable.Range(1, 10), await olga.HistoryAsync());
        await keeper.AssertTidyAsync();
    }

    private static Task<EnginePage> Open(IEngine engine, LiveFeedServer server, string path, int width = ViewedPage.Desk) =>
        engine.OpenAsync(server.Address, path, width);

    private static async Task ClaimAsync(EnginePage keeper)
    {
        await keeper.ClickAsync(Match);
        await keeper.ClickAsync("button", "Score this match");
        await keeper.UntilTextAsync(Team1, "Team 1");
    }

    private static Task UntilAsync(EnginePage page, string condition) =>
        Eventually.TrueAsync(() => page.EvaluateAsync<bool>($"() => {condition}"), $"It never was that {condition}.", TimeSpan.FromMinutes(1));
}
