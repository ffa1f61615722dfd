using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.ScheduleFiles.Csv;

/// <summary>Ids of matches in files that have none, or texts: the same file again has the same ids, and a moved match keeps its own.</summary>
public sealed class CsvIdsTests
{
    private static readonly Schedule Empty = new([], [], [], []);

    [Fact]
    public void Whole_numbers_are_the_ids()
    {
        var file = CsvFiles.Read("id,team1,team2\n7,A,B\n2.0,C,D\n-3,E,F\n");

        Assert.Equal([7, 2, -3], file.Valid().Matches.Select(match => match.Id.Value));
        Assert.True(file.OwnIds.Matches);
    }

    [Fact]
    public void Text_ids_stay_as_the_numbers_that_people_know_and_give_the_ids_where_they_can()
    {
        var stored = Stored("id;team1;team2\nM01;A;B\nM02;C;D\nFinale;A;D\nR1M1;E;F\nR2M1;G;H\n", Empty);

        Assert.Equal(["1 (M01)", "2 (M02)", "3 (Finale)", "4 (R1M1)", "5 (R2M1)"], stored.Matches.Select(match => $"{match.Id} ({match.Number})"));
    }

    [Fact]
    public void The_same_file_again_changes_nothing()
    {
        foreach (var file in new[] { "team1;team2\nA;B\nC;D\nA;B\n", "id;team1;team2\nM01;A;B\nM02;C;D\n", "id;team1;team2\n;A;B\n5;C;D\n;A;B\n" })
        {
            var stored = Stored(file, Empty);

            Assert.Equal(ScheduleVersion.Of(stored), ScheduleVersion.Of(Stored(file, stored)));
        }
    }

    [Fact]
    public void A_moved_match_keeps_its_id_and_a_removed_meeting_moves_no_other()
    {
        var stored = Stored("team1;team2;date;time\nA;B;1.7.2026;10:00\nA;B;2.7.2026;10:00\nC;D;1.7.2026;11:00\n", Empty);
        Assert.Equal([1, 2, 3], stored.Matches.Select(match => match.Id.Value));

        Assert.Equal([3, 1, 2], Stored("team1;team2;date;time\nC;D;5.7.2026;18:00\nA;B;1.7.2026;10:00\nA;B;2.7.2026;10:00\n", stored).Matches.Select(match => match.Id.Value));
        Assert.Equal([2, 3], Stored("team1;team2;date;time\nA;B;2.7.2026;10:00\nC;D;1.7.2026;11:00\n", stored).Matches.Select(match => match.Id.Value));
    }

    [Fact]
    public void A_match_is_found_by_its_number_whatever_else_changed()
    {
        var stored = Stored("id;team1;team2\nM01;A;B\nM02;C;D\n", Empty);

        var changed = Stored("id;team1;team2\nM02;A;B\nM01;X;Y\nM03;C;D\n", stored);

        Assert.Equal(["2 (M02)", "1 (M01)", "3 (M03)"], changed.Matches.Select(match => $"{match.Id} ({match.Number})"));
    }

    [Fact]
    public void A_team_written_otherwise_stays_the_same_team()
    {
        var stored = Stored("id,team1,team2\n1,Blue Team,Red\n", Empty);

        Assert.Equal(stored.Teams.Select(team => team.Id), Stored("id,team1,team2\n1,BLUE  TEAM,Red\n", stored).Teams.Select(team => team.Id));
    }

    [Theory]
    [InlineData("id,team1,team2\n1,A,B\n1.0,C,D\n", "Match 1.0 is also on line 2.")]
    [InlineData("id,team1,team2\nM1,A,B\nm1,C,D\n", "Match m1 is also on line 2.")]
    [InlineData("id,team1,team2\n1,A,B\nabcdefghijklmnopqrstuvwxyz,C,D\n", "id has at most 20 characters, not \"abcdefghijklmnopqrstuvwxyz\".")]
    public void An_id_that_can_not_be_is_named(string file, string message)
    {
        var fault = Assert.Single(CsvFiles.Read(file).Faults);

        Assert.Equal((3, "id", message), (fault.Line, fault.Column, fault.Message));
    }

    private static Schedule Stored(string file, Schedule before)
    {
        var read = CsvFiles.Read(file);
        return IdReconciler.Reconcile(read.Valid(), before, [], read.OwnIds);
    }
}
