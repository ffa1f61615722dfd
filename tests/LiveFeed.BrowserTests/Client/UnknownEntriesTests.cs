using System.Collections.Concurrent;
using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

/// <summary>A page with an older copy of the library follows a newer server.</summary>
[Collection(InAnotherBrowser.Name)]
public sealed class UnknownEntriesTests(Chromium chromium)
{
    private const string Send =
        """
        const send = (id, data) => controller.enqueue(new TextEncoder().encode(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`));
        const entry = (type, key, more) => ({ topic: "events/cup", type, eventId: "cup", key, at: "2026-07-04T12:00:00.000Z", ...more });
        const score = (match, more) => entry("score-update", `score/${match}`, { matchId: match, sets: [], status: "inProgress", ...more });
        const matches = [1, 2].map(id => entry("match-update", `match/${id}`, { id }));
        send("abcdef:5xk2.1", { topic: "events/cup", tag: "abcdef", type: "snapshot", eventId: "cup", at: "2026-07-04T12:00:00.000Z", entries: [...matches, score(1), entry("weather", "weather")] });
        send("abcdef:5xk2.2", score(1, { schema: 2 }));
        send("abcdef:5xk2.3", entry("weather", "weather", { rain: true }));
        send("abcdef:5xk2.4", score(2));
        """;

    [BrowserFact]
    public async Task An_entry_of_an_unknown_type_or_version_is_reported_and_all_else_goes_on()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var warnings = await ConnectAsync(cup.Tab, "eventId: 'cup', onUnknown: entry => seen.unknown.push(entry.type), onEntry: entry => seen.entries.push(entry.key)");

        await cup.Tab.UntilAsync("seen.feed.state.get('score/2') !== undefined");

        await AssertReportedAsync(cup.Tab, warnings, "weather,score-update,weather");
        Assert.Equal("1: none, 2: inProgress", await cup.Tab.SeeAsync<string>("seen.feed.state.matches.map(({ match, score }) => `${match.id}: ${score?.status ?? 'none'}`).join(', ')"));
        Assert.True(await cup.Tab.SeeAsync<bool>("seen.feed.state.get('weather').rain && seen.feed.state.get('score/1') === undefined && seen.feed.status.code === 'live'"));
    }

    [BrowserFact]
    public async Task It_is_reported_with_its_topic_if_several_are_followed()
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var warnings = await ConnectAsync(cup.Tab, "topics: ['events/cup'], onUnknown: (entry, topic) => seen.unknown.push(`${entry.type} of ${topic}`), onEntry: entry => seen.entries.push(entry.key)");

        await cup.Tab.UntilAsync("seen.feed.state('events/cup').get('score/2') !== undefined");

        await AssertReportedAsync(cup.Tab, warnings, "weather of events/cup,score-update of events/cup,weather of events/cup");
    }

    private static async Task<ConcurrentQueue<string>> ConnectAsync(ClientTab tab, string options)
    {
        var warnings = new ConcurrentQueue<string>();
        tab.Page.Console += (_, message) =>
        {
            if (message.Type == "warning")
                warnings.Enqueue(message.Text);
        };
        await tab.ReplaceStreamsAsync(Send);
        await tab.SeeAsync<object>($"{{ seen.unknown = []; seen.feed = livefeed.connect({{ {options} }}); }}");
        return warnings;
    }

    /// <summary>Asserts what was reported, and that the page went on with all that it can read.</summary>
    private static async Task AssertReportedAsync(ClientTab tab, ConcurrentQueue<string> warnings, string unknown)
    {
        await tab.UntilAsync("seen.unknown.length >= 3");
        Assert.Equal((unknown, "weather,score/2"), (await tab.SeeAsync<string>("seen.unknown.join()"), await tab.SeeAsync<string>("seen.entries.join()")));
        // Each once, however often it comes.
        await Eventually.TrueAsync(() => Task.FromResult(warnings.Count >= 2), "The console doesn't say so.");
        Assert.Equal(["weather, version 1.", "score-update, version 2."], warnings.Select(text => text[(text.IndexOf("type ", StringComparison.Ordinal) + 5)..text.IndexOf(" A newer", StringComparison.Ordinal)]));
    }
}
