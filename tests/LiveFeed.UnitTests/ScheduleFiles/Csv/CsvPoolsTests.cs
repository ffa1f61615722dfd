using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.ScheduleFiles.Csv;

/// <summary>Pools and work teams of a table.</summary>
public sealed class CsvPoolsTests
{
    [Theory]
    [InlineData("Pool")]
    [InlineData("Gruppe")]
    [InlineData("Girone")]
    public void Beside_divisions_a_column_of_pools_makes_pools_of_the_teams_that_play_in_them(string heading)
    {
        var schedule = CsvFiles.Read($"""
            Nr,Division,{heading},Team 1,Team 2
            1,Women,A,Blue,Red
            2,Women,a ,Red,Green
            3,Women,B,Gold,Pink
            4,Men,A,Blue,Red
            5,Women,,1st Pool A,1st Pool B
            6,Women,A,TBD,Blue
            """).Valid();

        Assert.Equal(["A: Blue, Red, Green; B: Gold, Pink", "A: Blue, Red"], schedule.Divisions.Select(division => PoolsOf(schedule, division)));
        Assert.Equal(["A", "A", "B", "A", null, "A"], schedule.Matches.Select(match => PoolOf(schedule, match)));
        Assert.Equal(["A", "A", "B", "A"], PoolsAndSources.Complete(schedule).Matches.Take(4).Select(match => PoolOf(schedule, match)));
        Assert.Equal([("Women", 1), ("Women", 1)], Sources(PoolsAndSources.Complete(schedule).Matches[4]).Select(source => ("Women", source.Place)));
    }

    [Fact]
    public void Without_divisions_pools_are_the_divisions_as_ever_unless_the_mapping_says_otherwise()
    {
        const string File = "id,group,team1,team2\n1,A,Blue,Red\n2,B,Green,Gold\n";

        var guessed = CsvFiles.Read(File).Valid();
        var mapped = CsvFiles.Read(File, mapping: new Dictionary<ScheduleField, string> { [ScheduleField.Pool] = "group" }).Valid();

        Assert.Equal(["A", "B"], guessed.Divisions.Select(division => division.Name));
        Assert.Equal(["Main"], mapped.Divisions.Select(division => division.Name));
        Assert.Equal("A: Blue, Red; B: Green, Gold", PoolsOf(mapped, mapped.Divisions[0]));
    }

    [Theory]
    [InlineData("Semi-final")]
    [InlineData("Halbfinale")]
    [InlineData("Round of 16")]
    [InlineData("3rd place")]
    public void A_round_is_no_pool(string round)
    {
        var file = CsvFiles.Read($"id,division,pool,team1,team2\n1,Women,A,Blue,Red\n2,Women,{round},Green,Gold\n");

        Assert.Equal("A: Blue, Red", PoolsOf(file.Valid(), file.Valid().Divisions[0]));
        Assert.Equal(["A", null], file.Valid().Matches.Select(match => PoolOf(file.Valid(), match)));
    }

    [Fact]
    public void A_pool_may_be_called_like_a_round_if_its_teams_play_more_than_once()
    {
        var schedule = CsvFiles.Read("id,division,pool,team1,team2\n1,Women,Bronze,Blue,Red\n2,Women,Bronze,Red,Green\n3,Women,Gold,Pink,Grey\n").Valid();

        Assert.Equal("Bronze: Blue, Red, Green; Gold: Pink, Grey", PoolsOf(schedule, schedule.Divisions[0]));
    }

