using System.Text;
using LiveFeed.Domain;
using LiveFeed.Domain.Schedules;
using LiveFeed.Infrastructure.ScheduleFiles;

namespace LiveFeed.UnitTests.ScheduleFiles;

public sealed class CourtScheduleReaderTests
{
    private const string Sample =
        """
        {"EventKey":"PTAwMDAwNDEzMTQ90","Name":"Winter Classic","CourtSchedules":[
          {"CourtId":-7,"Name":"Court 1","CourtMatches":[
            {"MatchId":-50497,"Division":{"DivisionId":197487,"Name":"14 Open"},"FirstTeamText":"Northside 14-1",
             "SecondTeamText":"3rd Coast 14","ScheduledStartDateTime":1736668800000,"ScheduledEndDateTime":1736672340000},
            {"MatchId":12,"Division":{"DivisionId":197487,"Name":"14 Open"},"FirstTeamText":"Winner of Match 3","SecondTeamText":"",
             "ScheduledStartDateTime":1736672400000,"ScheduledEndDateTime":1736675940000}]},
          {"CourtId":8,"Name":"Court 2","CourtMatches":[
            {"MatchId":13,"Division":{"DivisionId":5,"Name":"12 Club"},"FirstTeamText":"Northside 14-1","SecondTeamText":"1st Pool A",
             "ScheduledStartDateTime":1736668800000,"ScheduledEndDateTime":1736672340000}]},
          {"CourtId":9,"Name":"Court 3"}]}
        """;

    [Fact]
    public void A_schedule_keeps_the_ids_of_its_system()
    {
        var tournament = Parse(Sample);

        Assert.Equal(("PTAwMDAwNDEzMTQ90", "Winter Classic", "volleyball"), (tournament.EventId.Value, tournament.Name, tournament.Sport));
        Assert.Equal([-50497, 12, 13], tournament.Schedule.Matches.Select(match => match.Id.Value));
        Assert.Equal([-7, 8, 9], tournament.Schedule.Courts.Select(court => court.Id));
        Assert.Equal([new ScheduledDivision(197487, "14 Open"), new ScheduledDivision(5, "12 Club")], tournament.Schedule.Divisions);
        Assert.Equal(new DateTimeOffset(2025, 1, 12, 8, 0, 0, TimeSpan.Zero), tournament.Schedule.Matches[0].StartsAt);
        Assert.Empty(tournament.Played);
    }

    [Fact]
    public void Teams_are_numbered_by_division_and_name_and_placeholders_are_none()
    {
        var tournament = Parse(Sample);

        Assert.Equal(
            [new(1, "Northside 14-1", 5), new(2, "3rd Coast 14", 197487), new(3, "Northside 14-1", 197487)],
            tournament.Schedule.Teams);
        var (second, third) = (tournament.Schedule.Matches[1], tournament.Schedule.Matches[2]);
        Assert.Equal((null, "Winner of Match 3"), (second.Team1Id, second.Team1Label));
        Assert.Equal((null, "TBD"), (second.Team2Id, second.Team2Label));
        Assert.Equal((1, null), (third.Team1Id, third.Team1Label));
        Assert.Equal((null, "1st Pool A"), (third.Team2Id, third.Team2Label));
    }

    [Fact]
    public void Short_names_are_numbers_and_work_teams_that_are_known_are_teams()
    {
        var schedule = Parse("""
            {"Name":"Winter Classic","CourtSchedules":[{"CourtId":1,"Name":"Court 1","CourtMatches":[
              {"MatchId":-1,"Division":{"DivisionId":5,"Name":"18 Open"},"FirstTeamText":"North 18","SecondTeamText":"South 18","WorkTeamText":"East 18",
               "CompleteShortName":"R1MM1","ScheduledStartDateTime":1736668800000,"ScheduledEndDateTime":1736672340000},
              {"MatchId":-2,"Division":{"DivisionId":5,"Name":"18 Open"},"FirstTeamText":"Winner of R1MM1","SecondTeamText":"2nd R1P3","WorkTeamText":"Loser of R1MM1",
               "CompleteShortName":"R2M1","ScheduledStartDateTime":1736672400000,"ScheduledEndDateTime":1736675940000}]}]}
            """).Schedule;

        Assert.Equal(["R1MM1", "R2M1"], schedule.Matches.Select(match => match.Number.Value));
        Assert.Equal(["North 18", "South 18", "East 18"], schedule.Teams.Select(team => team.Name));
        Assert.Equal([3, null], schedule.Matches.Select(match => match.WorkTeamId.Value));
        Assert.All(schedule.Matches, match => Assert.False(match.Officials.IsGiven));
        Assert.Equal(new MatchId(-1), PoolsAndSources.Complete(schedule).Matches[1].Team1From.Value!.WinnerOf);
    }

