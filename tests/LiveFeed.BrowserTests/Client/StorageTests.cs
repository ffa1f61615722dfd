using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class StorageTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Scores_saved_on_the_device_are_sent_once_the_server_is_the_backend()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        await tab.SeeAsync<object>("{ seen.storage = livefeed.createStorage({ eventId: 'cup', backend: 'device', local: localStorage }); }");

        await SaveAsync(tab, 1, 3);
        await SaveAsync(tab, 1, 4);
        await SaveAsync(tab, 2, 7);
        Assert.Equal("1 4 true, 2 7 true", await AllAsync(tab));
        Assert.Equal(2, await tab.SeeAsync<int>("seen.storage.syncPending()"));
        Assert.Empty(await admin.HistoryAsync());

        await tab.SignInAsync(admin.Email);
        await tab.SeeAsync<object>("{ seen.storage.backend = 'server'; }");
        Assert.Equal(0, await tab.SeeAsync<int>("seen.storage.syncPending()"));
        Assert.Equal("1 4 false, 2 7 false", await AllAsync(tab));
        Assert.Equal([4], (IEnumerable<int>)await admin.HistoryAsync());
        Assert.Equal([7], (IEnumerable<int>)await admin.HistoryAsync(2));
    }

    [BrowserFact]
    public async Task A_score_saved_on_the_device_does_not_replace_a_later_one_on_the_server()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        await tab.SignInAsync(admin.Email);
        await tab.SeeAsync<object>("{ seen.storage = livefeed.createStorage({ eventId: 'cup', backend: 'device' }); }");
        await SaveAsync(tab, 1, 4);
        await admin.ScoreAndClaimAnewAsync("cup", 1, 9, 0);

        await tab.SeeAsync<object>("{ seen.storage.backend = 'server'; }");

        Assert.Equal(1, await tab.SeeAsync<int>("seen.storage.syncPending()"));
        Assert.Equal("1 9 false", await AllAsync(tab));
        Assert.Equal([9], (IEnumerable<int>)await admin.HistoryAsync());
        Assert.Equal(4, ServerSide.Points((await admin.GetAsync("/api/events/cup/scores/conflicts")).GetProperty("items")[0]));
    }

    [BrowserFact]
    public async Task A_score_on_the_server_is_read_and_one_that_is_not_sent_yet_comes_before_it()
    {
        var (server, admin) = await ServerSide.WithCupAsync();
        await using var stopping = server;
        await admin.ScoreAsync(1);
        await admin.ScoreAsync(5, matchId: 2);
        await using var browser = await ClientBrowser.OpenAsync(chromium, server);
        var tab = await browser.TabAsync();
        await tab.SignInAsync(admin.Email);
        await tab.SeeAsync<object>("{ seen.storage = livefeed.createStorage({ eventId: 'cup' }); }");
        Assert.Equal("1 1 false, 2 5 false", await AllAsync(tab));

        await browser.Context.SetOfflineAsync(true);
        await SaveAsync(tab, 1, 2);
        Assert.Equal("1 2 true, 2 5 false", await AllAsync(tab));
        Assert.True(await tab.SeeAsync<bool>("seen.storage.getScore(1).then(score => score.isPending)"));
        Assert.True(await tab.SeeAsync<bool>("seen.storage.getScore(3).then(score => score === undefined)"));
        await browser.Context.SetOfflineAsync(false);

        await Eventually.TrueAsync(async () => await tab.SeeAsync<int>("seen.storage.syncPending()") == 0);
        Assert.Equal("1 2 false, 2 5 false", await AllAsync(tab));
        Assert.Equal([1, 2], (IEnumerable<int>)await admin.HistoryAsync());
    }

    private static Task SaveAsync(ClientTab tab, int matchId, int team1) => tab.SeeAsync<object>(
        $"seen.storage.saveScore({{ matchId: {matchId}, sets: [{{ team1: {team1}, team2: 0 }}], status: 'inProgress' }})");

    /// <summary>Returns match, team 1's points and whether it is pending, of every score.</summary>
    private static Task<string> AllAsync(ClientTab tab) => tab.SeeAsync<string>(
        "seen.storage.getAllScores().then(scores => scores.toSorted((a, b) => a.matchId - b.matchId)"
        + ".map(score => `${score.matchId} ${score.sets[0].team1} ${score.isPending}`).join(', '))");
}
