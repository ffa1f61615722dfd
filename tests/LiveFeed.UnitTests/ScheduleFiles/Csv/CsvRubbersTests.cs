using LiveFeed.Domain;
using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Formats;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.ScheduleFiles.Csv;

/// <summary>Team ties with their rubbers, formats and officials in a table.</summary>
public sealed class CsvRubbersTests
{
    private const string Ties = """
        id,division,team1,team2,format,partOf,rubber,Referee,helper
        T1,Group,Blue,Red,davis-cup,,,Sam Whistle; Jo Flag,Ann
        T1-S,Group,Blue,Red,,T1,2,,
        T1-D,Doubles,Blue,Red,tennis-doubles,T1,3,N.N.; -,
        T1-X,,,,,T1,1,,
        """;

    [Fact]
    public void A_rubber_names_its_tie_by_what_stands_in_the_column_of_ids_and_has_its_sides()
    {
        var schedule = PoolsAndSources.Complete(CsvFiles.Read(Ties).Valid());

        Assert.Equal(["Blue", "Red"], schedule.Teams.Select(team => team.Name));
        var tie = schedule.Matches[0];
        Assert.Equal([(tie.Id, 2), (tie.Id, 3), (tie.Id, 1)], schedule.Matches.Skip(1).Select(match => (match.PartOf.Value!.Value, match.Rubber.Value!.Value)));
        Assert.All(schedule.Matches, match => Assert.Equal((1, 2), (match.Team1Id, match.Team2Id)));
        Assert.Equal(["Group", "Group", "Doubles", "Group"], schedule.Matches.Select(match => schedule.View(match).Division?.Name));
        Assert.Equal([3, 0, 0, 0], schedule.Matches.Select(match => match.Officials.Value?.Count ?? 0));
        Assert.Equal(["davis-cup", null, "tennis-doubles", null], schedule.Matches.Select(match => match.Format.Value?.Preset));
    }

    [Fact]
    public void Ids_and_numbers_of_ties_are_found_as_spreadsheets_write_them()
    {
        var byId = CsvFiles.Read("id,number,team1,team2,format,partOf,rubber\n7,M7,Blue,Red,davis-cup,,\n8,,,,,7.0,1\n9,,,,,m7,2.0\n").Valid();

        Assert.Equal([null, 7, 7], byId.Matches.Select(match => match.PartOf.Value?.Value));
    }

    [Theory]
    [InlineData("id,team1,team2,format,partOf,rubber\n1,Blue,Red,davis-cup,,\n2,,,,5,1\n", "There is no match 5 in this file, of which this one is a rubber.")]
    [InlineData("id,team1,team2,format,partOf,rubber\n1,Blue,Red,davis-cup,,\n2,,,,1,first\n", "rubber must be a whole number such as 1, not \"first\".")]
    [InlineData("id,team1,team2,format,partOf,rubber\n1,Blue,Red,davis-cup,,\n2,Green,Red,,1,1\n", "A rubber has the sides of its tie, match 1. Leave its teams out.")]
    [InlineData("id,team1,team2,format,partOf,rubber\n1,Blue,Red,,,\n2,,,,1,1\n", "Match 1 has rubbers. It, or its division, needs a format of the kind rubbers.")]
    [InlineData("id,team1,team2,format,partOf,rubber\n1,Blue,Red,davis-cup,,\n2,,,,1,4\n", "Say which rubber of its tie this is, 1 to 3.")]
    public void What_can_be_no_rubber_is_a_fault(string file, string message) => Assert.Contains(CsvFiles.Read(file).Faults, fault => fault.Message == message);

    [Fact]
    public void Rubbers_keep_their_ids_when_a_table_with_ids_of_its_own_is_read_again()
    {
        var empty = new Schedule([], [], [], []);
        var stored = Reconciled(Ties, empty);
        Assert.Equal(stored.Matches[0].Id, stored.Matches[3].PartOf.Value);

        // In another order, the rubbers first.
        var lines = Ties.Split('\n');
        var again = Reconciled(string.Join('\n', [lines[0], lines[4], lines[3], lines[2], lines[1]]), stored);

        Assert.Equal(stored.Matches.Reverse().Select(match => match.Id), again.Matches.Select(match => match.Id));
        Assert.Equal(stored.Matches[0].Id, again.Matches[0].PartOf.Value);
    }

