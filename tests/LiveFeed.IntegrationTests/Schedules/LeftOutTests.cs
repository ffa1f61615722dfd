using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

/// <summary>What an upload of a schedule leaves out stays as it is, by preview and PUT alike.</summary>
public sealed class LeftOutTests(ContractServer server) : IClassFixture<ContractServer>
{
    private const string Teams = """[{"id":1,"name":"A"},{"id":2,"name":"B"},{"id":3,"name":"C"}]""";

    private const string Details =
        """ "number":"M1","officials":[{"duty":"referee","name":"Sam"},{"duty":"scorekeeper","userId":"jo"}],"workTeamId":3,"notBefore":"2026-07-04T10:00:00.000Z","followedBy":2,"tieId":"SF","leg":2""";

    [Fact]
    public async Task Everybody_sees_officials_work_team_order_of_play_and_tie_and_those_who_have_none_see_nothing_new()
    {
        var id = await server.EventAsync();
        await PutAsync(id, Schedule(Details));

        var match = (await server.Nobody.GetAsync($"/api/events/{id}/matches/1").JsonAsync()).GetRawText();
        const string Expected =
            """ "number":"M1","officials":[{"duty":"referee","name":"Sam"},{"duty":"scorekeeper","userId":"jo"}],"workTeam":{"id":3,"name":"C"},"notBefore":"2026-07-04T10:00:00.000Z","followedBy":2,"tieId":"SF","leg":2""";
        Assert.EndsWith(Expected.Trim() + "}", match, StringComparison.Ordinal);
        Assert.EndsWith(Expected.Trim() + "}", (await server.Nobody.EntryAsync(id, "match/1")).GetRawText(), StringComparison.Ordinal);
        Assert.Contains(Details.Trim() + "}", await server.Nobody.GetStringAsync($"/api/events/{id}/schedule"));

        Assert.EndsWith("""
            "endsAt":null}
            """.Trim(), (await server.Nobody.GetAsync($"/api/events/{id}/matches/2").JsonAsync()).GetRawText(), StringComparison.Ordinal);
        // The work team's name stands in the match.
        await PutAsync(id, Schedule(Details).Replace("\"C\"", "\"Cees\"", StringComparison.Ordinal));
        Assert.Equal("Cees", (await server.Nobody.EntryAsync(id, "match/1")).GetProperty("workTeam").Text("name"));
    }

    [Fact]
    public async Task What_a_match_leaves_out_stays_and_null_clears_it()
    {
        var id = await server.EventAsync();
        await PutAsync(id, Schedule(Details));
        var before = await server.Nobody.GetStringAsync($"/api/events/{id}/schedule");

        var same = await PutAsync(id, Schedule(null));
        Assert.Equal((0, 0, 0), (same.Number("matchesAdded"), same.Number("matchesChanged"), same.Number("matchesRemoved")));
        Assert.Equal(before, await server.Nobody.GetStringAsync($"/api/events/{id}/schedule"));
        Assert.Equal((await server.Nobody.GetAsync($"/api/events/{id}/schedule")).Header("ETag"), same.Text("version"));

        var cleared = Schedule("""
            "number":null,"officials":[],"workTeamId":null,"notBefore":null,"followedBy":null,"tieId":null,"leg":null
            """);
        var preview = await PreviewAsync(id, cleared);
        Assert.Equal(
            ["number", "officials", "workTeam", "notBefore", "followedBy", "tieId", "leg"],
            preview.GetProperty("changes").GetProperty("matches").GetProperty("changed")[0].GetProperty("fields").EnumerateArray().Select(field => field.Text("field")));
        // What the preview returns clears as well.
        Assert.Equal(1, (await PutAsync(id, preview.GetProperty("schedule").GetRawText())).Number("matchesChanged"));
        Assert.DoesNotContain("number", await server.Nobody.GetStringAsync($"/api/events/{id}/schedule"));
    }