    [Fact]
    public void The_preview_says_which_work_teams_were_passed_over_because_they_are_not_known_yet()
    {
        var file = new ScheduleFileReader().Read(
            Encoding.UTF8.GetBytes(Sample.Replace("\"SecondTeamText\":\"\"", "\"SecondTeamText\":\"\",\"WorkTeamText\":\"Loser of R1MM1\"", StringComparison.Ordinal)), new ScheduleFileOptions(TimeZoneInfo.Utc, null, null));

        Assert.Equal("1 matches have a work team that is not known yet, so it was passed over: \"Loser of R1MM1\". Upload the file again when it is.", Assert.Single(file.Reading.Notes).Message);
        Assert.False(file.Schedule!.Matches[1].WorkTeamId.IsGiven);
    }

    [DataFact("field/18-court-schedule-short-names.json")]
    public void A_court_schedule_as_it_was_found()
    {
        var schedule = ScheduleFileReader.ReadRecording(File.ReadAllBytes(DataFactAttribute.PathOf("field/18-court-schedule-short-names.json")), "18.json", TimeZoneInfo.Utc).Value!.Schedule;

        Assert.Equal(["R1MM1", "R2M1"], schedule.Matches.Select(match => match.Number.Value));
        Assert.Equal("Club C 18-1 (ZZ)", schedule.Teams.Single(team => team.Id == schedule.Matches[0].WorkTeamId.Value).Name);
        Assert.Equal(schedule.Matches[0].Id, PoolsAndSources.Complete(schedule).Matches[1].Team1From.Value!.WinnerOf);
    }

    [Theory]
    [InlineData("\"MatchId\":12", "\"MatchId\":13", "day.json: 'MatchId' 13 is there twice")]
    [InlineData("\"MatchId\":12", "\"MatchId\":\"12\"", "day.json: court 1 (Court 1), match 2: 'MatchId' must be a whole number")]
    [InlineData("\"CourtId\":8", "\"CourtId\":99999999999", "day.json: court 2: 'CourtId' must be a whole number of 32 bits")]
    [InlineData("{\"DivisionId\":5,\"Name\":\"12 Club\"}", "null", "day.json: court 2 (Court 2), match 1 (id 13): 'Division' must be")]
    [InlineData("1736672400000", "\"noon\"", "day.json: court 1 (Court 1), match 2 (id 12): 'ScheduledStartDateTime' must be a time")]
    [InlineData("1736672400000", "1736675940001", "day.json: court 1 (Court 1), match 2 (id 12): 'ScheduledEndDateTime' lies before")]
    public void A_bad_schedule_is_reported_by_its_position(string good, string bad, string message)
    {
        var read = Read(Sample.Replace(good, bad, StringComparison.Ordinal));

        Assert.StartsWith(message, read.Error!.Detail);
    }

    [Theory]
    [InlineData("\"EventKey\":\"PTAwMDAwNDEzMTQ9+/==\"", "PTAwMDAwNDEzMTQ9-_")]
    [InlineData("\"EventId\":41314", "41314")]
    [InlineData("\"EventKey\":\"no such key!\"", "winter-classic")]
    public void The_event_id_comes_from_the_key_or_else_the_name(string key, string expected) =>
        Assert.Equal(expected, Parse(Sample.Replace("\"EventKey\":\"PTAwMDAwNDEzMTQ90\"", key, StringComparison.Ordinal)).EventId.Value);

    [Theory]
    [InlineData("Winner of Match 3", true)]
    [InlineData("Loser of M12", true)]
    [InlineData("Loser M12", true)]
    [InlineData("1st Pool A", true)]
    [InlineData("2nd R1P3", true)]
    [InlineData("3rd Place Silver", true)]
    [InlineData("seed 3", true)]
    [InlineData("W14", true)]
    [InlineData("TBD", true)]
    [InlineData("Winners VBC 15", false)]
    [InlineData("3rd Coast 14", false)]
    [InlineData("Seedorf 12", false)]
    [InlineData("Bye Bye Birdies", false)]
    public void Placeholders_are_distinguished_from_clubs(string text, bool placeholder) => Assert.Equal(placeholder, TeamText.IsPlaceholder(text));

    private static RecordedTournament Parse(string content) => Read(content).Value!;

    private static Result<RecordedTournament> Read(string content) =>
        ScheduleFileReader.ReadRecording(Encoding.UTF8.GetBytes(content), "day.json", TimeZoneInfo.Utc);
}