    [Fact]
    public void A_format_is_the_name_of_a_preset_or_json_and_what_people_call_one_is_passed_over()
    {
        var file = CsvFiles.Read("""
            id,team1,team2,format
            1,Blue,Red,volleyball-best-of-3
            2,Blue,Red,"{""kind"":""sets"",""bestOf"":3,""setTo"":15}"
            3,Blue,Red,Best of three
            4,Blue,Red,"{""kind"":""sets"",""bestOf"":4}"
            5,Blue,Red,{
            """);

        Assert.Equal(["volleyball-best-of-3", null, null, null, null], file.Valid().Matches.Select(match => match.Format.Value?.Preset));
        Assert.Equal((FormatKind.Sets, 15), (file.Valid().Matches[1].Format.Value!.Resolve()!.Kind, file.Valid().Matches[1].Format.Value!.Resolve()!.SetTo));
        Assert.Equal([4, 5, 6], file.Reading.Notes.Where(note => note.Column == "format").Select(note => note.Line!.Value));
    }

    [Fact]
    public void A_format_that_the_match_has_already_is_not_its_own()
    {
        const string File = "id,division,team1,team2,format\n1,Women,Blue,Red,volleyball-best-of-3\n2,Women,Red,Blue,beach-volleyball\n3,Women,Red,Blue,volleyball-best-of-3\n";
        var stored = new Schedule(
            [new(1, "Women", FormatChoice.OfPreset("volleyball-best-of-3"))], [], [new(1, "Blue", 1), new(2, "Red", 1)],
            [new(new(1), 1, Team1Id: 1, Team2Id: 2), new(new(2), 1, Team1Id: 2, Team2Id: 1), new(new(3), 1, Team1Id: 2, Team2Id: 1, Format: FormatChoice.OfPreset("beach-volleyball"))]);

        Assert.Equal([null, "beach-volleyball", "volleyball-best-of-3"], Reconciled(File, stored).Matches.Select(match => match.Format.Value?.Preset));
    }

    [Fact]
    public void Officials_of_a_duty_that_a_row_names_replace_those_and_all_others_stay()
    {
        var official = new Official(OfficialDuty.Referee, UserId.From("sam"), "Sam Whistle");
        Official[] before = [official, new(OfficialDuty.Referee, UserId.From("x")), new(OfficialDuty.Referee, Name: "Old"), new(OfficialDuty.LineJudge, Name: "Lea")];
        var stored = Reconciled(Ties, new Schedule([], [], [], []));
        stored = stored with { Matches = [stored.Matches[0] with { Officials = new EquatableList<Official>(before) }, .. stored.Matches.Skip(1)] };

        var officials = Reconciled(Ties, stored).Matches[0].Officials;

        Assert.Equal([official, before[1], before[3], new(OfficialDuty.Referee, Name: "Jo Flag"), new(OfficialDuty.WorkTeam, Name: "Ann")], officials.Value!);
        // Whoever is named already, and nobody, change nothing.
        var same = Ties.Replace("Sam Whistle; Jo Flag,Ann", "OLD ; sam  whistle,", StringComparison.Ordinal);
        Assert.All(Reconciled(same, stored).Matches, match => Assert.False(match.Officials.IsGiven));
    }

    /// <summary>Such columns were kept for people, before anything read them.</summary>
    [Fact]
    public void A_name_that_is_too_long_for_an_official_is_passed_over_with_a_note()
    {
        var file = CsvFiles.Read($"id,team1,team2,Referee\n1,Blue,Red,{new string('x', MatchDetails.MaxOfficialName + 1)}\n");
        Assert.Empty(file.Faults);
        Assert.Equal(["2 Referee"], file.Reading.Notes.Select(note => $"{note.Line} {note.Column}"));
    }

    private static Schedule Reconciled(string file, Schedule stored)
    {
        var read = CsvFiles.Read(file);
        return TableDetails.Reconcile(IdReconciler.Reconcile(read.Valid(), stored, [], read.OwnIds), stored);
    }
}
