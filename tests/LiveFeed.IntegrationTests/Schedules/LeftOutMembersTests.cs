using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.Domain;
using LiveFeed.Domain.Schedules;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

/// <summary>Each member of a schedule's items that an upload may leave out: left out it stays, null clears it, by PUT and by what a preview returns.</summary>
public sealed class LeftOutMembersTests(ContractServer server) : IClassFixture<ContractServer>
{
    // Without the member that a test is about.
    private const string Plan = """
        {"divisions":[{"id":1,"name":"Women"}],"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"name":"c"}],"matches":[
        {"id":1,"number":"M1","divisionId":1,"team1Id":1,"team2Id":2},{"id":2,"divisionId":1,"team1Id":1,"team2Id":2},
        {"id":3,"divisionId":1,"team1Label":"Anybody","team2Label":"Somebody"},{"id":4,"divisionId":1,"team1Id":1,"team2Id":2,"format":{"kind":"rubbers","rubbers":3}}]}
        """;

    public static TheoryData<string, int, string, string, string> Members => new()
    {
        { "divisions", 0, "format", "\"volleyball-best-of-3\"", "" },
        { "divisions", 0, "pools", """[{"id":"A","name":"A","teams":[3]}]""", "" },
        { "divisions", 0, "standings", """{"preset":"cev"}""", "" },
        { "teams", 0, "players", """[{"id":1,"name":"Ada","number":"7"}]""", "" },
        { "matches", 1, "number", "\"M2\"", "" },
        { "matches", 0, "officials", """[{"duty":"referee","name":"Sam"}]""", "" },
        { "matches", 0, "workTeamId", "3", "" },
        { "matches", 0, "notBefore", "\"2026-07-04T10:00:00.000Z\"", "" },
        { "matches", 0, "followedBy", "2", "" },
        { "matches", 0, "format", "\"volleyball-one-set\"", "" },
        { "matches", 0, "pool", "\"Z\"", """{"divisions":[{"pools":[{"id":"Z","name":"Z","teams":[3]}]}]}""" },
        { "matches", 0, "tieId", "\"SF\"", "" },
        { "matches", 0, "leg", "1", """{"matches":[{"tieId":"SF"}]}""" },
        { "matches", 2, "team2From", """{"winnerOf":1}""", "" },
        { "matches", 2, "team1From", """{"loserOf":1}""", "" },
        { "matches", 1, "partOf", "4", """{"matches":[{},{"rubber":2,"team1Id":null,"team2Id":null}]}""" },
        { "matches", 1, "rubber", "2", """{"matches":[{},{"partOf":4,"team1Id":null,"team2Id":null}]}""" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public async Task What_is_left_out_stays_and_null_clears_it(string list, int index, string member, string value, string beside)
    {
        var id = await server.EventAsync(0, sport: "volleyball");
        var bare = With(Plan, beside);
        var full = Set(bare, list, index, member, JsonNode.Parse(value));
        await PutAsync(id, full);
        var before = await ScheduleAsync(id);
        Assert.Equal(JsonSerializer.Serialize(JsonNode.Parse(value)), Member(before, list, index, member));

        // Beside others that are left out as well, or given.
        foreach (var upload in new[] { bare, Plan })
        {
            await PutAsync(id, upload);
            Assert.Equal(before, await ScheduleAsync(id));
            await PutAsync(id, (await PreviewAsync(id, upload)).GetProperty("schedule").GetRawText());
            Assert.Equal(before, await ScheduleAsync(id));
        }

        // What can't be without the member is cleared with it.
        var cleared = Set(bare, list, index, member, null);
        foreach (var (with, gone) in new[] { ("partOf", "rubber"), ("rubber", "partOf") })
            cleared = member == with ? Own(Set(cleared, list, index, gone, null), index) : cleared;
        await PutAsync(id, (await PreviewAsync(id, cleared)).GetProperty("schedule").GetRawText());
        Assert.Null(Member(await ScheduleAsync(id), list, index, member));
    }

    [Fact]
    public void Every_member_that_may_be_left_out_is_in_the_table()
    {
        var optional = new[] { ("divisions", typeof(ScheduledDivision)), ("teams", typeof(ScheduledTeam)), ("matches", typeof(ScheduledMatch)) }
            .SelectMany(item => item.Item2.GetProperties().Where(member => member.PropertyType.IsGenericType && member.PropertyType.GetGenericTypeDefinition() == typeof(Optional<>))
                .Select(member => $"{item.Item1} {JsonNamingPolicy.CamelCase.ConvertName(member.Name)}"));
        Assert.Equal(optional.Order(), Members.Select(row => $"{row[0]} {row[2]}").Order());
    }

    [Theory]
    [InlineData(""" "team1Label":"Winner of M1" """)]
    [InlineData(""" "team1From":{"winnerOf":1} """)]
    [InlineData(""" "team1From":{"winnerOf":1},"team1Label":"Winner of M1" """)]
    [InlineData(""" "team1Id":1 """)]
    [InlineData("")]
    public async Task What_says_the_winner_of_a_match_and_is_uploaded_again_does_not_undo_the_team_filled_in(string side)
    {
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        const string First = """ "team1Label":"Winner of M1" """;
        await PutAsync(id, Final(side.Contains("M1", StringComparison.Ordinal) || side.Contains("From", StringComparison.Ordinal) ? side : First));
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 25, 20, "final"));
        Assert.Equal((1, 1), await FilledAsync(id));
        var stored = await ScheduleAsync(id);

        foreach (var upload in new[] { Final(side), stored, "id,number,team1,team2\n1,M1,a,b\n3,,Winner of M1,c\n" })
        {
            var preview = await PreviewAsync(id, upload);
            Assert.Equal("[]", preview.GetProperty("changes").GetProperty("matches").GetProperty("changed").GetRawText());
            await PutAsync(id, preview.GetProperty("schedule").GetRawText());
            Assert.Equal((1, 1), await FilledAsync(id));
            Assert.Equal(stored, await ScheduleAsync(id));
        }

        static string Final(string side) => $$"""
            {"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"name":"c"}],"matches":[{"id":1,"number":"M1","team1Id":1,"team2Id":2},{"id":3,{{side}}{{(side.Length > 0 ? "," : "")}}"team2Id":3}]}
            """;
    }

