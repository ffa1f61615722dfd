using System.Text.Json;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The scorekeeper's page of the event <c>cup</c>, used by somebody who is signed in.</summary>
internal sealed class ScorekeeperPage(ViewedPage viewed, ApiUser user) : IAsyncDisposable
{
    public const string Path = "/score/cup";

    public ViewedPage Viewed => viewed;

    public IPage Page => viewed.Page;

    public ApiUser User => user;

    /// <summary>The text that shows whether others have received what is shown.</summary>
    public ILocator Sync => Page.Locator("#sync");

    public ILocator Undo => Button("Undo");

    /// <summary>The next step by the rules, and its button.</summary>
    public ILocator Next => Page.Locator("#next");

    /// <summary>Starts a server with the event <c>cup</c> and two people who may score in it.</summary>
    public static async Task<(LiveFeedServer Server, ApiUser Olga, ApiUser Jo)> CupAsync(
        string sport = "volleyball", int? bestOf = 3, params string[] settings)
    {
        var server = await LiveFeedServer.StartAsync(settings);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", sport: sport, bestOf: bestOf);
        var (olga, jo) = (await server.RegisterAsync("Olga"), await server.RegisterAsync("Jo"));
        await admin.AddMemberAsync("cup", olga.Id);
        await admin.AddMemberAsync("cup", jo.Id);
        return (server, olga, jo);
    }

    public static Task<ScorekeeperPage> OpenAsync(Chromium chromium, LiveFeedServer server, ApiUser user, int width = ViewedPage.Phone) =>
        OpenAsync(chromium, server, user, new View { Width = width });

    public static async Task<ScorekeeperPage> OpenAsync(Chromium chromium, LiveFeedServer server, ApiUser user, View view)
    {
        var viewed = await ViewedPage.OpenAsync(chromium, server, Path, view);
        await viewed.SignInAsync(user);
        return new ScorekeeperPage(viewed, user);
    }

    /// <summary>Opens the page with a match that its user has claimed.</summary>
    public static async Task<ScorekeeperPage> KeepingAsync(Chromium chromium, LiveFeedServer server, ApiUser user, View? view = null)
    {
        var page = await OpenAsync(chromium, server, user, view ?? new View { Width = ViewedPage.Phone });
        await page.OpenMatchAsync();
        await page.ClaimAsync();
        return page;
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Half(int team) => Page.Locator($".half[data-team='{team}']");

    public Task OpenMatchAsync(int id = 1) => viewed.Match(id).GetByRole(AriaRole.Link).ClickAsync();

    public async Task ClaimAsync()
    {
        await Button("Score this match").ClickAsync();
        await Expect(Half(1)).ToBeVisibleAsync();
    }

    /// <summary>Taps, and waits until the taps are stored: a page that is reloaded or closed before that may lose them.</summary>
    public async Task TapAsync(int team, int times = 1)
    {
        for (var i = 0; i < times; i++)
            await Half(team).ClickAsync();
        // A change made by a tap is painted with the next frame. Until then the page shows the state before it.
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await Expect(Sync).Not.ToHaveAttributeAsync("data-storing", "");
    }

    public async Task ChooseAsync(string word)
    {
        await Page.Locator("#more > summary").ClickAsync();
        await Page.Locator("#more").GetByRole(AriaRole.Button, new() { Name = word, Exact = true }).ClickAsync();
    }

    public async Task ExpectPointsAsync(int team1, int team2)
    {
        await Expect(Half(1).Locator(".half-points")).ToHaveTextAsync($"{team1}");
        await Expect(Half(2).Locator(".half-points")).ToHaveTextAsync($"{team2}");
    }

    public Task ExpectSyncAsync(string text) => Expect(Sync).ToHaveTextAsync(text);

    public Task ExpectSentAsync() => ExpectSyncAsync("All sent");

    /// <summary>Returns everything that the server has stored of a match, first to last, such as 1-0 or 25-20 1-0.</summary>
    public async Task<string[]> HistoryAsync(int matchId = 1)
    {
        var history = await user.GetAsync($"/api/events/cup/scores/{matchId}/history?limit=100");
        return [.. history.GetProperty("items").EnumerateArray().Reverse().Select(Text)];
    }

    /// <summary>Waits until the browser has stored the page for work without a network.</summary>
    public Task UntilReadyAsync() => Expect(Page.Locator("#readiness")).ToContainTextAsync("Ready for work");

    public ValueTask DisposeAsync() => viewed.DisposeAsync();

    private static string Text(JsonElement score) => string.Join(
        ' ', score.GetProperty("sets").EnumerateArray().Select(set => $"{set.GetProperty("team1")}-{set.GetProperty("team2")}"));
}
