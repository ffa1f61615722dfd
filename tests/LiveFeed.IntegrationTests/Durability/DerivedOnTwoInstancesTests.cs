using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Durability;

/// <summary>Results that two servers write at once: each of them computes what follows, and only one of them can be the last.</summary>
public sealed class DerivedOnTwoInstancesTests
{
    private const int Rounds = 20;

    private const string Schedule = """
        {"divisions":[{"id":1,"name":"One","pools":[{"id":"A","name":"A","teams":[1,2,3]}]}],
        "teams":[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"name":"c"}],"matches":[
        {"id":1,"divisionId":1,"team1Id":1,"team2Id":2},{"id":2,"divisionId":1,"team1Id":1,"team2Id":3},{"id":3,"divisionId":1,"team1Id":2,"team2Id":3},
        {"id":4,"divisionId":1,"team1From":{"pool":"A","place":1},"team2From":{"pool":"A","place":2}}]}
        """;

    [PostgresFact]
    public async Task The_last_two_finals_of_a_pool_at_once_complete_it_and_fill_in_both_teams()
    {
        await using var first = await LiveFeedServer.StartOnPostgresAsync();
        await using var second = await LiveFeedServer.OverAsync(first.DataDirectory);
        var (admin, there) = (await first.AdminAsync(), await second.AdminAsync());
        await CreateAsync(admin, "in-turn");
        foreach (var match in new[] { 1, 2, 3 })
            await FinalAsync(admin, "in-turn", match);
        var expected = await TableAsync(admin, "in-turn");
        for (var round = 1; round <= Rounds; round++)
        {
            var id = $"cup-{round}";
            await CreateAsync(admin, id);
            await FinalAsync(admin, id, 1);

            await Task.WhenAll(FinalAsync(admin, id, 2), FinalAsync(there, id, 3));

            Assert.Equal(expected, await TableAsync(admin, id));
            var semi = await admin.GetAsync($"/api/events/{id}/matches/4");
            Assert.Equal((1, 2), (semi.GetProperty("team1").Number("id"), semi.GetProperty("team2").Number("id")));
            var state = (await Feed.LogProbe.ReadAsync(first.Http, id)).State();
            Assert.Contains("\"isComplete\":true", state["standings/A"], StringComparison.Ordinal);
            Assert.Contains("\"team2\":{\"id\":2,", state["match/4"], StringComparison.Ordinal);
        }
    }

    private static async Task CreateAsync(ApiUser admin, string id)
    {
        await Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id, name = id, sport = "volleyball", bestOf = 1 }));
        await Expect.SuccessAsync(await admin.SendAsync("PUT", $"/api/events/{id}/schedule", Schedule));
        foreach (var match in new[] { 1, 2, 3 })
            await admin.ClaimAsync(id, match);
    }

    private static async Task FinalAsync(ApiUser user, string id, int match) => await Expect.SuccessAsync(await user.ScoreAsync(id, match, 25, 20, "final"));

    private static async Task<string> TableAsync(ApiUser user, string id) => (await user.GetAsync($"/api/events/{id}/standings")).GetProperty("items").GetRawText();
}