    [Fact]
    public async Task A_label_that_is_cleared_takes_the_source_with_it_that_was_read_from_it()
    {
        var id = await server.EventAsync(0, sport: "volleyball", bestOf: 1);
        await PutAsync(id, """
            {"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"name":"c"}],"matches":[{"id":1,"number":"M1","team1Id":1,"team2Id":2},{"id":3,"team1Label":"Winner of M1","team2Id":3}]}
            """);
        const string Clear = """{"team1Label":null}""";
        var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/3", Clear), 422, "invalid_schedule");
        Assert.Equal(["team1Label"], problem.Positions());

        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 25, 20, "final"));
        Assert.Equal((1, 1), await FilledAsync(id));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}/matches/3", Clear));
        Assert.Equal((1, null), await FilledAsync(id));
    }

    private async Task<(int? Team, int? Source)> FilledAsync(string id)
    {
        var match = await server.Admin.GetAsync($"/api/events/{id}/matches/3");
        return (match.GetProperty("team1") is { ValueKind: JsonValueKind.Object } team ? team.Number("id") : null, match.TryGetProperty("team1From", out var from) ? from.Number("winnerOf") : null);
    }

    // What is null beside the member is removed from the plan.
    private static string With(string plan, string beside)
    {
        var root = JsonNode.Parse(plan)!;
        foreach (var (list, items) in beside.Length == 0 ? [] : JsonNode.Parse(beside)!.AsObject().ToList())
        {
            foreach (var (index, item) in items!.AsArray().Index())
            {
                foreach (var (member, value) in item!.AsObject())
                {
                    if (value is null)
                        root[list]![index]!.AsObject().Remove(member);
                    else
                        root[list]![index]![member] = value.DeepClone();
                }
            }
        }

        return root.ToJsonString();
    }

    private static string Set(string plan, string list, int index, string member, JsonNode? value)
    {
        var root = JsonNode.Parse(plan)!;
        root[list]![index]![member] = value;
        return root.ToJsonString();
    }

    // What is no rubber any more has sides of its own.
    private static string Own(string plan, int index) => Set(Set(plan, "matches", index, "team1Id", 2), "matches", index, "team2Id", 1);

    private static string? Member(string schedule, string list, int index, string member) => JsonNode.Parse(schedule)![list]![index]![member]?.ToJsonString();

    private async Task<string> ScheduleAsync(string id) => (await server.Organizer.GetAsync($"/api/events/{id}/schedule")).GetRawText();

    private async Task PutAsync(string id, string schedule) => await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", schedule));

    private async Task<JsonElement> PreviewAsync(string id, string file)
    {
        var preview = await Expect.SuccessAsync(await server.Organizer.SendAsync("POST", $"/api/events/{id}/schedule/preview", file));
        Assert.Equal("[]", preview.GetProperty("errors").GetRawText());
        return preview;
    }
}
