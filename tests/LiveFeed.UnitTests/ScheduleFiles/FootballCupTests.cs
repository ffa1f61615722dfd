using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.ScheduleFiles;

/// <summary>A whole tournament of our own making, as the World Cups are tested where their files are present.</summary>
public sealed class FootballCupTests
{
    [Fact]
    public async Task The_file_has_every_match_team_and_goal()
    {
        var tournament = await ReadAsync();

        Assert.Equal(("tree-cup-2031", "Tree Cup 2031", "football"), (tournament.EventId.Value, tournament.Name, tournament.Sport));
        Assert.Equal(Enumerable.Range(1, 16), tournament.Schedule.Matches.Select(match => match.Id.Value));
        Assert.Equal(16, tournament.Played.Count);
        Assert.Equal((8, 2, 5), (tournament.Schedule.Teams.Count, tournament.Schedule.Courts.Count, tournament.Schedule.Divisions.Count));
        Assert.Equal(41, tournament.Played.Sum(match => RecordingText.Goals(match.Timeline[^1])));
        Assert.Equal((0, 0), (tournament.TimesWithoutZone, tournament.Notes.Count));
    }

    [Fact]
    public async Task Every_timeline_begins_at_0_0_and_grows_by_one_goal_at_a_time_until_it_is_final() =>
        RecordingText.AssertGoalByGoal(await ReadAsync());

    [Fact]
    public async Task Own_goals_count_for_the_side_that_lists_them() =>
        Assert.Equal(["0-0", "1-0", "1-1", "2-1", "3-1", "3-1"], Scores(await FindAsync("Alder - Cedar")));

    [Fact]
    public async Task A_score_after_extra_time_is_one_period_with_all_goals()
    {
        var match = await FindAsync("Alder - Fir");

        Assert.Equal(["0-0", "0-1", "1-1", "2-1", "2-1"], Scores(match));
        Assert.Equal(1, match.Timeline[^1].Winner);
        Assert.True(match.Timeline[^1].At - match.Timeline[0].At > TimeSpan.FromMinutes(120));
    }

    [Fact]
    public async Task A_shoot_out_is_reported_with_the_end()
    {
        var tournament = await ReadAsync();

        Assert.Equal(["0-0", "1-0", "2-0", "2-1", "2-2", "3-2", "3-3", "3-3, 4-2 on penalties"], Scores(tournament.Played[^1]));
        Assert.Equal(1, tournament.Played[^1].Timeline[^1].Winner);
        Assert.Equal([16], tournament.Played.Where(match => match.Timeline[^1].Details?.Decider is not null).Select(match => match.Id.Value));
    }

    [Fact]
    public async Task Kick_offs_are_in_UTC_and_teams_belong_to_their_group_even_in_the_final()
    {
        var schedule = (await ReadAsync()).Schedule;
        var final = schedule.Matches[^1];

        Assert.Equal(new DateTimeOffset(2031, 6, 1, 13, 0, 0, TimeSpan.Zero), schedule.Matches[0].StartsAt);
        Assert.Equal(TimeSpan.Zero, schedule.Matches[0].StartsAt!.Value.Offset);
        Assert.Equal("Final", schedule.Divisions.Single(division => division.Id == final.DivisionId).Name);
        var home = schedule.Teams.Single(team => team.Id == final.Team1Id).DivisionId;
        Assert.Equal("Group A", schedule.Divisions.Single(division => division.Id == home).Name);
    }

    [Fact]
    public async Task Ids_are_the_same_at_every_reading()
    {
        var (one, other) = ((await ReadAsync()).Schedule, (await ReadAsync()).Schedule);

        Assert.Equal(one.Teams, other.Teams);
        Assert.Equal(one.Courts, other.Courts);
        Assert.Equal(one.Matches, other.Matches);
        Assert.Equal(one.Teams.Select(team => team.Name).Order(StringComparer.Ordinal), one.Teams.Select(team => team.Name));
    }

    private static Task<RecordedTournament> ReadAsync() => RecordingText.ReadAsync(FootballFiles.PathOf(FootballFiles.Cup));

    private static async Task<RecordedMatch> FindAsync(string title) => (await ReadAsync()).Played.Single(match => match.Title == title);

    private static IEnumerable<string> Scores(RecordedMatch match) => match.Timeline.Select(change => change.ToString());
}
