using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Standings;

/// <summary>Under rules with fair play, the team with fewer cards is ahead if all other criteria are equal. The example is group H of the World Cup of 2018.</summary>
public sealed class FairPlayTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const int Colombia = 1, Japan = 2, Senegal = 3, Poland = 4;

    private const string GroupH = """
        {"divisions":[{"id":1,"name":"World Cup","standings":{"preset":"fifa2022"},"pools":[{"id":"H","name":"Group H","teams":[1,2,3,4]}]}],
        "teams":[{"id":1,"name":"Colombia"},{"id":2,"name":"Japan"},{"id":3,"name":"Senegal"},{"id":4,"name":"Poland"}],"matches":[
        {"id":1,"divisionId":1,"team1Id":1,"team2Id":2},{"id":2,"divisionId":1,"team1Id":4,"team2Id":3},{"id":3,"divisionId":1,"team1Id":2,"team2Id":3},
        {"id":4,"divisionId":1,"team1Id":4,"team2Id":1},{"id":5,"divisionId":1,"team1Id":2,"team2Id":4},{"id":6,"divisionId":1,"team1Id":3,"team2Id":1},
        {"id":49,"divisionId":1,"team1From":{"pool":"H","place":1},"team2From":{"pool":"H","place":2}}]}
        """;

    private static readonly (int Match, int One, int Two)[] Results = [(1, 1, 2), (2, 1, 2), (3, 2, 2), (4, 0, 3), (5, 0, 1), (6, 0, 1)];

    [Fact]
    public async Task The_team_with_fewer_cards_is_ahead_and_goes_on()
    {
        var id = await PlayedAsync(GroupH);
        Assert.Equal([(Colombia, 1, 0), (Japan, 2, 0), (Senegal, 2, 0), (Poland, 4, 0)], await RowsAsync(id));

        // The referees' reports: four players of Japan and six of Senegal.
        foreach (var (match, side, players) in new[] { (1, 2, 1), (2, 2, 2), (3, 1, 2), (3, 2, 3), (5, 1, 1), (6, 1, 1) })
        {
            for (var player = 1; player <= players; player++)
                await CardAsync(id, match, side, "yellowCard", $"Player {player}");
        }

        Assert.Equal([(Colombia, 1, 0), (Japan, 2, -4), (Senegal, 3, -6), (Poland, 4, 0)], await RowsAsync(id));
        var table = (await server.Nobody.GetAsync($"/api/events/{id}/standings").JsonAsync()).Items().First();
        Assert.Equal("fairPlay", table.GetProperty("rows")[2].Text("separatedBy"));
        Assert.Equal(Japan, (await server.Nobody.GetAsync($"/api/events/{id}/matches/49").JsonAsync()).GetProperty("team2").Number("id"));
        Assert.Equal(table.GetProperty("rows").GetRawText(), (await server.Admin.Http.EntriesAsync(id, "types=standings-update"))[^1].GetProperty("rows").GetRawText());
    }

    [Fact]
    public async Task Each_player_counts_once_and_a_retracted_card_not_at_all()
    {
        var id = await PlayedAsync(GroupH);
        await CardAsync(id, 3, 2, "yellowCard", "Ada");
        await CardAsync(id, 3, 2, "secondYellow", "ada ");
        Assert.Equal(-3, await PointsAsync(id, Senegal));
        await CardAsync(id, 3, 2, "yellowCard", "Bea");
        var red = await CardAsync(id, 3, 2, "redCard", "Bea");
        Assert.Equal(-8, await PointsAsync(id, Senegal));
        await CardAsync(id, 3, 2, "redCard", null);
        Assert.Equal(-12, await PointsAsync(id, Senegal));

        await Expect.SuccessAsync(await server.Media.DeleteAsync($"/api/events/{id}/incidents/{red}"));
        await CardAsync(id, 6, 2, "goal", "Mina");

        Assert.Equal(-8, await PointsAsync(id, Senegal));
        Assert.Equal(Japan, (await server.Nobody.GetAsync($"/api/events/{id}/matches/49").JsonAsync()).GetProperty("team2").Number("id"));
    }

    [Fact]
    public async Task Where_the_rules_do_not_know_fair_play_a_card_changes_no_table()
    {
        var id = await PlayedAsync(GroupH.Replace("fifa2022", "league", StringComparison.Ordinal));
        var cursor = await server.Admin.Http.CursorAsync(id);

        await CardAsync(id, 3, 2, "redCard", "Ada");

        Assert.Empty(await server.Admin.Http.EntriesAsync(id, $"after={cursor}&types=standings-update"));
        Assert.False((await server.Nobody.GetAsync($"/api/events/{id}/standings").JsonAsync()).Items().First().GetProperty("rows")[0].TryGetProperty("fairPlay", out _));
    }

    private async Task<string> PlayedAsync(string schedule)
    {
        var id = await server.EventAsync(0, sport: "football");
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", schedule));
        foreach (var (match, one, two) in Results)
        {
            await server.Media.ClaimAsync(id, match);
            await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, one, two, "final"));
        }

        return id;
    }

    private async Task<string> CardAsync(string id, int match, int side, string kind, string? person)
    {
        var posted = await server.Media.PostAsync($"/api/events/{id}/matches/{match}/incidents", person is null ? (object)new { kind, side } : new { kind, side, person });
        return (await Expect.SuccessAsync(posted)).Text("id")!;
    }

    private async Task<List<(int Team, int Rank, int FairPlay)>> RowsAsync(string id) =>
        [.. (await server.Nobody.GetAsync($"/api/events/{id}/standings").JsonAsync()).Items().First().GetProperty("rows").EnumerateArray()
            .Select(row => (row.GetProperty("team").Number("id"), row.Number("rank"), row.Number("fairPlay")))];

    private async Task<int> PointsAsync(string id, int team) => (await RowsAsync(id)).Single(row => row.Team == team).FairPlay;
}