    [Fact]
    public async Task A_file_without_numbers_keeps_those_that_are_stored()
    {
        var id = await server.EventAsync();
        await PutAsync(id, Schedule(Details));

        var preview = await PreviewAsync(id, "id,team1,team2\n1,A,B\n2,B,A\n");

        // Nothing changes but that the work team is not in the file.
        var changed = Assert.Single(preview.GetProperty("changes").GetProperty("matches").GetProperty("changed").EnumerateArray());
        Assert.Equal("workTeam", Assert.Single(changed.GetProperty("fields").EnumerateArray()).Text("field"));
        await PutAsync(id, preview.GetProperty("schedule").GetRawText());
        Assert.Equal("M1", (await server.Nobody.GetAsync($"/api/events/{id}/matches/1").JsonAsync()).Text("number"));
        Assert.False((await server.Nobody.GetAsync($"/api/events/{id}/matches/1").JsonAsync()).TryGetProperty("workTeam", out _));
    }

    [Fact]
    public async Task Merging_adds_and_changes_and_removes_nothing()
    {
        var id = await server.EventAsync();
        await PutAsync(id, Schedule(Details));
        const string Part = """{"teams":[{"id":4,"name":"D"}],"matches":[{"id":9,"team1Id":4,"team2Id":1},{"id":2,"team1Id":2,"team2Id":1,"number":"Final"}]}""";

        var preview = await PreviewAsync(id, Part, "?mode=merge");
        Assert.Empty(preview.GetProperty("errors").EnumerateArray());
        var changes = preview.GetProperty("changes");
        Assert.Equal((1, 1, 0, 1), (changes.GetProperty("matches").GetProperty("added").GetArrayLength(), changes.GetProperty("matches").GetProperty("changed").GetArrayLength(), changes.GetProperty("matches").GetProperty("removed").GetArrayLength(), changes.GetProperty("matches").Number("unchanged")));
        Assert.Equal((1, 0), (changes.GetProperty("teams").GetProperty("added").GetArrayLength(), changes.GetProperty("teams").GetProperty("removed").GetArrayLength()));
        var summary = await Expect.SuccessAsync(await server.Organizer.SendAsync(
            "PUT", $"/api/events/{id}/schedule?mode=merge", preview.GetProperty("schedule").GetRawText(), ("If-Match", preview.Text("version")!)));

        Assert.Equal((4, 3, 1, 1, 0), (summary.Number("teams"), summary.Number("matches"), summary.Number("matchesAdded"), summary.Number("matchesChanged"), summary.Number("matchesRemoved")));
        Assert.Equal("M1", (await server.Nobody.GetAsync($"/api/events/{id}/matches/1").JsonAsync()).Text("number"));
        // Without the mode the part is the whole, and names a team that it doesn't have.
        await Expect.ProblemAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", Part), 422, "invalid_schedule");
        Assert.NotEmpty((await PreviewAsync(id, Part)).GetProperty("errors").EnumerateArray());
        var wrong = await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule?mode=merge", """{"matches":[{"id":9,"team1Id":77,"team2Id":1}]}""");
        Assert.Equal(["matches[0].team1Id"], (await Expect.ProblemAsync(wrong, 422, "invalid_schedule")).Positions());
    }

    [Fact]
    public async Task A_key_is_for_one_mode_and_for_what_was_cleared_with_it()
    {
        var id = await server.EventAsync();
        await PutAsync(id, Schedule(Details));
        Task<HttpResponseMessage> Send(string query, string details) =>
            server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule{query}", Schedule(details), ("Idempotency-Key", $"left-out-{id}"));

        var first = await Send("", """ "number":null""");
        var again = await Send("", """ "number":null""");

        Assert.Equal(("true", first.Header("ETag")), (again.Header("Idempotency-Replayed"), again.Header("ETag")));
        await Expect.ProblemAsync(await Send("?mode=merge", """ "number":null"""), 422, "idempotency_key_reused");
        await Expect.ProblemAsync(await Send("", """ "leg":2"""), 422, "idempotency_key_reused");
    }

    private static string Schedule(string? details) =>
        $$"""{"teams":{{Teams}},"matches":[{"id":1,"team1Id":1,"team2Id":2{{(details is null ? "" : ",")}}{{details?.Trim()}}},{"id":2,"team1Id":2,"team2Id":1}]}""";

    private async Task<JsonElement> PutAsync(string id, string schedule) =>
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", schedule));

    private async Task<JsonElement> PreviewAsync(string id, string file, string query = "") =>
        await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/schedule/preview{query}", file));
}
