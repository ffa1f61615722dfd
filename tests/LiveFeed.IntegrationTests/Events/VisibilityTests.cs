using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Events;

public sealed class VisibilityTests(ContractServer server) : IClassFixture<ContractServer>
{
    private static readonly string[] Reads =
        ["", "/schedule", "/matches", "/matches/1", "/teams", "/scores", "/scores/1", "/scores/1/history", "/claims", "/claims/1", "/feed", "/stream"];

    [Fact]
    public async Task A_public_event_is_read_by_anyone()
    {
        var id = await ScoredAsync("public");

        foreach (var read in Reads.Where(read => read != "/stream"))
        {
            Assert.Equal(200, (int)(await server.Nobody.GetAsync($"/api/events/{id}{read}")).StatusCode);
            Assert.Equal(200, (int)(await server.Stranger.Http.GetAsync($"/api/events/{id}{read}")).StatusCode);
        }
    }

    [Fact]
    public async Task A_members_only_event_is_read_by_its_members_and_administrators_only()
    {
        var id = await ScoredAsync("members");

        foreach (var path in Reads.Select(read => $"/api/events/{id}{read}"))
        {
            await Expect.ProblemAsync(await server.Nobody.GetAsync(path), 401, "token_required");
            await Expect.ProblemAsync(await server.Stranger.Http.GetAsync(path), 403, "not_a_member");
            if (path.EndsWith("/stream", StringComparison.Ordinal))
                continue;
            foreach (var reader in new[] { server.Admin, server.Organizer, server.Media, server.Coach, server.Spectator })
                Assert.Equal(200, (int)(await reader.Http.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task An_event_that_becomes_members_only_is_closed_to_others_at_once()
    {
        var id = await ScoredAsync("public");
        var etag = (await server.Nobody.GetAsync($"/api/events/{id}/scores")).Header("ETag")!;

        await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{id}", new { visibility = "members" }));

        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/scores"), 401, "token_required");
        await Expect.ProblemAsync(await server.Nobody.SendAsync("GET", $"/api/events/{id}/scores", null, ("If-None-Match", etag)), 401, "token_required");
        await Expect.ProblemAsync(await server.Stranger.Http.GetAsync($"/api/events/{id}/feed"), 403, "not_a_member");
    }

    [Fact]
    public async Task A_removed_member_can_read_no_more()
    {
        var id = await ScoredAsync("members");
        await Expect.SuccessAsync(await server.Spectator.Http.GetAsync($"/api/events/{id}/scores"));

        Assert.Equal(204, (int)(await server.Organizer.DeleteAsync($"/api/events/{id}/members/{server.Spectator.Id}")).StatusCode);

        await Expect.ProblemAsync(await server.Spectator.Http.GetAsync($"/api/events/{id}/scores"), 403, "not_a_member");
        Assert.DoesNotContain(id, await IdsAsync(server.Spectator.Http));
    }

    [Fact]
    public async Task The_list_shows_public_events_and_those_of_the_reader()
    {
        var (open, closed) = (await server.EventAsync(1), await server.EventAsync(1, "members"));

        Assert.Contains(open, await IdsAsync(server.Nobody));
        Assert.DoesNotContain(closed, await IdsAsync(server.Nobody));
        Assert.Contains(open, await IdsAsync(server.Stranger.Http));
        Assert.DoesNotContain(closed, await IdsAsync(server.Stranger.Http));
        Assert.Contains(closed, await IdsAsync(server.Spectator.Http));
        Assert.Contains(closed, await IdsAsync(server.Admin.Http));
    }

    [Fact]
    public async Task The_list_is_paged_with_a_total_that_counts_only_what_may_be_seen()
    {
        await server.EventAsync(1);
        await server.EventAsync(1);
        await server.EventAsync(1, "members");

        var first = await server.Nobody.GetAsync("/api/events?limit=1").JsonAsync();
        var second = await server.Nobody.GetAsync("/api/events?limit=1&offset=1").JsonAsync();

        Assert.Single(first.Items());
        Assert.Equal((1, 0), (first.Number("limit"), first.Number("offset")));
        Assert.NotEqual(first.Items().Single().Text("id"), second.Items().Single().Text("id"));
        Assert.Equal((await IdsAsync(server.Nobody)).Count, first.Number("total"));
        Assert.True((await server.Admin.GetAsync("/api/events?limit=1")).Number("total") > first.Number("total"));
        Assert.Empty((await server.Nobody.GetAsync("/api/events?offset=2147483647").JsonAsync()).Items());
    }

    private async Task<string> ScoredAsync(string visibility)
    {
        var id = await server.EventAsync(visibility: visibility);
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0));
        return id;
    }

    private static async Task<List<string?>> IdsAsync(HttpClient http) =>
        [.. JsonDocument.Parse(await http.GetStringAsync("/api/events?limit=1000")).RootElement.Items().Select(item => item.Text("id"))];
}
