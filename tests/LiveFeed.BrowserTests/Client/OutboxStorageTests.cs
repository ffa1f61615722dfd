using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class OutboxStorageTests(Chromium chromium)
{
    private const string Scores = "**/api/events/cup/scores**";

    [BrowserFact]
    public async Task What_is_pending_outlives_a_reload()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await tab.Page.RouteAsync(Scores, route => route.AbortAsync());
        for (var points = 1; points <= 3; points++)
            await tab.WriteAsync(1, points);

        await tab.LoadAsync();
        await tab.OpenOutboxAsync();
        await tab.UntilItemsAsync("pending,pending,pending");
        await tab.Page.UnrouteAsync(Scores);

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 3), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_database_connection_that_has_died_without_a_word_costs_no_point()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await tab.WriteAsync(1, 1);
        await tab.UntilItemsAsync("");

        // As on a phone that was in the background: connections of before throw, with no event before, and new ones work.
        await tab.SeeAsync<object>(
            """
            {
              const { transaction } = IDBDatabase.prototype;
              const { open } = IDBFactory.prototype;
              const fresh = new WeakSet();
              IDBFactory.prototype.open = function (...values) {
                const request = open.apply(this, values);
                request.addEventListener("success", () => fresh.add(request.result));
                return request;
              };
              IDBDatabase.prototype.transaction = function (...values) {
                if (!fresh.has(this)) throw new DOMException("The connection is closing.", "InvalidStateError");
                return transaction.apply(this, values);
              };
            }
            """);
        for (var points = 2; points <= 4; points++)
            await tab.WriteAsync(1, points);

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 4), await admin.HistoryAsync());
    }

    [BrowserTheory]
    [InlineData("IDBObjectStore.prototype.add = () => { throw new DOMException('Full.', 'QuotaExceededError'); }")]
    [InlineData("IDBFactory.prototype.open = () => { throw new DOMException('Denied.', 'SecurityError'); }")]
    public async Task What_the_device_cannot_store_is_sent_from_memory_in_order_and_marked(string refusal)
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, browser, tab) = cup;
        await tab.SignInAsync(admin.Email);
        await tab.SeeAsync<object>($"{{ {refusal}; }}");
        await tab.OpenOutboxAsync();

        await browser.Context.SetOfflineAsync(true);
        for (var points = 1; points <= 3; points++)
            await tab.WriteAsync(1, points);
        await tab.UntilItemsAsync("pending,pending,pending");
        Assert.Equal([false, false, false], (IEnumerable<bool>)await tab.SeeAsync<bool[]>("seen.items.map(item => item.isStored)"));
        await browser.Context.SetOfflineAsync(false);

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 3), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task What_was_held_in_memory_is_stored_once_there_is_room_again()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await tab.Page.RouteAsync(Scores, route => route.AbortAsync());
        await FillStorageAsync(tab);
        await tab.WriteAsync(1, 1);
        await tab.WriteAsync(1, 2);
        await EmptyStorageAsync(tab);
        await tab.WriteAsync(1, 3);

        await tab.LoadAsync();
        await tab.OpenOutboxAsync();
        await tab.UntilItemsAsync("pending,pending,pending");
        await tab.Page.UnrouteAsync(Scores);

        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 3), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task Two_tabs_that_hold_points_in_memory_store_them_beside_each_other()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, browser, one) = cup;
        await one.OpenOutboxAsync(admin);
        var other = await browser.TabAsync();
        await other.OpenOutboxAsync();
        foreach (var (tab, match) in new[] { (one, 1), (other, 2) })
        {
            await tab.Page.RouteAsync(Scores, route => route.AbortAsync());
            await FillStorageAsync(tab);
            await tab.WriteAsync(match, 1);
        }

        foreach (var (tab, match) in new[] { (one, 1), (other, 2) })
        {
            await EmptyStorageAsync(tab);
            await tab.WriteAsync(match, 2);
        }

        foreach (var tab in new[] { one, other })
            await tab.Page.UnrouteAsync(Scores);
        await one.UntilItemsAsync("");
        await other.UntilItemsAsync("");
        Assert.Equal([1, 2], (IEnumerable<int>)await admin.HistoryAsync());
        Assert.Equal([1, 2], (IEnumerable<int>)await admin.HistoryAsync(2));
    }

    private static Task FillStorageAsync(ClientTab tab) => tab.SeeAsync<object>(
        "{ seen.add = IDBObjectStore.prototype.add; IDBObjectStore.prototype.add = () => { throw new DOMException('Full.', 'QuotaExceededError'); }; }");

    private static Task EmptyStorageAsync(ClientTab tab) => tab.SeeAsync<object>("{ IDBObjectStore.prototype.add = seen.add; }");
}