    [Fact]
    public void A_team_that_is_in_a_pool_already_makes_no_other_one_and_the_file_says_so()
    {
        var file = CsvFiles.Read("id,division,pool,team1,team2\n1,Women,A,Blue,Red\n2,Women,B,Green,Gold\n3,Women,Gold pool,Blue,Green\n");

        Assert.Equal("A: Blue, Red; B: Green, Gold", PoolsOf(file.Valid(), file.Valid().Divisions[0]));
        var note = Assert.Single(file.Reading.Notes, note => note.Line == 4);
        Assert.StartsWith("\"Gold pool\" was not read as a pool: a team of it is in \"A\" already", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_work_team_is_a_team_of_the_division_or_of_another_one_and_anybody_else_leaves_the_stored_officials_alone()
    {
        var file = CsvFiles.Read("id,division,team1,team2,Work team\n1,Women,Blue,Red,GREEN\n2,Women,Red,Green,Loser of 1\n3,Women,Blue,Green,grey\n4,Men,Grey,Pink,\n");
        var schedule = file.Valid();

        Assert.Equal(["Green", null, "Grey", null], schedule.Matches.Select(match => schedule.View(match).WorkTeam?.Name));
        Assert.All(schedule.Matches, match => Assert.False(match.Officials.IsGiven));
        Assert.Contains("\"Loser of 1\"", Assert.Single(file.Reading.Notes, note => note.Line == 3).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pool_keeps_its_id_and_a_new_one_gets_that_of_its_division_and_name()
    {
        var stored = Reconciled("id,division,pool,team1,team2\n1,Women,A,Blue,Red\n2,Men,A,Green,Gold\n", new Schedule([], [], [], []));
        Assert.Equal(["1-A", "2-A"], IdsOf(stored));

        var later = Reconciled("id,division,pool,team1,team2\n1,Men,a,Gold,Green\n2,Men,The pool with a long name,Pink,Grey\n3,Women,A,Blue,Red\n", stored);

        Assert.Equal(["2-A", "2-1", "1-A"], IdsOf(later));
        Assert.Equal(["2-A", "2-1", "1-A"], later.Matches.Select(match => match.Pool.Value));
        Assert.Equal(stored.Divisions[1].Pools.Value![0].Teams, later.Divisions[0].Pools.Value![0].Teams);
    }

    [Fact]
    public void A_merge_adds_to_the_pools_of_its_divisions_and_moves_the_teams_that_it_names_elsewhere()
    {
        var stored = Reconciled("id,division,pool,team1,team2\n1,Women,A,Blue,Red\n2,Women,B,Green,Gold\n3,Men,A,Grey,Pink\n", new Schedule([], [], [], []));
        const string File = "id,division,pool,team1,team2\n4,Women,B,White,Red\n5,Women,C,Black,Brown\n";

        var merged = Reconciled(File, stored, ScheduleMode.Merge).AppliedTo(stored, ScheduleMode.Merge);

        Assert.Equal(["B: Green, Gold, White, Red; C: Black, Brown; A: Blue", "A: Grey, Pink"], merged.Divisions.Select(division => PoolsOf(merged, division)));
        Assert.Null(merged.Validate());
        var replaced = Reconciled(File, stored);
        Assert.Equal(["B: White, Red; C: Black, Brown"], replaced.Divisions.Select(division => PoolsOf(replaced, division)));
    }

    [Fact]
    public void A_team_that_plays_in_another_division_too_keeps_its_id_as_a_work_team_and_in_pools()
    {
        var stored = Reconciled("id,division,team1,team2\n1,Women,Blue,Red\n2,Women,Green,Gold\n", new Schedule([], [], [], []));
        var blue = stored.Teams.Single(team => team.Name == "Blue").Id;
        stored = stored with { Divisions = [.. stored.Divisions, new ScheduledDivision(2, "Finals")], Matches = [.. stored.Matches, new ScheduledMatch(new(3), 2, Team1Id: blue, Team2Id: stored.Teams[1].Id)] };

        var later = Reconciled("id,division,pool,team1,team2,work team\n1,Women,,Blue,Red,\n2,Women,,Green,Gold,\n3,Finals,F,Blue,Red,\n4,Finals,F,Red,White,Blue\n", stored);

        Assert.Equal(blue, later.Matches[3].WorkTeamId.Value);
        Assert.Equal("F: Blue, Red, White", PoolsOf(later, later.Divisions[1]));
        Assert.Single(later.Teams, team => team.Name == "Blue");
    }

    private static IEnumerable<string> IdsOf(Schedule schedule) => schedule.Divisions.SelectMany(division => division.Pools.Value ?? []).Select(pool => pool.Id);

    private static Schedule Reconciled(string file, Schedule stored, ScheduleMode mode = ScheduleMode.Replace)
    {
        var read = CsvFiles.Read(file);
        return IdReconciler.Reconcile(read.Valid(), stored, [], read.OwnIds, mode);
    }

    private static IEnumerable<SideSource> Sources(ScheduledMatch match) => new[] { match.Team1From.Value, match.Team2From.Value }.OfType<SideSource>();

    private static string PoolsOf(Schedule schedule, ScheduledDivision division) => string.Join("; ", (division.Pools.Value ?? []).Select(pool =>
        $"{pool.Name}: {string.Join(", ", pool.Teams!.Select(id => schedule.Teams.Single(team => team.Id == id).Name))}"));

    private static string? PoolOf(Schedule schedule, ScheduledMatch match) =>
        schedule.Divisions.SelectMany(division => division.Pools.Value ?? []).SingleOrDefault(pool => pool.Id == match.Pool.Value)?.Name;
}
