using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class PollingTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Polls_if_streams_are_blocked_and_streams_again_when_they_are_not()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (server, admin, _, tab) = cup;
        await tab.Page.RouteAsync(Streams.Route, route => route.AbortAsync());
        await tab.ConnectAsync();
        await tab.UntilStatusAsync("polling");

        await admin.ScoreAsync(1);
        await tab.UntilPointAsync(1);
        await admin.ScoreAsync(2);
        await tab.UntilPointAsync(2);
        await tab.Page.UnrouteAsync(Streams.Route);
        await tab.UntilStatusAsync("live");
        await admin.ScoreAsync(3);
        await tab.UntilPointAsync(3);

        await tab.AssertPointsAsync([1, 2, 3]);
        await server.UntilStreamsAsync(1);
    }

    [BrowserFact]
    public async Task Polls_if_something_in_between_holds_the_stream_back()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        // Never responded to, as behind a proxy that waits for the end of a response that has none.
        await tab.Page.RouteAsync(Streams.Route, _ => { });

        await tab.ConnectAsync();
        await tab.UntilStatusAsync("polling");
        await admin.ScoreAsync(1);

        await tab.UntilPointAsync(1);
        Assert.Equal("silent", await tab.SeeAsync<string>("seen.feed.status.reason"));
    }

    [BrowserFact]
    public async Task Polls_if_what_arrives_makes_no_message()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.ReplaceStreamsAsync("setInterval(() => controller.enqueue(new TextEncoder().encode('<p>Please wait</p>\\n\\n')), 1_000)");

        await tab.ConnectAsync();
        await tab.UntilStatusAsync("polling");
        await admin.ScoreAsync(1);

        await tab.UntilPointAsync(1);
        Assert.Equal("silent", await tab.SeeAsync<string>("seen.feed.status.reason"));
    }

    [BrowserFact]
    public async Task Polls_while_the_server_has_no_place_for_a_stream()
    {
        await using var cup = await ClientCup.OpenAsync(chromium, "Streams:MaxPerEvent=1");
        var (server, admin, _, tab) = cup;
        var taken = await server.Http.GetStreamAsync("/api/events/cup/stream");

        await tab.ConnectAsync();
        await tab.UntilStatusAsync("polling");
        await admin.ScoreAsync(1);
        await tab.UntilPointAsync(1);
        Assert.Equal("too_many_streams", await tab.SeeAsync<string>("seen.feed.status.reason"));

        await taken.DisposeAsync();
        await tab.UntilStatusAsync("live");
    }

    [BrowserFact]
    public async Task Polls_for_a_reader_who_saves_data()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (server, admin, browser, tab) = cup;
        await browser.Context.AddInitScriptAsync("Object.defineProperty(navigator, 'connection', { value: { saveData: true } });");
        await tab.LoadAsync();
        await tab.ConnectAsync();
        await tab.UntilStatusAsync("polling");

        await admin.ScoreAsync(1);

        await tab.UntilPointAsync(1);
        Assert.Equal("save_data", await tab.SeeAsync<string>("seen.feed.status.reason"));
        Assert.Equal(0, await server.StreamsAsync());
    }
}
