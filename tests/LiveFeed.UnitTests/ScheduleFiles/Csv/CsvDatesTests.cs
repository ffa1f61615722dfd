using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.ScheduleFiles.Csv;

public sealed class CsvDatesTests
{
    [Theory]
    [InlineData("25.11.2026 09:05")]
    [InlineData("25. 11. 2026, 9:05 Uhr")]
    [InlineData("Mi., 25.11.26 9.05")]
    [InlineData("11/25/2026 9:05 AM")]
    [InlineData("25/11/2026 9h05")]
    [InlineData("25-11-2026 09:05")]
    [InlineData("2026/11/25 09:05")]
    [InlineData("2026-11-25 09:05:00")]
    [InlineData("2026-11-25T09:05:00.000")]
    [InlineData("2026-11-25T08:05:00Z")]
    [InlineData("2026-11-25 13:35 +05:30")]
    [InlineData("20261125 9:05")]
    [InlineData("25 Nov 2026 9:05 a.m.")]
    [InlineData("Wed 25-Nov-26 9:05am")]
    [InlineData("November 25, 2026 at 9:05 AM")]
    [InlineData("25. November 2026 um 9:05 Uhr")]
    [InlineData("mercredi 25 novembre 2026 à 9h05")]
    [InlineData("25 de noviembre de 2026, 09:05 h")]
    [InlineData("25 novembre 2026 alle ore 9.05")]
    [InlineData("46351.378472222")]
    [InlineData("46351,378472222")]
    public void A_local_date_is_read_in_every_usual_form(string text) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 8, 5, 0, TimeSpan.Zero), Start($"id;team1;team2;startsAt\n1;A;B;{text}\n"));

    [Theory]
    [InlineData("12:00 AM", 23)]
    [InlineData("12:30 PM", 11)]
    [InlineData("1 pm", 12)]
    [InlineData("20h", 19)]
    [InlineData("0.5", 11)]
    public void Twelve_hours_and_hours_alone_are_read(string time, int hour) =>
        Assert.Equal(hour, Start($"id;team1;team2;date;startsAt\n1;A;B;2026-11-25;{time}\n")!.Value.Hour);

    [Theory]
    [InlineData("31.02.2026 10:00")]
    [InlineData("13/13/2026 10:00")]
    [InlineData("25.11.2026 25:00")]
    [InlineData("25.11.2026 13:00 PM")]
    [InlineData("25.11.2026 10:00 CET")]
    [InlineData("2026-11-25T10:00:00+15:00")]
    [InlineData("25.11.")]
    [InlineData("soon")]
    [InlineData("9")]
    public void What_is_no_time_is_named_with_its_line_and_column(string text)
    {
        var fault = Assert.Single(CsvFiles.Read($"id;team1;team2;Beginn\n1;A;B;2026-11-25 10:00\n2;A;B;{text}\n").Faults);

        Assert.Equal((3, "Beginn"), (fault.Line, fault.Column));
        Assert.StartsWith("startsAt must be a date and time such as 25.11.2026 14:30", fault.Message);
        Assert.EndsWith($"not \"{text}\".", fault.Message);
    }

    [Fact]
    public void One_date_of_the_file_decides_the_order_of_all()
    {
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero), Start("id,team1,team2,startsAt\n1,A,B,04/05/2026 10:00\n2,A,B,14/05/2026 10:00\n"));
        Assert.Equal(new DateTimeOffset(2026, 4, 5, 8, 0, 0, TimeSpan.Zero), Start("id,team1,team2,startsAt\n1,A,B,04/05/2026 10:00\n2,A,B,04/15/2026 10:00\n"));
        Assert.Equal(DateOrder.Mdy, CsvFiles.Read("id,team1,team2,startsAt\n1,A,B,04/15/2026 10:00\n").Reading.DateOrder);
    }

    [Fact]
    public void An_order_that_the_file_does_not_decide_is_asked_for_once()
    {
        const string File = "id,team1,team2,startsAt\n1,A,B,05/05/2026 10:00\n2,A,B,04/05/2026 10:00\n3,A,B,06/05/2026 10:00\n";

        var question = Assert.Single(CsvFiles.Read(File).Faults);

        Assert.Equal((3, "dateOrder"), (question.Line, question.Path));
        Assert.Equal("04/05/2026 can be 4 May 2026 or 5 April 2026, and no other date of the file decides it. Say which: dateOrder=dmy if the day comes first, dateOrder=mdy if the month does.", question.Message);
        Assert.Equal(5, CsvFiles.Read(File, DateOrder.Dmy).Valid().Matches[1].StartsAt!.Value.Month);
        Assert.Equal(4, CsvFiles.Read(File, DateOrder.Mdy).Valid().Matches[1].StartsAt!.Value.Month);
    }

    [Fact]
    public void Dates_that_contradict_each_other_are_named() =>
        Assert.StartsWith(
            "The dates contradict each other: 14/05/2026 on line 2 begins with the day, and 05/14/2026 on line 3 with the month.",
            Assert.Single(CsvFiles.Read("id,team1,team2,startsAt\n1,A,B,14/05/2026 10:00\n2,A,B,05/14/2026 10:00\n").Faults).Message);

    [Fact]
    public void A_time_that_clocks_leave_out_is_an_error_and_one_that_is_there_twice_is_the_first()
    {
        var fault = Assert.Single(CsvFiles.Read("id,team1,team2,Anpfiff\n1,A,B,29.03.2026 02:30\n").Faults);
        Assert.Equal((2, "Anpfiff"), (fault.Line, fault.Column));
        Assert.StartsWith("There is no 2026-03-29 02:30 in Europe/Berlin: clocks are put forward then.", fault.Message);

        var twice = CsvFiles.Read("id,team1,team2,Anpfiff\n1,A,B,25.10.2026 02:30\n");
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), twice.Valid().Matches[0].StartsAt);
        Assert.StartsWith("2026-10-25 02:30 is there twice in Europe/Berlin", Assert.Single(twice.Reading.Notes).Message);
    }

    private static DateTimeOffset? Start(string file) => CsvFiles.Read(file).Valid().Matches[0].StartsAt;
}
