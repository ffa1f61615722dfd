using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;

namespace LiveFeed.BrowserTests.Client;

/// <summary>A separate browser, with cookies and storage that its tabs share, in which the client library is used.</summary>
internal sealed class ClientBrowser(IBrowserContext context) : IAsyncDisposable
{
    public IBrowserContext Context => context;

    public static async Task<ClientBrowser> OpenAsync(Chromium chromium, LiveFeedServer server) =>
        new(await chromium.Browser.NewContextAsync(new() { BaseURL = server.Address.ToString() }));

    public async Task<ClientTab> TabAsync()
    {
        var page = await context.NewPageAsync();
        var tab = new ClientTab(page);
        await tab.LoadAsync();
        return tab;
    }

    /// <summary>Opens a tab that follows the event <c>cup</c>, and waits until it is live.</summary>
    public async Task<ClientTab> LiveTabAsync()
    {
        var tab = await TabAsync();
        await tab.GoLiveAsync();
        return tab;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}

/// <summary>A tab with the library. What the library reports is collected in the page, in <c>seen</c>.</summary>
internal sealed class ClientTab(IPage page)
{
    public IPage Page => page;

    /// <summary>Reloads the page, with nothing seen.</summary>
    public async Task LoadAsync()
    {
        // A page of this server that follows nothing and requests nothing by itself: the library's own source.
        await page.GotoAsync("/livefeed.js");
        await page.EvaluateAsync(
            """
            async () => {
              window.livefeed = await import("/livefeed.js");
              window.seen = { statuses: [], entries: [], items: [], states: [], sent: [], recorded: [] };
            }
            """);
    }

    public Task ConnectAsync(string eventId = "cup") => page.EvaluateAsync(
        """
        eventId => {
          seen.feed = livefeed.connect({
            eventId,
            onStatus: status => seen.statuses.push(status),
            onEntry: entry => seen.entries.push(entry),
          });
        }
        """,
        eventId);

    /// <summary>Follows the event <c>cup</c>, and waits until it is live.</summary>
    public async Task GoLiveAsync()
    {
        await ConnectAsync();
        await UntilStatusAsync("live");
        await UntilAsync("seen.feed.state.event !== undefined");
    }

    public Task SignInAsync(string email) =>
        page.EvaluateAsync("([email, password]) => livefeed.session().signIn(email, password)", new[] { email, LiveFeedServer.Password });

    public Task OpenOutboxAsync() => page.EvaluateAsync(
        """
        async () => {
          seen.outbox = await livefeed.openOutbox({
            onChange: items => {
              seen.items = items;
              seen.states.push(...items.map(({ state, reason }) => `${state} ${reason ?? ""}`));
            },
            onSent: (item, score) => seen.sent.push({ item, score }),
            onRecorded: (item, stored) => seen.recorded.push({ item, stored }),
          });
        }
        """);

    /// <summary>Opens the outbox of a user who signs in.</summary>
    public async Task OpenOutboxAsync(ApiUser scorer)
    {
        await SignInAsync(scorer.Email);
        await OpenOutboxAsync();
    }

    /// <summary>Writes the score of a match of <c>cup</c>.</summary>
    public Task WriteAsync(int matchId, int team1, int team2 = 0) => page.EvaluateAsync(
        "([matchId, team1, team2]) => seen.outbox.write({ eventId: 'cup', matchId, sets: [{ team1, team2 }], status: 'inProgress' })",
        new[] { matchId, team1, team2 });

    /// <summary>Changes the time of every later timer: <paramref name="expression"/> has it as <c>time</c>. <c>Infinity</c> is never.</summary>
    public Task SetTimersAsync(string expression) => SeeAsync<object>(
        $$"""
        {
          const { setTimeout } = window;
          const changed = time => {{expression}};
          window.setTimeout = (work, time) => changed(time) === Infinity ? 0 : setTimeout(work, changed(time));
        }
        """);

    public Task<T> SeeAsync<T>(string expression) => page.EvaluateAsync<T>($"() => {expression}");

    public async Task UntilAsync(string condition) =>
        await Eventually.TrueAsync(() => SeeAsync<bool>(condition), $"This did not come true: {condition}. Seen: {await ToldAsync()}");

    public Task UntilStatusAsync(string code) => UntilAsync($"seen.feed.status.code === '{code}'");

    /// <summary>Waits for the outbox's states, in the order of writing, separated by commas.</summary>
    public Task UntilItemsAsync(string states) => UntilAsync($"seen.items.map(item => item.state).join() === '{states}'");

    /// <summary>Returns Team 1's points of a match, in the order in which they were reported.</summary>
    public Task<int[]> PointsAsync(int matchId = 1) =>
        SeeAsync<int[]>($"seen.entries.filter(e => e.type === 'score-update' && e.matchId === {matchId}).map(e => e.sets[0].team1)");

    /// <summary>Asserts that each of these points of match 1 was reported, once and in this order, and no other.</summary>
    public async Task AssertPointsAsync(IEnumerable<int> points) => Assert.Equal(points, await PointsAsync());

    /// <summary>Asserts that the whole state, entry by entry, equals the server's.</summary>
    public async Task AssertStateIsTheServersAsync() => Assert.True(await SeeAsync<bool>(
        """
        fetch("api/events/cup/feed").then(answer => answer.json()).then(({ entries }) => {
          const sorted = list => JSON.stringify(list.toSorted((a, b) => a.key < b.key ? -1 : 1));
          return sorted(entries) === sorted(seen.feed.state.entries);
        })
        """));

    public Task UntilPointAsync(int team1, int matchId = 1) =>
        UntilAsync($"seen.feed.state.get('score/{matchId}')?.sets[0].team1 === {team1}");

    private Task<string> ToldAsync() =>
        SeeAsync<string>("JSON.stringify({ statuses: seen.statuses, entries: seen.entries.length, items: seen.items })");
}
