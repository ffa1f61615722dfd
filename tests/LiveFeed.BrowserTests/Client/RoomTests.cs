using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

/// <summary>A team's room in a browser: beside the event, on the same stream, for all tabs.</summary>
[Collection(InAnotherBrowser.Name)]
public sealed class RoomTests(Chromium chromium) : IAsyncLifetime
{
    private const string Room = "events/cup/teams/1";

    private LiveFeedServer server = null!;
    private ApiUser admin = null!;
    private ApiUser player = null!;
    private ClientBrowser browser = null!;

    public async Task InitializeAsync()
    {
        (server, admin) = await ServerSide.WithCupAsync();
        player = await server.RegisterAsync("Paul Player");
        await Expect.SuccessAsync(await admin.PutAsync($"/api/{Room}/members/{player.Id}", new { role = "player" }));
        browser = await ClientBrowser.OpenAsync(chromium, server);
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await server.DisposeAsync();
    }

    [BrowserFact]
    public async Task Messages_and_who_is_there_reach_every_tab_by_one_stream()
    {
        var first = await FollowAsync();
        await first.UntilAsync("seen.signals.some(({ type, count }) => type === 'presence' && count === 1)");
        var second = await FollowAsync();
        // The stream was there before the tab.
        await second.UntilAsync("seen.signals.some(({ type, count }) => type === 'presence' && count === 1)");
        Assert.Equal("presence events/cup/teams/1 Paul Player", await second.SeeAsync<string>("(found => `${found.type} ${found.followed} ${found.users[0].name}`)(seen.signals.find(({ type }) => type === 'presence'))"));

        var id = (await Expect.SuccessAsync(await admin.PostAsync($"/api/{Room}/messages", new { text = "The bus leaves at 8." }))).GetProperty("id").GetString();
        await Expect.SuccessAsync(await admin.PostAsync($"/api/{Room}/typing"));
        foreach (var tab in new[] { first, second })
        {
            await tab.UntilAsync($"seen.feed.state('{Room}').get('message/{id}')?.text === 'The bus leaves at 8.'");
            await tab.UntilAsync("seen.signals.some(({ type, count }) => type === 'typing' && count === 1)");
        }

        Assert.Equal(1, await server.StreamsAsync());
        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/{Room}/messages/{id}"));
        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/{Room}/members/{player.Id}"));
        foreach (var tab in new[] { first, second })
            await tab.UntilAsync($"!seen.feed.state('{Room}').get('message/{id}') && seen.closed.join() === '{Room} access_revoked'");
        // The event goes on.
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Renamed" }));
        await second.UntilAsync("seen.feed.state('events/cup').event.name === 'Renamed'");
    }

    [BrowserFact]
    public async Task The_next_user_of_the_browser_finds_nothing_of_the_room()
    {
        var stranger = await server.RegisterAsync("Stan Stranger");
        await Expect.SuccessAsync(await admin.PostAsync($"/api/{Room}/messages", new { text = "Among us" }));
        var tab = await FollowAsync();
        await tab.UntilAsync($"seen.feed.state('{Room}').entries.length === 1");
        await tab.SeeAsync<object>("livefeed.session().signOut()");
        await tab.SignInAsync(stranger.Email);
        await tab.UntilAsync($"seen.closed.includes('{Room} not_a_member')");
        Assert.Equal(0, await tab.SeeAsync<int>($"seen.feed.state('{Room}').entries.length"));
    }

    private async Task<ClientTab> FollowAsync()
    {
        var tab = await browser.TabAsync();
        if (await tab.SeeAsync<bool>("!livefeed.session().user"))
            await tab.SignInAsync(player.Email);
        await tab.Page.EvaluateAsync(
            """
            topics => {
              seen.closed = [];
              seen.signals = [];
              seen.feed = livefeed.connect({
                topics,
                onStatus: status => seen.statuses.push(status),
                onSignal: (signal, topic) => seen.signals.push({ ...signal, followed: topic }),
                onClosed: (topic, code) => seen.closed.push(`${topic} ${code}`),
              });
            }
            """,
            new[] { "events/cup", Room });
        await tab.UntilStatusAsync("live");
        await tab.UntilAsync("seen.feed.state('events/cup').event !== undefined");
        return tab;
    }
}
