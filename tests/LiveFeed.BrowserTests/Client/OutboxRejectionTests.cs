using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

/// <summary>Items that wait for somebody to decide.</summary>
[Collection(InAnotherBrowser.Name)]
public sealed class OutboxRejectionTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_score_that_a_later_one_has_overtaken_is_shown_and_kept_as_a_conflict()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, browser, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await browser.Context.SetOfflineAsync(true);
        await tab.WriteAsync(1, 5);
        await admin.ScoreAndClaimAnewAsync("cup", 1, 9, 0);

        await browser.Context.SetOfflineAsync(false);

        await tab.UntilItemsAsync("stale");
        Assert.Equal(9, await tab.SeeAsync<int>("seen.items[0].current.sets[0].team1"));
        Assert.Equal(5, ServerSide.Points((await admin.GetAsync("/api/events/cup/scores/conflicts")).GetProperty("items")[0]));

        // Later writes are newer, and are not held back.
        await tab.WriteAsync(1, 10);
        await tab.UntilAsync("seen.sent.length === 1");
        await tab.SeeAsync<object>("seen.outbox.discard(seen.items[0].number)");
        await tab.UntilItemsAsync("");
        Assert.Equal([9, 10], (IEnumerable<int>)await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_lost_claim_holds_everything_back_until_it_is_taken_again()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup/claims/1"));
        await tab.WriteAsync(1, 1);
        await tab.WriteAsync(1, 2);
        await tab.WriteAsync(2, 1);

        // Writes to another match continue.
        await tab.UntilItemsAsync("claim-needed,pending");
        Assert.Equal("claim_required", await tab.SeeAsync<string>("seen.items[0].reason"));
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync(2));

        await admin.ClaimAsync("cup", 1);
        await tab.SeeAsync<object>("seen.outbox.retry(seen.items[0].number)");
        await tab.UntilItemsAsync("");
        Assert.Equal(Enumerable.Range(1, 2), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_claim_that_another_holds_is_shown_with_who_holds_it()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (server, admin, _, tab) = cup;
        var other = await server.RegisterAsync("Olga");
        await admin.AddMemberAsync("cup", other.Id);
        await tab.OpenOutboxAsync(admin);
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup/claims/1"));
        await other.ClaimAsync("cup", 1);

        await tab.WriteAsync(1, 1);

        await tab.UntilItemsAsync("claim-held");
        Assert.Equal("Olga", await tab.SeeAsync<string>("seen.items[0].holder.name"));
        Assert.True(await tab.SeeAsync<bool>("Date.parse(seen.items[0].expiresAt) > Date.now()"));
    }

    [BrowserFact]
    public async Task A_score_that_cannot_be_is_shown_with_why_and_holds_nothing_back()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);

        await tab.WriteAsync(1, -1);
        await tab.WriteAsync(1, 1);

        await tab.UntilItemsAsync("refused");
        Assert.Equal("invalid_score", await tab.SeeAsync<string>("seen.items[0].reason"));
        Assert.False(string.IsNullOrEmpty(await tab.SeeAsync<string>("seen.items[0].detail")));
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync());
    }
}
