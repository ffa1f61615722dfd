using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Incidents;

/// <summary>Invariant 10: what the plan changes, incidents and clock follow in the same transaction.</summary>
public sealed class PlannedMatchTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task A_removed_match_takes_its_incidents_and_its_clock_along()
    {
        var id = await PlayedAsync();
        await using var stream = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{id}/stream?types=incident,clock-update");
        await stream.NextAsync();

        await PutAsync(id, team1: null);

        var gone = new[] { await NextAsync(stream), await NextAsync(stream) };
        Assert.All(gone, entry => Assert.True(entry.IsRemoved()));
        Assert.Equal(["clock", "incident"], gone.Select(entry => entry.Text("key")!.Split('/')[0]).Order());
        Assert.Empty(await SnapshotAsync(id));
        await PutAsync(id, team1: 1);
        Assert.Empty((await server.Nobody.GetAsync($"/api/events/{id}/matches/1/incidents?retracted=true").JsonAsync()).Items());
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/matches/1/clock"), 404, "clock_not_found");
    }

    [Fact]
    public async Task Swapped_sides_swap_the_sides_of_incidents()
    {
        var id = await PlayedAsync();

        await PutAsync(id, team1: 2, team2: 1);

        Assert.Equal(2, Assert.Single(await SnapshotAsync(id, "incident")).Number("side"));
        Assert.Equal(2, Assert.Single((await server.Nobody.GetAsync($"/api/events/{id}/matches/1/incidents").JsonAsync()).Items()).Number("side"));
        Assert.Single(await SnapshotAsync(id, "clock-update"));
    }

    [Fact]
    public async Task Another_team_begins_without_the_incidents_and_the_clock_of_the_one_before()
    {
        var id = await PlayedAsync();

        await PutAsync(id, team1: 3);

        Assert.Empty(await SnapshotAsync(id));
        Assert.Empty((await server.Nobody.GetAsync($"/api/events/{id}/matches/1/incidents").JsonAsync()).Items());
        Assert.Single((await server.Nobody.GetAsync($"/api/events/{id}/matches/1/incidents?retracted=true").JsonAsync()).Items());
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/matches/1/clock"), 404, "clock_not_found");
    }

    [Fact]
    public async Task Readers_whose_filter_a_match_enters_get_its_incidents_and_clock_and_those_whose_filter_it_leaves_lose_them()
    {
        var id = await PlayedAsync();
        await using var comes = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{id}/stream?divisions=2&types=incident,clock-update");
        await using var goes = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{id}/stream?divisions=1&types=incident,clock-update");
        await comes.NextAsync();
        await goes.NextAsync();

        await PutAsync(id, team1: 1, division: 2);

        Assert.Equal(["clock", "incident"], new[] { await NextAsync(comes), await NextAsync(comes) }.Select(entry => entry.Text("key")!.Split('/')[0]).Order());
        Assert.All(new[] { await NextAsync(goes), await NextAsync(goes) }, entry => Assert.True(entry.IsRemoved()));
        Assert.Equal(2, (await SnapshotAsync(id, filter: "&divisions=2")).Count);
        Assert.Empty(await SnapshotAsync(id, filter: "&divisions=1"));
    }

    /// <summary>Creates an event whose match 1, of teams 1 and 2 in division 1, has an incident of side 1 and a clock.</summary>
    private async Task<string> PlayedAsync()
    {
        var id = await server.EventAsync();
        await PutAsync(id, team1: 1);
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/matches/1/incidents", new { kind = "goal", side = 1 }));
        await Expect.SuccessAsync(await server.Media.PutAsync($"/api/events/{id}/matches/1/clock", new { period = 1, state = "stopped", elapsedMs = 1000 }));
        return id;
    }

    private async Task PutAsync(string id, int? team1, int team2 = 2, int division = 1) => await Expect.SuccessAsync(await server.Organizer.PutAsync($"/api/events/{id}/schedule", new
    {
        divisions = new[] { new { id = 1, name = "One" }, new { id = 2, name = "Two" } },
        teams = Enumerable.Range(1, 3).Select(team => new { id = team, name = $"Team {team}" }),
        matches = team1 is { } team ? new[] { new { id = 1, divisionId = division, team1Id = team, team2Id = team2 } } : [],
    }));

    private Task<List<JsonElement>> SnapshotAsync(string id, string types = "incident,clock-update", string filter = "") => server.Nobody.EntriesAsync(id, $"types={types}{filter}");

    private static async Task<JsonElement> NextAsync(StreamClient stream) => (await stream.NextAsync())!.Data;
}
