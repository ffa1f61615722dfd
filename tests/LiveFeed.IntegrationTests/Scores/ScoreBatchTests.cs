using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Scores;

/// <summary>What a device has recorded while it had no network arrives at once.</summary>
public sealed class ScoreBatchTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task Every_score_of_a_batch_is_a_revision_and_an_entry_in_order()
    {
        var id = await ClaimedAsync();
        var cursor = (await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync()).Text("cursor");

        var result = await Expect.SuccessAsync(await PostAsync(id, [.. Enumerable.Range(1, 100).Select(points => Score(id, points))]));

        var outcomes = result.GetProperty("outcomes").EnumerateArray().ToList();
        Assert.Equal([201, .. Enumerable.Repeat(200, 99)], outcomes.Select(outcome => outcome.Number("status")));
        Assert.Equal(Enumerable.Range(1, 100), outcomes.Select(outcome => outcome.GetProperty("score").Number("version")));
        var entries = (await server.Nobody.GetAsync($"/api/events/{id}/feed?after={cursor}&limit=1000").JsonAsync()).GetProperty("entries").EnumerateArray();
        Assert.Equal(Enumerable.Range(1, 100), entries.Where(entry => entry.Text("type") == "score-update").Select(entry => entry.GetProperty("sets")[0].Number("team1")));
    }

    [Fact]
    public async Task A_repeated_batch_changes_nothing_and_returns_the_same()
    {
        var id = await ClaimedAsync();
        object[] scores = [Score(id, 1), Score(id, 2)];

        await Expect.SuccessAsync(await PostAsync(id, scores));
        var repeat = await Expect.SuccessAsync(await PostAsync(id, scores));

        foreach (var outcome in repeat.GetProperty("outcomes").EnumerateArray())
            Assert.True(outcome.GetProperty("replayed").GetBoolean());
        Assert.Equal(2, (await server.Nobody.GetAsync($"/api/events/{id}/scores/1").JsonAsync()).Number("version"));
    }

    [Fact]
    public async Task Each_score_has_its_own_outcome()
    {
        var id = await ClaimedAsync();

        var result = await Expect.SuccessAsync(await PostAsync(id, Score(id, 1), Score(id, -1), Score(id, 3, match: 2), Score(id, 4)));

        var outcomes = result.GetProperty("outcomes").EnumerateArray().ToList();
        Assert.Equal([201, 422, 403, 200], outcomes.Select(outcome => outcome.Number("status")));
        Assert.Equal(["invalid_score", "claim_required"], new[] { 1, 2 }.Select(index => outcomes[index].GetProperty("problem").Text("code")));
        Assert.Equal(4, (await server.Nobody.GetAsync($"/api/events/{id}/scores/1").JsonAsync()).GetProperty("sets")[0].Number("team1"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_batch_of_no_or_too_many_scores_is_rejected(int count)
    {
        var id = await ClaimedAsync();

        var problem = await Expect.ProblemAsync(await PostAsync(id, [.. Enumerable.Range(1, count).Select(points => Score(id, points))]), 400, "invalid_request");

        Assert.Equal(["scores"], problem.Positions());
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/scores/1"), 404, "score_not_found");
    }

    [Fact]
    public async Task A_score_that_could_not_be_repeated_is_rejected_with_the_batch()
    {
        var id = await ClaimedAsync();

        var problem = await Expect.ProblemAsync(
            await PostAsync(id, Score(id, 1), new { matchId = 1, sets = Array.Empty<object>(), status = "inProgress" }), 400, "invalid_request");

        Assert.Equal(["scores[1].clientUpdateId"], problem.Positions());
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/scores/1"), 404, "score_not_found");
    }

    private static object Score(string id, int points, int match = 1) =>
        new { matchId = match, sets = new[] { new { team1 = points, team2 = 0 } }, status = "inProgress", clientUpdateId = $"{id}-{match}-{points}" };

    private Task<HttpResponseMessage> PostAsync(string id, params object[] scores) => server.Media.PostAsync($"/api/events/{id}/scores/batch", new { scores });

    private async Task<string> ClaimedAsync()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);
        return id;
    }
}
