using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Client;

[Collection(InAnotherBrowser.Name)]
public sealed class ScoreStateTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("""{"sets":[{"team1":7,"team2":6,"tieBreak":{"team1":7,"team2":4}},{"team1":3,"team2":6}],"status":"inProgress","decider":{"kind":"matchTieBreak","team1":8,"team2":9},"points":{"team1":"40","team2":"AD"},"server":2}""")]
    [InlineData("""{"sets":[{"team1":7,"team2":6,"tieBreak":{"team1":7,"team2":4}}],"status":"final","outcome":{"kind":"retired","winner":2,"note":"A knee."},"points":{"team1":"15","team2":"0"}}""")]
    [InlineData("""{"sets":[],"status":"final","outcome":{"kind":"walkover","winner":null}}""")]
    [InlineData("""{"sets":[{"team1":1,"team2":0}],"status":"inProgress"}""")]
    public async Task A_score_has_the_same_json_in_a_response_an_entry_a_revision_and_an_outbox_item(string score)
    {
        await using var cup = await ClientCup.OpenAsync(chromium);
        var (_, admin, _, tab) = cup;
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { sport = "tennis", format = "tennis" }));
        await tab.OpenOutboxAsync(admin);
        await tab.ConnectAsync();

        await tab.SeeAsync<object>($"seen.outbox.write({{ eventId: 'cup', matchId: 1, ...{score} }}).then(item => (seen.item = item))");
        await tab.UntilAsync("seen.sent.length === 1 && seen.feed.state.get('score/1') !== undefined");

        Assert.Equal([score, score, score, score], await tab.SeeAsync<string[]>(
            """
            (async () => {
              const { scoreState } = await import("/js/client/score-state.js");
              const history = await (await fetch("/api/events/cup/scores/1/history")).json();
              return [seen.sent[0].score, seen.feed.state.get("score/1"), history.items[0], seen.item].map(one => JSON.stringify(scoreState(one)));
            })()
            """));
    }
}
