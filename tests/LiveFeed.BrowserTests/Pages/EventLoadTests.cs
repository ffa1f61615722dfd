using System.Text.RegularExpressions;
using LiveFeed.BrowserTests.Browser;
using LiveFeed.BrowserTests.Client;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>What it costs to open the event page.</summary>
[Collection(InBrowser.Name)]
public sealed partial class EventLoadTests(Chromium chromium, ITestOutputHelper output)
{
    /// <summary>Notes when the first match could be drawn.</summary>
    private const string Watch =
        """
        new MutationObserver((_, observer) => {
          if (!document.querySelector("[data-match]")) return;
          observer.disconnect();
          requestAnimationFrame(() => { window.firstMatch = performance.now(); });
        }).observe(document, { childList: true, subtree: true });
        """;

    [BrowserFact]
    public async Task A_first_visit_is_light()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", matches: 64);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/swagger/none", ViewedPage.Phone);
        await viewed.Page.AddInitScriptAsync(Watch);
        var before = (viewed.Transfer.Bytes, viewed.Transfer.Requests);

        await viewed.Page.GotoAsync("/events/cup");

        await Expect(viewed.Page.Locator("[data-match]")).ToHaveCountAsync(64);
        var bytes = viewed.Transfer.Bytes - before.Bytes;
        var state = (await server.Http.GetStringAsync("/api/events/cup/feed")).Length;
        output.WriteLine($"{viewed.Transfer.Requests - before.Requests} requests, {bytes} bytes, and {state} for the state; first match after "
            + $"{await viewed.Page.EvaluateAsync<double>("firstMatch"):0} ms");
        Assert.InRange(bytes, 20_000, 100_000);
    }

    [BrowserFact]
    public async Task The_page_announces_exactly_the_modules_that_it_loads()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var page = new Uri(server.Address, "/events/cup");
        var html = await server.Http.GetStringAsync(page);
        var entry = new Uri(page, EntryScript().Match(html).Groups[1].Value);
        var announced = Preload().Matches(html).Select(match => new Uri(page, match.Groups[1].Value).AbsolutePath).ToList();

        var loaded = new HashSet<string>();
        await LoadAsync(entry);
        loaded.Remove(entry.AbsolutePath);

        Assert.Equal(announced.Distinct(), announced);
        Assert.Equal(loaded.Order(StringComparer.Ordinal), announced.Order(StringComparer.Ordinal));

        async Task LoadAsync(Uri module)
        {
            if (!loaded.Add(module.AbsolutePath))
                return;
            foreach (Match match in Import().Matches(await server.Http.GetStringAsync(module)))
                await LoadAsync(new Uri(module, match.Groups[1].Value));
        }
    }

    [BrowserFact]
    public async Task No_module_is_fetched_twice()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/swagger/none");
        var scripts = new List<string>();
        viewed.Page.Request += (_, request) =>
        {
            if (request.ResourceType == "script")
                scripts.Add(request.Url);
        };

        await viewed.Page.GotoAsync("/events/cup");

        await Expect(viewed.Match(1)).ToBeVisibleAsync();
        Assert.NotEmpty(scripts);
        Assert.Equal(scripts.Distinct(), scripts);
    }

    [BrowserFact]
    public async Task Eight_tabs_with_different_views_share_one_stream()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await using var first = await ViewedPage.OpenAsync(chromium, server, "/events/cup");
        var tabs = new List<ViewedPage> { first };
        foreach (var query in new[] { "?match=1", "?show=live", "?division=2", "?court=1", "?team=team", "?by=time", "?by=court&match=1" })
            tabs.Add(await first.AnotherTabAsync("/events/cup" + query));
        foreach (var tab in tabs)
            await Expect(tab.Connection).ToHaveTextAsync("Live");

        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 7, 3));

        foreach (var tab in tabs)
        {
            await tab.Page.BringToFrontAsync();
            await Expect(tab.Match(1).Locator(".number")).ToHaveTextAsync(["7", "3"]);
        }

        Assert.Equal(1, await server.StreamsAsync());
    }

    [GeneratedRegex("""<script type="module" src="([^"]+)">""")]
    private static partial Regex EntryScript();

    [GeneratedRegex("""<link rel="modulepreload" href="([^"]+)">""")]
    private static partial Regex Preload();

    [GeneratedRegex("""^(?:(?:import|export)\b[^;"=]*\bfrom|import) "([^"]+)";""", RegexOptions.Multiline)]
    private static partial Regex Import();
}
