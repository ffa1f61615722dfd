using System.Net;
using LiveFeed.IntegrationTests.Support;
using static LiveFeed.IntegrationTests.AcrossEvents.AcrossEventsRequests;

namespace LiveFeed.IntegrationTests.AcrossEvents;

public sealed class LeaderboardTests(TimedServer server) : IClassFixture<TimedServer>
{
    // A pool of three, and a final outside it. Best of three: a win in the third set is 2 points, its loss 1, else 3 and 0.
    private const string First = """
        {"divisions":[{"id":1,"name":"Women","standings":{"preset":"nivb"},"pools":[{"id":"A","name":"A","teams":[1,2,3]}]}],
        "teams":[{"id":1,"name":"VC Malmö"},{"id":2,"name":"Red"},{"id":3,"name":"Green"}],
        "matches":[{"id":1,"divisionId":1,"team1Id":1,"team2Id":2},{"id":2,"divisionId":1,"team1Id":1,"team2Id":3},{"id":3,"divisionId":1,"team1Id":2,"team2Id":3},
        {"id":4,"divisionId":1,"team1Id":1,"team2Id":2,"pool":null},{"id":5,"divisionId":1,"team1Id":1,"team2Label":"Winner"}]}
        """;

    private const string Second = """
        {"divisions":[{"id":7,"name":"Open","standings":{"preset":"nivb"}}],"teams":[{"id":8,"name":"  vc  MALMO "},{"id":9,"name":"Blue"},{"id":10,"name":"Idle"}],
        "matches":[{"id":1,"divisionId":7,"team1Id":9,"team2Id":8},{"id":2,"divisionId":7,"team1Id":9,"team2Id":8},{"id":3,"divisionId":7,"team1Id":10,"team2Id":8}]}
        """;

    [Fact]
    public async Task Teams_of_one_name_are_added_up_over_events_with_the_numbers_of_every_final_match()
    {
        var (first, second) = await TwoEventsAsync();

        var board = await server.Nobody.LeaderboardAsync($"event={second}&event={first}");

        // First: Malmö 2-0 Red 50:40, 2-1 Green 65:63, 2-0 Red 50:30; Red 2-1 Green 60:55. Second: Blue 2-1 Malmö 60:55, and a walkover for Malmö, which counts 2-0 and 50:0,
        // and one point less for Blue.
        Assert.Equal(
            [
                "1 VC Malmö: 2 events, 5 played 4-0-1, 12 points, 270:193, sets 9:3, ratio 3",
                "2 Red: 1 events, 3 played 1-0-2, 2 points, 130:155, sets 2:5, ratio 0.4",
                "3 Blue: 1 events, 2 played 1-0-1, 1 points, 60:105, sets 2:3, ratio 0.667",
                "4 Green: 1 events, 2 played 0-0-2, 2 points, 118:125, sets 2:4, ratio 0.5",
            ],
            Rows(board));
        Assert.Equal(("volleyball", 4), (board.Text("sport"), board.Number("total")));
        Assert.Equal([first, second], board.GetProperty("events").EnumerateArray().Select(one => one.Text("id")));
    }

    [Theory]
    [InlineData("wins", "VC Malmö, Red, Blue, Green")]
    [InlineData("points", "VC Malmö, Red, Green, Blue")]
    [InlineData("setRatio", "VC Malmö, Blue, Green, Red")]
    public async Task The_order_is_what_the_request_says(string order, string names)
    {
        var (first, second) = await TwoEventsAsync();

        Assert.Equal(names, string.Join(", ", (await server.Nobody.LeaderboardAsync($"event={first}&event={second}&order={order}")).Items().Select(row => row.Text("name"))));
    }

    [Fact]
    public async Task A_team_that_lost_no_set_is_first_by_set_ratio_and_level_teams_share_a_rank()
    {
        var id = await server.PlannedAsync("""
            {"teams":[{"id":1,"name":"A"},{"id":2,"name":"B"},{"id":3,"name":"C"},{"id":4,"name":"D"},{"id":5,"name":"E"},{"id":6,"name":"F"}],
            "matches":[{"id":1,"team1Id":1,"team2Id":2},{"id":2,"team1Id":3,"team2Id":4},{"id":3,"team1Id":5,"team2Id":6}]}
            """, bestOf: 3);
        await server.PlayAsync(id, 1, "25-20 25-20");
        await server.PlayAsync(id, 2, "25-20 25-20");
        await server.PlayAsync(id, 3, "25-23 20-25 15-13");

        var rows = (await server.Nobody.LeaderboardAsync($"event={id}&order=setRatio")).Items().ToList();

        Assert.Equal(["1 A null", "1 C null", "3 E 2", "4 F 0.5", "5 B 0", "5 D 0"], rows.Select(row => $"{row.Number("rank")} {row.Text("name")} {row.GetProperty("setRatio").GetRawText()}"));
        var page = await server.Nobody.LeaderboardAsync($"event={id}&order=setRatio&limit=2&offset=1");
        Assert.Equal(rows.Skip(1).Take(2).Select(row => row.GetRawText()), page.Items().Select(row => row.GetRawText()));
        Assert.Equal((6, 2, 1), (page.Number("total"), page.Number("limit"), page.Number("offset")));
    }

