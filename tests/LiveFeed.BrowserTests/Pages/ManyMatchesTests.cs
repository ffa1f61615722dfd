using System.Globalization;
using LiveFeed.BrowserTests.Browser;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>A large tournament on the event page.</summary>
[Collection(InBrowser.Name)]
public sealed class ManyMatchesTests(Chromium chromium, ITestOutputHelper output)
{
    private const int Matches = 500;
    private const int PerSecond = 50;

    /// <summary>Scrolls up and down forever, and notes what keeps the page from drawing.</summary>
    private const string Scroll =
        """
        () => {
          window.seen = { long: [], frames: [] };
          new PerformanceObserver(list => seen.long.push(...list.getEntries().map(entry => entry.duration))).observe({ type: "longtask" });
          let last = performance.now();
          const step = () => {
            const now = performance.now();
            seen.frames.push(now - last);
            last = now;
            scrollTo(0, (Math.sin(now / 1500) + 1) / 2 * (document.documentElement.scrollHeight - innerHeight));
            requestAnimationFrame(step);
          };
          requestAnimationFrame(step);
        }
        """;

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Shows_every_score_of_500_matches_that_change_50_times_a_second_while_it_is_scrolled(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", Matches);
        for (var match = 1; match <= Matches; match++)
        {
            await admin.ClaimAsync("cup", match);
            // Most are in play, and the others begin while the page is watched.
            if (match % 10 != 0)
                await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", match, 0, 0));
        }

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", width);
        await Expect(viewed.Page.Locator("[data-match]")).ToHaveCountAsync(Matches);
        await viewed.Page.EvaluateAsync(Scroll);

        await PostAsync(admin);

        await Expect(viewed.Page.Locator("[data-status=inProgress]")).ToHaveCountAsync(Matches);
        await Eventually.TrueAsync(async () => await ShownAsync(viewed) == Expected(), $"Not all scores are shown: {await ShownAsync(viewed)}");
        output.WriteLine($"{width} px: {await viewed.Page.EvaluateAsync<string>(Report)}");
        await viewed.AssertTidyAsync();
    }

    private const string Report =
        """
        () => {
          const round = number => Math.round(number);
          const frames = seen.frames.toSorted((a, b) => a - b);
          const at = part => round(frames[Math.floor(frames.length * part)]);
          return `${seen.long.length} long tasks, ${round(seen.long.reduce((sum, one) => sum + one, 0))} ms together, the longest `
            + `${round(Math.max(0, ...seen.long))} ms; ${frames.length} frames, half within ${at(0.5)} ms, 95% within ${at(0.95)} ms, 99% within ${at(0.99)} ms`;
        }
        """;

    /// <summary>Posts a score for every match, at the pace of matches and not as fast as the server accepts them.</summary>
    private static async Task PostAsync(ApiUser admin)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1) / PerSecond);
        var sent = new List<Task>();
        for (var match = 1; match <= Matches && await pace.WaitForNextTickAsync(); match++)
            sent.Add(SendAsync(match));
        await Task.WhenAll(sent);

        async Task SendAsync(int match) => await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", match, match % 30, 5));
    }

    private static Task<string> ShownAsync(ViewedPage viewed) => viewed.Page.EvaluateAsync<string>(
        """
        () => [...document.querySelectorAll("[data-match]")].sort((a, b) => a.dataset.match - b.dataset.match)
          .map(row => [...row.querySelectorAll(".number")].map(cell => cell.textContent).join(":")).join()
        """);

    private static string Expected() =>
        string.Join(',', Enumerable.Range(1, Matches).Select(match => string.Create(CultureInfo.InvariantCulture, $"{match % 30}:5")));
}
