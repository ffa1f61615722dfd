using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Scores;

/// <summary>Writes of a score that was read before.</summary>
public sealed class ScoreIfMatchTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task A_write_for_another_version_is_rejected_with_the_current_score()
    {
        var id = await ClaimedAsync();
        var path = $"/api/events/{id}/scores";
        await Expect.SuccessAsync(await server.Media.SendAsync("POST", path, Score(1, 0)));
        await Expect.SuccessAsync(await server.Media.SendAsync("POST", path, Score(2, 0), ("If-Match", "\"v1\"")));

        foreach (var stale in new[] { "\"v1\"", "\"v0\"", "\"v3\"" })
        {
            var problem = await Expect.ProblemAsync(await server.Media.SendAsync("POST", path, Score(9, 9), ("If-Match", stale)), 412, "version_mismatch");
            Assert.Equal(2, problem.GetProperty("current").Number("version"));
        }

        Assert.Equal(200, (int)(await server.Media.SendAsync("POST", path, Score(3, 0), ("If-Match", "\"v2\""))).StatusCode);
        Assert.Equal(0, (await server.Organizer.GetAsync(path + "/conflicts")).Number("total"));
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("\"v1")]
    [InlineData("nonsense, \"v1\"")]
    public async Task An_If_Match_that_is_no_list_of_tags_is_rejected(string ifMatch)
    {
        var id = await ClaimedAsync();

        await Expect.ProblemAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", Score(1, 0), ("If-Match", ifMatch)), 400, "invalid_request");
    }

    /// <summary>RFC 9110, section 13.1.1.</summary>
    [Theory]
    [InlineData("*", 412, 200)]
    [InlineData("\"v1\", \"v2\"", 412, 200)]
    [InlineData("\"v7\",\"v1\"", 412, 200)]
    [InlineData("\"v0\"", 201, 412)]
    [InlineData("W/\"v1\"", 412, 412)]
    [InlineData("\"v\"", 412, 412)]
    [InlineData("\"v-1\"", 412, 412)]
    [InlineData("\"v99999999999\"", 412, 412)]
    [InlineData("\"5xk2.40.h7qa\"", 412, 412)]
    public async Task An_If_Match_is_compared_with_the_score_that_there_is(string ifMatch, int withoutScore, int withScore)
    {
        var id = await ClaimedAsync();
        var path = $"/api/events/{id}/scores";
        Assert.Equal(withoutScore, (int)(await server.Media.SendAsync("POST", path, Score(1, 0), ("If-Match", ifMatch))).StatusCode);
        if (withoutScore != 201)
            await Expect.SuccessAsync(await server.Media.SendAsync("POST", path, Score(1, 0)));
        Assert.Equal(withScore, (int)(await server.Media.SendAsync("POST", path, Score(2, 0), ("If-Match", ifMatch))).StatusCode);
    }

    private static object Score(int team1, int team2) => new { matchId = 1, sets = new[] { new { team1, team2 } }, status = "inProgress" };

    private async Task<string> ClaimedAsync()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);
        return id;
    }
}
