using System.Text.Json;
using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

/// <summary>The outbox carries incidents and clocks as it carries scores.</summary>
[Collection(InAnotherBrowser.Name)]
public sealed class OutboxRecordTests(Chromium chromium)
{
    [BrowserFact]
    public async Task What_was_recorded_without_a_network_arrives_in_the_order_of_writing()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (server, admin, browser, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        var before = await server.HeadAsync();

        await browser.Context.SetOfflineAsync(true);
        await tab.SeeAsync<object>("seen.outbox.writeClock({ eventId: 'cup', matchId: 1, period: 1, state: 'running', elapsedMs: 0 })");
        await tab.WriteAsync(1, 1);
        await tab.SeeAsync<object>("seen.outbox.writeIncident({ eventId: 'cup', matchId: 1, kind: 'goal', side: 1, minute: 3, person: 'Ada' })");
        await tab.WriteAsync(1, 2);
        await tab.WriteAsync(1, 3);
        await tab.UntilItemsAsync("pending,pending,pending,pending,pending");
        // For who looks only for scores.
        Assert.True(await tab.SeeAsync<bool>("seen.items.every(({ sets }) => Array.isArray(sets))"));
        await browser.Context.SetOfflineAsync(false);

        await tab.UntilItemsAsync("");
        var entries = (await server.LogAsync(before)).ConvertAll(entry => JsonDocument.Parse(entry).RootElement);
        Assert.Equal(
            ["clock-update", "score-update", "incident", "score-update", "score-update"],
            entries.Select(entry => entry.GetProperty("type").GetString()).Where(type => type != "claim-update"));
        Assert.Equal("Ada", entries.Single(entry => entry.GetProperty("type").GetString() == "incident").GetProperty("person").GetString());
        Assert.Equal(["clock", "incident"], await tab.SeeAsync<string[]>("seen.recorded.map(({ item }) => item.type)"));
        Assert.Equal(3, await tab.SeeAsync<int>("seen.sent.length"));
    }

