namespace LiveFeed.UnitTests.ScheduleFiles.Csv;

/// <summary>The columns that only exports of LiveFeed have: with them a file says all, and nothing is guessed.</summary>
public sealed class CsvOwnColumnsTests
{
    [Fact]
    public void If_labels_have_columns_of_their_own_a_team_may_be_called_like_one()
    {
        var file = CsvFiles.Read("id,number,team1,team2,team1Label,team2Label\n1,M1,W1,1A,,\n2,2,,W1,Whoever comes,\n");

        Assert.Equal(["1 (M1)  @ : W1 - 1A", "2  @ : [Whoever comes] - W1"], Enumerable.Range(0, 2).Select(file.Valid().Text));
        Assert.DoesNotContain(file.Reading.Notes, note => note.Message.Contains("placeholders", StringComparison.Ordinal));
    }

    [Fact]
    public void A_zone_in_the_heading_wins_over_the_events()
    {
        var file = CsvFiles.Read("id,team1,team2,startsAt (America/New_York),endsAt (America/New_York)\n1,A,B,2026-07-04 10:00,2026-07-04 11:00\n");

        Assert.Equal("1  @ : A - B, 2026-07-04 14:00-15:00", file.Valid().Text(0));
        Assert.Equal("America/New_York", file.Reading.TimeZone);
    }

    [Theory]
    [InlineData("Start (local)")]
    [InlineData("Start (Middle/Earth)")]
    public void What_is_no_zone_in_a_heading_says_nothing(string heading) =>
        Assert.Equal("1  @ : A - B, 2026-07-04 08:00", CsvFiles.Read($"id,team1,team2,{heading}\n1,A,B,2026-07-04 10:00\n").Valid().Text(0));

    [Fact]
    public void An_apostrophe_before_a_formula_is_taken_away() =>
        Assert.Equal("1  @ 'Court: =1+1 - '@Home", CsvFiles.Read("id,court,team1,team2\n1,'Court,'=1+1,''@Home\n").Valid().Text(0));
}
