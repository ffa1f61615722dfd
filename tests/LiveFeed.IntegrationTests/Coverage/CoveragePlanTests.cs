using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Coverage;

public sealed class CoveragePlanTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task A_plan_is_put_in_place_of_the_stored_one()
    {
        var id = await server.EventAsync();
        Assert.Empty(Selected(await server.Media.GetAsync($"/api/events/{id}/coverage-plans")));

        await PutAsync(server.Media, id, 1, 3, 1);
        Assert.Equal([1, 3], Selected(await server.Media.GetAsync($"/api/events/{id}/coverage-plans")));

        await PutAsync(server.Media, id, 4);
        Assert.Equal([4], Selected(await server.Media.GetAsync($"/api/events/{id}/coverage-plans")));

        await PutAsync(server.Media, id);
        Assert.Empty(Selected(await server.Media.GetAsync($"/api/events/{id}/coverage-plans")));
    }

    [Fact]
    public async Task Overlapping_matches_are_reported_as_conflicts_and_matches_that_touch_are_not()
    {
        var id = await server.EventAsync();
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", """
            {"matches":[{"id":-1,"team1Label":"A","team2Label":"B","startsAt":"2026-07-04T10:00:00Z","endsAt":"2026-07-04T11:00:00Z"},
                        {"id":2,"team1Label":"A","team2Label":"B","startsAt":"2026-07-04T10:45:00Z","endsAt":"2026-07-04T12:00:00Z"},
                        {"id":3,"team1Label":"A","team2Label":"B","startsAt":"2026-07-04T12:00:00Z","endsAt":"2026-07-04T13:00:00Z"},
                        {"id":4,"team1Label":"A","team2Label":"B"}]}
            """));

        var put = await PutAsync(server.Media, id, -1, 2, 3, 4);

        var conflict = Assert.Single(put.GetProperty("conflicts").EnumerateArray());
        Assert.Equal([-1, 2], conflict.GetProperty("matches").EnumerateArray().Select(match => match.GetInt32()));
        Assert.Equal(("2026-07-04T10:45:00.000Z", "2026-07-04T11:00:00.000Z"), (conflict.Text("startsAt"), conflict.Text("endsAt")));
        Assert.Equal([-1, 2, 3, 4], Selected(put));
        var read = await server.Media.GetAsync($"/api/events/{id}/coverage-plans");
        Assert.Equal(put.GetProperty("conflicts").ToString(), read.GetProperty("conflicts").ToString());
    }

    [Fact]
    public async Task A_plan_with_an_unknown_match_is_rejected_as_a_whole()
    {
        var id = await server.EventAsync();
        await PutAsync(server.Media, id, 1);

        var problem = await Expect.ProblemAsync(
            await server.Media.PutAsync($"/api/events/{id}/coverage-plans", new { selectedMatches = new[] { 2, 77 } }), 404, "match_not_found");

        Assert.Equal(["selectedMatches"], problem.Positions());
        Assert.Equal([1], Selected(await server.Media.GetAsync($"/api/events/{id}/coverage-plans")));
    }

    [Fact]
    public async Task A_plan_has_at_most_1000_matches()
    {
        var id = await server.EventAsync();

        var problem = await Expect.ProblemAsync(
            await server.Media.PutAsync($"/api/events/{id}/coverage-plans", new { selectedMatches = Enumerable.Range(1, 1_001) }), 400, "invalid_request");

        Assert.Equal(["selectedMatches"], problem.Positions());
    }

    [Fact]
    public async Task Everyone_has_a_plan_of_ones_own()
    {
        var (id, other) = (await server.EventAsync(), await server.EventAsync());
        await PutAsync(server.Media, id, 1);
        await PutAsync(server.Coach, id, 2);

        Assert.Equal([1], Selected(await server.Media.GetAsync($"/api/events/{id}/coverage-plans")));
        Assert.Equal([2], Selected(await server.Coach.GetAsync($"/api/events/{id}/coverage-plans")));
        Assert.Empty(Selected(await server.Admin.GetAsync($"/api/events/{id}/coverage-plans")));
        Assert.Empty(Selected(await server.Media.GetAsync($"/api/events/{other}/coverage-plans")));

        Assert.Equal(204, (int)(await server.Media.DeleteAsync($"/api/events/{id}/coverage-plans")).StatusCode);
        Assert.Equal(204, (int)(await server.Media.DeleteAsync($"/api/events/{id}/coverage-plans")).StatusCode);
        Assert.Empty(Selected(await server.Media.GetAsync($"/api/events/{id}/coverage-plans")));
        Assert.Equal([2], Selected(await server.Coach.GetAsync($"/api/events/{id}/coverage-plans")));
    }

    [Fact]
    public async Task Plans_of_a_members_only_event_are_for_members()
    {
        var id = await server.EventAsync(visibility: "members");

        await Expect.ProblemAsync(await server.Stranger.PutAsync($"/api/events/{id}/coverage-plans", new { selectedMatches = new[] { 1 } }), 403, "not_a_member");
        await Expect.ProblemAsync(await server.Stranger.Http.GetAsync($"/api/events/{id}/coverage-plans"), 403, "not_a_member");
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/coverage-plans"), 401, "token_required");
        await PutAsync(server.Spectator, id, 1);
    }

    [Fact]
    public async Task A_write_made_for_a_plan_that_was_changed_since_is_rejected_and_changes_nothing()
    {
        var id = await server.EventAsync();
        var path = $"/api/events/{id}/coverage-plans";
        using var first = await server.Media.SendAsync("PUT", path, new { selectedMatches = new[] { 3, 1 } });
        using var read = await server.Media.Http.GetAsync(path);
        Assert.Equal(read.Header("ETag"), first.Header("ETag"));
        Assert.Equal(await read.Content.ReadAsStringAsync(), await first.Content.ReadAsStringAsync());

        await PutAsync(server.Media, id, 2);

        foreach (var (method, body) in new (string, object?)[] { ("PUT", new { selectedMatches = new[] { 4 } }), ("DELETE", null) })
            await Expect.ProblemAsync(await server.Media.SendAsync(method, path, body, ("If-Match", first.Header("ETag")!)), 412, "version_mismatch");
        foreach (var odd in new[] { "nonsense", "\"", first.Header("ETag")!.Trim('"') })
        {
            foreach (var (method, body) in new (string, object?)[] { ("PUT", new { selectedMatches = new[] { 4 } }), ("DELETE", null) })
                await Expect.ProblemAsync(await server.Media.SendAsync(method, path, body, ("If-Match", odd)), 400, "invalid_request");
        }

        Assert.Equal([2], Selected(await server.Media.GetAsync(path)));

        using var again = await server.Media.Http.GetAsync(path);
        await Expect.SuccessAsync(await server.Media.SendAsync("PUT", path, new { selectedMatches = new[] { 4 } }, ("If-Match", again.Header("ETag")!)));
        Assert.Equal([4], Selected(await server.Media.GetAsync(path)));
    }

    private static IEnumerable<int> Selected(JsonElement plan) => plan.GetProperty("selectedMatches").EnumerateArray().Select(match => match.GetInt32());

    private static async Task<JsonElement> PutAsync(ApiUser user, string id, params int[] selectedMatches) =>
        await Expect.SuccessAsync(await user.PutAsync($"/api/events/{id}/coverage-plans", new { selectedMatches }));
}