    [Fact]
    public async Task A_leaderboard_follows_a_result_at_once_and_is_304_until_then()
    {
        var id = await server.PlannedAsync(First, bestOf: 3);
        await server.PlayAsync(id, 1, "25-20 25-20");
        using var before = await server.Nobody.GetAsync($"/api/leaderboards?event={id}");
        using var unchanged = await server.Nobody.SendAsync("GET", $"/api/leaderboards?event={id}", null, ("If-None-Match", before.Header("ETag")!));
        Assert.Equal((HttpStatusCode.NotModified, "no-cache"), (unchanged.StatusCode, unchanged.Header("Cache-Control")));

        await server.PlayAsync(id, 2, "25-20 25-20");

        using var after = await server.Nobody.SendAsync("GET", $"/api/leaderboards?event={id}", null, ("If-None-Match", before.Header("ETag")!));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(2, (await after.JsonAsync()).Items().First().Number("won"));
    }

    [Fact]
    public async Task Only_final_matches_count_and_a_tie_counts_once()
    {
        var id = await server.PlannedAsync("""
            {"teams":[{"id":1,"name":"Home"},{"id":2,"name":"Away"}],"matches":[
            {"id":1,"team1Id":1,"team2Id":2,"format":{"kind":"rubbers","rubbers":3}},
            {"id":2,"partOf":1,"rubber":1,"team1Id":1,"team2Id":2},{"id":3,"partOf":1,"rubber":2,"team1Id":1,"team2Id":2},
            {"id":4,"team1Id":1,"team2Id":2},{"id":5,"team1Id":1,"team2Id":2}]}
            """, "badminton");
        await server.PlayAsync(id, 2, "21-10 21-10");
        await server.PlayAsync(id, 3, "21-10 21-10");
        await server.PlayAsync(id, 4, "21-10", "inProgress");
        await server.PlayAsync(id, 5, "21-10", "abandoned");

        Assert.Equal([("Home", 1, 1), ("Away", 1, 0)], (await server.Nobody.LeaderboardAsync($"event={id}")).Items().Select(row => (row.Text("name")!, row.Number("played"), row.Number("won"))));
    }

    [Fact]
    public async Task Events_of_different_sports_are_ranked_only_if_one_sport_is_chosen()
    {
        var (volley, _) = await TwoEventsAsync();
        var football = await server.PlannedAsync("""{"teams":[{"id":1,"name":"Red"},{"id":2,"name":"Blue"}],"matches":[{"id":1,"team1Id":1,"team2Id":2}]}""", "football");
        await server.PlayAsync(football, 1, "3-2");

        var problem = await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/leaderboards?event={volley}&event={football}"), 422, "different_sports");
        Assert.Contains("football, volleyball", problem.Text("detail"), StringComparison.Ordinal);

        var board = await server.Nobody.LeaderboardAsync($"event={volley}&event={football}&sport=football");
        Assert.Equal([football], board.GetProperty("events").EnumerateArray().Select(one => one.Text("id")));
        // The goals of a football match are one period.
        Assert.Equal(["1 Red: 1 events, 1 played 1-0-0, 3 points, 3:2, sets 1:0, ratio null", "2 Blue: 1 events, 1 played 0-0-1, 0 points, 2:3, sets 0:1, ratio 0"], Rows(board));
    }

    [Theory]
    [InlineData("event=a b", "event")]
    [InlineData("event=x&event=x", "event")]
    [InlineData("by=club", "by")]
    [InlineData("order=losses", "order")]
    [InlineData("sport=chess", "sport")]
    [InlineData("limit=0", "limit")]
    public async Task A_request_that_can_not_be_read_is_rejected_by_the_parameter(string query, string parameter)
    {
        var problem = await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/leaderboards?{query}"), 400, "invalid_request");
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _), $"{problem}");
    }

    [Fact]
    public async Task At_most_32_events_can_be_named() => await Expect.ProblemAsync(
        await server.Nobody.GetAsync($"/api/leaderboards?{string.Join('&', Enumerable.Range(1, 33).Select(number => $"event=e{number}"))}"), 400, "invalid_request");

    private async Task<(string First, string Second)> TwoEventsAsync()
    {
        var first = await server.PlannedAsync(First, bestOf: 3);
        var second = await server.PlannedAsync(Second, bestOf: 3, startsAt: "2026-08-04T08:00:00Z");
        await server.PlayAsync(first, 1, "25-20 25-20");
        await server.PlayAsync(first, 2, "25-23 25-27 15-13");
        await server.PlayAsync(first, 3, "25-20 20-25 15-10");
        await server.PlayAsync(first, 4, "25-10 25-20");
        await server.PlayAsync(second, 1, "25-20 20-25 15-10");
        await server.PlayAsync(second, 2, "", outcome: new { kind = "walkover", winner = 2 });
        return (first, second);
    }
}
