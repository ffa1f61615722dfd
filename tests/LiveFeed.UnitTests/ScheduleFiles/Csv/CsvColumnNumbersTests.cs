using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.ScheduleFiles.Csv;

/// <summary>Files without headings, and columns without one: a column is then named by its number.</summary>
public sealed class CsvColumnNumbersTests
{
    private const string WithoutHeadings =
        """
        1;Women;Court 1;Blue;Red;04.07.2026;14:30
        2;Women;Final;Blue;Green;04.07.2026;15:30
        """;

    private static readonly Dictionary<ScheduleField, string> All = new()
    {
        [ScheduleField.Id] = "column 1",
        [ScheduleField.Division] = "column 2",
        [ScheduleField.Court] = "column 3",
        [ScheduleField.Team1] = "column 4",
        [ScheduleField.Team2] = "column 5",
        [ScheduleField.Date] = "column 6",
        [ScheduleField.Time] = "column 7",
    };

    [Fact]
    public void A_file_without_headings_is_read_by_the_numbers_of_its_columns()
    {
        var file = CsvFiles.Read(WithoutHeadings, null, All);

        Assert.Equal("1 Women @ Court 1: Blue - Red, 2026-07-04 12:30", file.Valid().Text(0));
        Assert.Equal(2, file.Valid().Matches.Count);
        Assert.Equal(All, file.Reading.Mapping);
    }

    [Fact]
    public void What_the_reading_says_of_the_columns_can_be_given_again()
    {
        var teams = new Dictionary<ScheduleField, string> { [ScheduleField.Team1] = "column 4", [ScheduleField.Team2] = "COLUMN 5" };
        var first = CsvFiles.Read(WithoutHeadings, null, teams);

        Assert.Equal(["column 1", "column 2", "column 3", "column 6", "column 7"], first.Reading.IgnoredColumns);
        Assert.Equal(first.Valid().Matches, CsvFiles.Read(WithoutHeadings, null, first.Reading.Mapping).Valid().Matches);
    }

    [Fact]
    public void A_match_is_not_taken_for_the_headings_because_of_one_word() => Assert.Equal(
        2,
        CsvFiles.Read("Final;Blue;Red\nPool;A;B\n", null, new Dictionary<ScheduleField, string> { [ScheduleField.Team1] = "column 2", [ScheduleField.Team2] = "column 3" }).Valid().Matches.Count);

    [Fact]
    public void A_column_without_a_heading_has_a_number_too() => Assert.Equal(
        "1  @ : Blue - Red",
        CsvFiles.Read("id,home,\n1,Blue,Red\n", null, new Dictionary<ScheduleField, string> { [ScheduleField.Team2] = "column 3" }).Valid().Text(0));

    [Theory]
    [InlineData("column 9")]
    [InlineData("column 0")]
    [InlineData("column")]
    public void A_number_without_a_column_is_a_fault(string name)
    {
        var fault = CsvFiles.Read(WithoutHeadings, null, new Dictionary<ScheduleField, string>(All) { [ScheduleField.Team2] = name }).Faults[0];

        Assert.Equal("mapping", fault.Path);
        Assert.StartsWith($"The mapping says that team2 is the column \"{name}\", but there is none. The headings are \"column 1\", \"column 2\"", fault.Message);
    }
}
