using System.Text;
using LiveFeed.Domain.Schedules;
using LiveFeed.Infrastructure.ScheduleFiles;

namespace LiveFeed.UnitTests.ScheduleFiles;

/// <summary>Names and numbers of football files are compared and kept as those of tables are.</summary>
public sealed class FootballNamesTests
{
    [Fact]
    public void The_number_of_a_match_is_what_people_call_it()
    {
        var schedule = Plan("""{"num":73,"team1":"A","team2":"B","date":"2031-01-01","round":"1"},{"team1":"W73","team2":"C","date":"2031-01-02","round":"2"}""").Schedule!;

        Assert.Equal(["73", null], schedule.Matches.Select(match => match.Number.Value));
        Assert.Equal([73, 2], schedule.Matches.Select(match => match.Id.Value));
    }

    [Fact]
    public void A_number_that_occurs_twice_is_no_number() => Assert.All(
        Plan("""{"num":7,"team1":"A","team2":"B","date":"2031-01-01","round":"1"},{"num":7,"team1":"C","team2":"D","date":"2031-01-01","round":"1"}""").Schedule!.Matches,
        match => Assert.Null(match.Number.Value));

    [Fact]
    public void Names_that_differ_in_case_or_blanks_are_one_team_and_it_is_told()
    {
        var file = Plan("""{"team1":"FC  North","team2":"South","date":"2031-01-01","round":"1"},{"team1":"South","team2":"Fc North","date":"2031-01-02","round":"1"}""");

        Assert.Equal(2, file.Schedule!.Teams.Count);
        Assert.Contains(file.Reading.Notes, note => note.Message.Contains("is the same team as", StringComparison.Ordinal));
        Assert.Equal("invalid_schedule", Assert.Single(Plan("""{"team1":"North","team2":"NORTH","date":"2031-01-01","round":"1"}""").Faults).Code);
    }

    [Theory]
    [InlineData("UEFA Path A winner")]
    [InlineData("Winner play-off B")]
    [InlineData("Inter-confederation play-off winner 1")]
    [InlineData("Runners-up Group C")]
    public void A_placeholder_of_football_is_one_in_every_file(string text) => Assert.True(TeamText.IsPlaceholder(text));

    private static ScheduleFile Plan(string matches) =>
        new ScheduleFileReader().Read(Encoding.UTF8.GetBytes($$"""{"name":"Cup","matches":[{{matches}}]}"""), ScheduleFileOptions.Utc);
}
