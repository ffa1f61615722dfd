using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Coverage;

public sealed class CoveragePlanTests(ContractServer contract) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task A_plan_is_put_in_place_of_the_stored_one()
    {
        var id = await contract.EventAsync();
        Assert.Empty(Selected(await contract.Media.GetAsync($"/api/events/{id}/coverage-plans")));

        await PutAsync(contract.Media, id, 1, 3, 1);
        Assert.Equal([1, 3], Selected(await contract.Media.GetAsync($"/api/events/{id}/coverage-plans")));

        await PutAsync(contract.Media, id, 4);
        Assert.Equal([4], Selected(await contract.Media.GetAsync($"/api/events/{id}/coverage-plans")));

        await PutAsync(contract.Media, id);
        Assert.Empty(Selected(await contract.Media.GetAsync($"/api/events/{id}/coverage-plans")));
    }

    [Fact]
    public async Task Overlapping_matches_are_told_as_conflicts_and_matches_that_touch_are_not()
    {
        var id = await contract.EventAsync();
        await Expect.SuccessAsync(await contract.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", """
            {"matches":[{"id":-1,"team1Label":"A","team2Label":"B","startsAt":"2026-07-04T10:00:00Z","endsAt":"2026-07-04T11:00:00Z"},
                        {"id":2,"team1Label":"A","team2Label":"B","startsAt":"2026-07-04T10:45:00Z","endsAt":"2026-07-04T12:00:00Z"},
                        {"id":3,"team1Label":"A","team2Label":"B","startsAt":"2026-07-04T12:00:00Z","endsAt":"2026-07-04T13:00:00Z"},
                        {"id":4,"team1Label":"A","team2Label":"B"}]}
            """));

        var put = await PutAsync(contract.Media, id, -1, 2, 3, 4);

        var conflict = Assert.Single(put.GetProperty("conflicts").EnumerateArray());
        Assert.Equal([-1, 2], conflict.GetProperty("matches").EnumerateArray().Select(match => match.GetInt32()));
        Assert.Equal(("2026-07-04T10:45:00.000Z", "2026-07-04T11:00:00.000Z"), (conflict.Text("startsAt"), conflict.Text("endsAt")));
        Assert.Equal([-1, 2, 3, 4], Selected(put));
        var read = await contract.Media.GetAsync($"/api/events/{id}/coverage-plans");
        Assert.Equal(put.GetProperty("conflicts").ToString(), read.GetProperty("conflicts").ToString());
    }

    [Fact]
    public async Task A_plan_with_an_unknown_match_is_refused_as_a_whole()
    {
        var id = await contract.EventAsync();
        await PutAsync(contract.Media, id, 1);

        var problem = await Expect.ProblemAsync(
            await contract.Media.PutAsync($"/api/events/{id}/coverage-plans", new { selectedMatches = new[] { 2, 77 } }), 404, "match_not_found");

        Assert.Equal(["selectedMatches"], problem.Places());
        Assert.Equal([1], Selected(await contract.Media.GetAsync($"/api/events/{id}/coverage-plans")));
    }

    [Fact]
    public async Task A_plan_has_at_most_1000_matches()
    {
        var id = await contract.EventAsync();

        var problem = await Expect.ProblemAsync(
            await contract.Media.PutAsync($"/api/events/{id}/coverage-plans", new { selectedMatches = Enumerable.Range(1, 1_001) }), 400, "invalid_request");

        Assert.Equal(["selectedMatches"], problem.Places());
    }

    [Fact]
    public async Task Everyone_has_a_plan_of_ones_own()
    {
        var (id, other) = (await contract.EventAsync(), await contract.EventAsync());
        await PutAsync(contract.Media, id, 1);
        await PutAsync(contract.Coach, id, 2);

        Assert.Equal([1], Selected(await contract.Media.GetAsync($"/api/events/{id}/coverage-plans")));
        Assert.Equal([2], Selected(await contract.Coach.GetAsync($"/api/events/{id}/coverage-plans")));
        Assert.Empty(Selected(await contract.Admin.GetAsync($"/api/events/{id}/coverage-plans")));
        Assert.Empty(Selected(await contract.Media.GetAsync($"/api/events/{other}/coverage-plans")));

        Assert.Equal(204, (int)(await contract.Media.DeleteAsync($"/api/events/{id}/coverage-plans")).StatusCode);
        Assert.Equal(204, (int)(await contract.Media.DeleteAsync($"/api/events/{id}/coverage-plans")).StatusCode);
        Assert.Empty(Selected(await contract.Media.GetAsync($"/api/events/{id}/coverage-plans")));
        Assert.Equal([2], Selected(await contract.Coach.GetAsync($"/api/events/{id}/coverage-plans")));
    }

    [Fact]
    public async Task Plans_of_a_members_only_event_are_for_members()
    {
        var id = await contract.EventAsync(visibility: "members");

        await Expect.ProblemAsync(await contract.Stranger.PutAsync($"/api/events/{id}/coverage-plans", new { selectedMatches = new[] { 1 } }), 403, "not_a_member");
        await Expect.ProblemAsync(await contract.Stranger.Http.GetAsync($"/api/events/{id}/coverage-plans"), 403, "not_a_member");
        await Expect.ProblemAsync(await contract.Nobody.GetAsync($"/api/events/{id}/coverage-plans"), 401, "token_required");
        await PutAsync(contract.Spectator, id, 1);
    }

    [Fact]
    public async Task A_write_made_for_a_plan_that_was_changed_since_is_refused_and_changes_nothing()
    {
        var id = await contract.EventAsync();
        var path = $"/api/events/{id}/coverage-plans";
        using var first = await contract.Media.SendAsync("PUT", path, new { selectedMatches = new[] { 3, 1 } });
        using var read = await contract.Media.Http.GetAsync(path);
        Assert.Equal(read.Header("ETag"), first.Header("ETag"));
        Assert.Equal(await read.Content.ReadAsStringAsync(), await first.Content.ReadAsStringAsync());

        await PutAsync(contract.Media, id, 2);

        foreach (var (method, body) in new (string, object?)[] { ("PUT", new { selectedMatches = new[] { 4 } }), ("DELETE", null) })
            await Expect.ProblemAsync(await contract.Media.SendAsync(method, path, body, ("If-Match", first.Header("ETag")!)), 412, "version_mismatch");
        foreach (var odd in new[] { "*", "nonsense", "\"", "\"a\", \"b\"", first.Header("ETag")!.Trim('"') })
        {
            foreach (var (method, body) in new (string, object?)[] { ("PUT", new { selectedMatches = new[] { 4 } }), ("DELETE", null) })
                await Expect.ProblemAsync(await contract.Media.SendAsync(method, path, body, ("If-Match", odd)), 400, "invalid_request");
        }

        Assert.Equal([2], Selected(await contract.Media.GetAsync(path)));

        using var again = await contract.Media.Http.GetAsync(path);
        await Expect.SuccessAsync(await contract.Media.SendAsync("PUT", path, new { selectedMatches = new[] { 4 } }, ("If-Match", again.Header("ETag")!)));
        Assert.Equal([4], Selected(await contract.Media.GetAsync(path)));
    }

    private static IEnumerable<int> Selected(JsonElement plan) => plan.GetProperty("selectedMatches").EnumerateArray().Select(match => match.GetInt32());

    private static async Task<JsonElement> PutAsync(ApiUser user, string id, params int[] selectedMatches) =>
        await Expect.SuccessAsync(await user.PutAsync($"/api/events/{id}/coverage-plans", new { selectedMatches }));
}