    [BrowserFact]
    public async Task An_incident_whose_response_was_lost_happened_once()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await tab.Page.RouteAsync("**/incidents", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }, new() { Times = 1 });

        await tab.SeeAsync<object>("seen.outbox.writeIncident({ eventId: 'cup', matchId: 1, kind: 'injury' })");

        await tab.UntilItemsAsync("");
        Assert.Equal(1, (await admin.GetAsync("/api/events/cup/matches/1/incidents")).GetProperty("total").GetInt32());
    }

    [BrowserFact]
    public async Task An_incident_that_the_server_rejects_stays_with_the_reason_and_holds_nothing_back()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);

        await tab.SeeAsync<object>("seen.outbox.writeIncident({ eventId: 'cup', matchId: 1, kind: 'goal' })");
        await tab.WriteAsync(1, 1);

        await tab.UntilItemsAsync("refused");
        Assert.Equal("invalid_incident", await tab.SeeAsync<string>("seen.items[0].reason"));
        Assert.NotNull(await tab.SeeAsync<object>("seen.items[0].errors.side"));
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task An_incident_waits_for_the_claim_as_a_score_does_and_goes_on_with_it()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup/claims/1"));

        await tab.SeeAsync<object>("seen.outbox.writeIncident({ eventId: 'cup', matchId: 1, kind: 'goal', side: 2 })");
        await tab.WriteAsync(1, 1);
        await tab.UntilItemsAsync("claim-needed,pending");
        await admin.ClaimAsync("cup", 1);
        await tab.SeeAsync<object>("seen.outbox.retry(seen.items[0].number)");

        await tab.UntilItemsAsync("");
        Assert.Equal(1, (await admin.GetAsync("/api/events/cup/matches/1/incidents")).GetProperty("total").GetInt32());
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync());
    }

    [BrowserFact]
    public async Task A_retraction_whose_response_was_lost_is_done_even_if_the_claim_has_ended_since()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (server, admin, _, tab) = cup;
        // An organizer would need no claim.
        var olga = await server.RegisterAsync("Olga");
        await admin.AddMemberAsync("cup", olga.Id);
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup/claims/1"));
        await olga.ClaimAsync("cup", 1);
        await tab.OpenOutboxAsync(olga);
        await tab.SeeAsync<object>("seen.outbox.writeIncident({ eventId: 'cup', matchId: 1, kind: 'goal', side: 2 })");
        await tab.UntilAsync("seen.recorded.length === 1");
        await tab.Page.RouteAsync("**/incidents/*", async route =>
        {
            await route.FetchAsync();
            await Expect.SuccessAsync(await olga.DeleteAsync("/api/events/cup/claims/1"));
            await route.AbortAsync();
        }, new() { Times = 1 });

        await tab.SeeAsync<object>("seen.outbox.retractIncident({ eventId: 'cup', matchId: 1, incidentId: seen.recorded[0].stored.id })");

        await tab.UntilAsync("seen.recorded.length === 2");
        await tab.UntilItemsAsync("");
        Assert.Equal(0, (await admin.GetAsync("/api/events/cup/matches/1/incidents")).GetProperty("total").GetInt32());
    }

    [BrowserTheory]
    [InlineData(204, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "<h1>Welcome to the hall's network</h1>")]
    public async Task A_success_that_is_not_the_servers_acknowledges_nothing(int status, string body)
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        var requests = 0;
        foreach (var address in new[] { "**/events/cup/scores", "**/events/cup/matches/1/incidents" })
            await tab.Page.RouteAsync(address, async route =>
            {
                Interlocked.Increment(ref requests);
                await route.FulfillAsync(new() { Status = status, Body = body });
            }, new() { Times = 1 });

        await tab.WriteAsync(1, 1);
        await tab.UntilAsync("seen.sent.length === 1");
        await tab.SeeAsync<object>("seen.outbox.writeIncident({ eventId: 'cup', matchId: 1, kind: 'injury' })");
        await tab.UntilAsync("seen.recorded.length === 1");

        await tab.UntilItemsAsync("");
        Assert.Equal(2, requests);
        Assert.Equal(Enumerable.Range(1, 1), await admin.HistoryAsync());
        Assert.Equal(1, (await admin.GetAsync("/api/events/cup/matches/1/incidents")).GetProperty("total").GetInt32());
    }

    [BrowserFact]
    public async Task A_retraction_that_an_intermediary_answers_with_a_page_is_sent_again()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await tab.SeeAsync<object>("seen.outbox.writeIncident({ eventId: 'cup', matchId: 1, kind: 'goal', side: 2 })");
        await tab.UntilAsync("seen.recorded.length === 1");
        await tab.Page.RouteAsync("**/incidents/*", route => route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = "{}" }), new() { Times = 1 });

        await tab.SeeAsync<object>("seen.outbox.retractIncident({ eventId: 'cup', matchId: 1, incidentId: seen.recorded[0].stored.id })");

        await tab.UntilAsync("seen.recorded.length === 2");
        Assert.Equal(0, (await admin.GetAsync("/api/events/cup/matches/1/incidents")).GetProperty("total").GetInt32());
    }

    [BrowserFact]
    public async Task A_retraction_that_is_sent_twice_is_none_too_many()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await tab.OpenOutboxAsync(admin);
        await tab.SeeAsync<object>("seen.outbox.writeIncident({ eventId: 'cup', matchId: 1, kind: 'goal', side: 2 })");
        await tab.UntilAsync("seen.recorded.length === 1");
        await tab.Page.RouteAsync("**/incidents/*", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }, new() { Times = 1 });

        await tab.SeeAsync<object>("seen.outbox.retractIncident({ eventId: 'cup', matchId: 1, incidentId: seen.recorded[0].stored.id })");

        await tab.UntilItemsAsync("");
        Assert.Equal(0, (await admin.GetAsync("/api/events/cup/matches/1/incidents")).GetProperty("total").GetInt32());
        Assert.Equal(2, await tab.SeeAsync<int>("seen.recorded.length"));
    }
}
