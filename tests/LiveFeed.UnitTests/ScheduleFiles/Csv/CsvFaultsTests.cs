namespace LiveFeed.UnitTests.ScheduleFiles.Csv;

public sealed class CsvFaultsTests
{
    [Fact]
    public void All_faults_of_a_file_are_told_at_once_with_line_and_column()
    {
        var faults = CsvFiles.Read(
            """
            Nr;Heim;Gast;Datum;Uhrzeit;Dauer
            1;Blue;BLUE;24.07.2026;14:30;50
            2;Blue;Red;24.7.;14:30;50
            3;Blue;Red;24.07.2026;noon;50
            4;Blue;Red;24.07.2026;14:30;long
            4;Blue;Red;24.07.2026;15:30;50;more
            """).Faults;

        Assert.Equal(
            [(2, null), (3, "Datum"), (4, "Uhrzeit"), (5, "Dauer"), (6, null), (6, "Nr")],
            faults.Select(fault => (fault.Line!.Value, fault.Column)).Order());
        Assert.All(faults, fault => Assert.InRange(fault.Message.Length, 10, 300));
    }

    [Theory]
    [InlineData("id,team1\n1,A\n", "The column team2 is missing. The headings are \"id\", \"team1\".")]
    [InlineData("1,A,B\n2,C,D\n", "No line has headings that are known. The first one has \"1\", \"A\", \"B\". If the file has no headings, say by its number which column has what: mapping={\"team1\":\"column 1\",\"team2\":\"column 2\"}.")]
    [InlineData("Pool;1;Blue;Red\nFinal;2;A;B\n", "No line has headings that are known. The first one has \"Pool\", \"1\", \"Blue\", \"Red\".")]
    [InlineData("Pool;Gospodarz;Gość\nA;Blue;Red\n", "The column team1 is missing. The headings are \"Pool\", \"Gospodarz\", \"Gość\".")]
    [InlineData("id,team1,team1,team2\n1,A,B,C\n", "The column team1 is there twice.")]
    [InlineData("id,teams\n1,Blue - Red\n2,Blue - Red - Green\n", "teams must be two teams such as \"Blue - Red\", not \"Blue - Red - Green\".")]
    [InlineData("id,team1,team2,startsAt,endsAt\n1,A,B,2026-07-04T11:00Z,2026-07-04T10:00Z\n", "The match must end after it starts.")]
    [InlineData("id,team1,team2,time\n1,A,B,10:00\n", "The match has a time without a date.")]
    [InlineData("<html><table>", "This is a web page or XML")]
    public void A_fault_says_what_to_do(string file, string message) => Assert.StartsWith(message, CsvFiles.Read(file).Faults[0].Message);

    [Fact]
    public void What_is_no_text_is_rejected() =>
        Assert.StartsWith("The file is not text", CsvFiles.Read([0x81, 0x00, 0xFF, 0x12, .. "id,team1,team2"u8]).Faults[0].Message);
}
