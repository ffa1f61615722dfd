using System.Text;
using LiveFeed.Domain;
using LiveFeed.Domain.Schedules;
using LiveFeed.Infrastructure.ScheduleFiles;

namespace LiveFeed.UnitTests.ScheduleFiles;

public sealed class ScheduleFileReaderTests
{
    [Fact]
    public async Task A_missing_file_is_reported_by_its_path()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "none.json");

        var read = await new ScheduleFileReader().ReadRecordingAsync(path, TimeZoneInfo.Utc, CancellationToken.None);

        Assert.Equal($"{path}: no such file", read.Error!.Detail);
    }

    [Theory]
    [InlineData("<html>", "cup.json: not JSON: line 1, byte 1")]
    [InlineData("{\n\"name\":", "cup.json: not JSON: line 2, byte 8")]
    [InlineData("[]", "cup.json: unknown format")]
    [InlineData("""{"name":"Cup","groups":[]}""", "cup.json: unknown format")]
    public void A_file_that_is_no_tournament_is_rejected_as_such(string content, string message) => AssertRejected(content, message);

    [Theory]
    [InlineData(""" "team2":"B","date":"2020-01-01" """, "match 1: 'team1' must be a text")]
    [InlineData(""" "team1":"A","team2":"A","date":"2020-01-01" """, "match 1 (A - A): a team cannot play itself")]
    [InlineData(""" "team1":"A","team2":"B","date":"1 May","round":"Final" """, "match 1 (A - B): 'date' must be a date")]
    [InlineData(""" "team1":"A","team2":"B","date":"2020-01-01","time":"soon","round":"Final" """, "match 1 (A - B): 'time' must be")]
    [InlineData(""" "team1":"A","team2":"B","date":"2020-01-01" """, "match 1 (A - B): 'round' must be a text")]
    [InlineData(
        """ "team1":"A","team2":"B","date":"2020-01-01","round":"Final","score":{"ft":[1,-1]} """,
        "match 1 (A - B): 'ft' must be two whole numbers, neither negative")]
    [InlineData(
        """ "team1":"A","team2":"B","date":"2020-01-01","round":"Final","score":{"ft":[1,0]},"goals1":[{"minute":"late"}] """,
        "match 1 (A - B), goal 1 of team 1: 'minute' must be a whole number")]
    public void A_bad_football_match_is_reported_by_its_position(string match, string message) =>
        AssertRejected($$"""{"name":"Cup","matches":[{{{match}}}]}""", "cup.json: " + message);

    [Fact]
    public void A_football_match_without_a_score_is_scheduled_and_not_played()
    {
        var tournament = Parse(
            """
            {"name":"Cup","matches":[{"team1":"A","team2":"B","date":"2030-01-01","time":"1:30 UTC-4:30","round":"Final"}]}
            """);

        var match = Assert.Single(tournament.Schedule.Matches);
        Assert.Empty(tournament.Played);
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 6, 0, 0, TimeSpan.Zero), match.StartsAt);
        Assert.True(match.EndsAt > match.StartsAt);
    }

    [Fact]
    public void A_goal_in_long_stoppage_time_never_moves_behind_a_later_one()
    {
        var tournament = Parse(
            """
            {"name":"Cup","matches":[{"team1":"A","team2":"B","date":"2030-01-01","round":"Final","score":{"ft":[1,0],"et":[1,1]},
              "goals1":[{"minute":90,"offset":40}],"goals2":[{"minute":91}]}]}
            """);

        Assert.Equal(["0-0", "1-0", "1-1", "1-1"], tournament.Played[0].Timeline.Select(change => change.ToString()));
        Assert.Equal(tournament.Played[0].Timeline[1].At, tournament.Played[0].Timeline[2].At);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() => Assert.Equal("cup", Parse("\uFEFF" + """{"name":"Cup","matches":[]}""").EventId.Value);

    private static RecordedTournament Parse(string content) => Read(content).Value!;

    private static Result<RecordedTournament> Read(string content) =>
        ScheduleFileReader.ReadRecording(Encoding.UTF8.GetBytes(content), "cup.json", TimeZoneInfo.Utc);

    private static void AssertRejected(string content, string message) =>
        Assert.StartsWith(message, Read(content).Error!.Detail);
}
