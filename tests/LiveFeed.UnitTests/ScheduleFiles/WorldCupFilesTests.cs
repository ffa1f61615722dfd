using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.ScheduleFiles;

public sealed class WorldCupFilesTests
{
    private const string WorldCup2018 = "worldcup-2018.json";
    private const string WorldCup2022 = "worldcup-2022.json";

    [DataFact(WorldCup2018)]
    public async Task The_2018_file_has_every_match_team_and_goal()
    {
        var tournament = await ReadAsync(WorldCup2018);

        Assert.Equal(("world-cup-2018", "World Cup 2018", "football"), (tournament.EventId.Value, tournament.Name, tournament.Sport));
        Assert.Equal(Enumerable.Range(1, 64), tournament.Schedule.Matches.Select(match => match.Id.Value));
        Assert.Equal(64, tournament.Played.Count);
        Assert.Equal((32, 13, 13), (tournament.Schedule.Teams.Count, tournament.Schedule.Courts.Count, tournament.Schedule.Divisions.Count));
        Assert.Equal(169, Goals(tournament));
    }

    [DataFact(WorldCup2022)]
    public async Task The_2022_file_has_every_match_team_and_goal()
    {
        var tournament = await ReadAsync(WorldCup2022);

        Assert.Equal("world-cup-2022", tournament.EventId.Value);
        Assert.Equal(64, tournament.Played.Count);
        Assert.Equal((32, 8, 13), (tournament.Schedule.Teams.Count, tournament.Schedule.Courts.Count, tournament.Schedule.Divisions.Count));
        Assert.Equal(172, Goals(tournament));
    }

    [DataFact(WorldCup2018, WorldCup2022)]
    public async Task Every_timeline_begins_at_0_0_and_grows_by_one_goal_at_a_time_until_it_is_final()
    {
        RecordingText.AssertGoalByGoal(await ReadAsync(WorldCup2018));
        RecordingText.AssertGoalByGoal(await ReadAsync(WorldCup2022));
    }

    [DataFact(WorldCup2018)]
    public async Task Own_goals_count_for_the_side_that_lists_them()
    {
        var (match, _) = await FindAsync(WorldCup2018, "Russia - Egypt");

        Assert.Equal(["0-0", "1-0", "2-0", "3-0", "3-1", "3-1"], match.Timeline.Select(change => change.ToString()));
    }

    [DataFact(WorldCup2018)]
    public async Task A_score_after_extra_time_is_one_period_with_all_goals()
    {
        var (match, planned) = await FindAsync(WorldCup2018, "Croatia - England");

        Assert.Equal(["0-0", "0-1", "1-1", "2-1", "2-1"], match.Timeline.Select(change => change.ToString()));
        Assert.Equal(1, match.Timeline[^1].Winner);
        Assert.True(planned.EndsAt - planned.StartsAt > TimeSpan.FromMinutes(120));
    }

    [DataFact(WorldCup2022)]
    public async Task A_shoot_out_is_reported_with_the_end()
    {
        var (match, _) = await FindAsync(WorldCup2022, "Argentina - France");

        Assert.Equal(
            ["0-0", "1-0", "2-0", "2-1", "2-2", "3-2", "3-3", "3-3, 4-2 on penalties"], match.Timeline.Select(change => change.ToString()));
        Assert.Equal(1, match.Timeline[^1].Winner);
    }

    [DataFact(WorldCup2018, WorldCup2022)]
    public async Task Only_the_matches_that_had_a_shoot_out_have_a_decider()
    {
        var shootOuts = (await ReadAsync(WorldCup2018)).Played.Concat((await ReadAsync(WorldCup2022)).Played)
            .Where(match => match.Timeline[^1].Details?.Decider is not null)
            .Select(match => $"{match.Title} {match.Timeline[^1]}");

        Assert.Equal(
            [
                "Spain - Russia 1-1, 3-4 on penalties", "Croatia - Denmark 1-1, 3-2 on penalties", "Colombia - England 1-1, 3-4 on penalties", "Russia - Croatia 2-2, 3-4 on penalties",
                "Japan - Croatia 1-1, 1-3 on penalties", "Morocco - Spain 0-0, 3-0 on penalties", "Croatia - Brazil 1-1, 4-2 on penalties", "Netherlands - Argentina 2-2, 3-4 on penalties",
                "Argentina - France 3-3, 4-2 on penalties",
            ],
            shootOuts);
    }

    [DataFact(WorldCup2018)]
    public async Task Kick_offs_are_in_UTC_and_teams_belong_to_their_group_even_in_the_final()
    {
        var tournament = await ReadAsync(WorldCup2018);
        var opening = tournament.Schedule.Matches[0];
        var final = tournament.Schedule.Matches[^1];

        Assert.Equal(new DateTimeOffset(2018, 6, 14, 15, 0, 0, TimeSpan.Zero), opening.StartsAt);
        Assert.Equal(TimeSpan.Zero, opening.StartsAt!.Value.Offset);
        Assert.Equal("Final", tournament.Schedule.Divisions.Single(division => division.Id == final.DivisionId).Name);
        var home = tournament.Schedule.Teams.Single(team => team.Id == final.Team1Id).DivisionId;
        Assert.StartsWith("Group", tournament.Schedule.Divisions.Single(division => division.Id == home).Name);
    }

    [DataFact(WorldCup2018, WorldCup2022)]
    public async Task Ids_are_the_same_at_every_reading()
    {
        foreach (var file in (string[])[WorldCup2018, WorldCup2022])
        {
            var (one, other) = (await ReadAsync(file), await ReadAsync(file));
            Assert.Equal(one.Schedule.Teams, other.Schedule.Teams);
            Assert.Equal(one.Schedule.Courts, other.Schedule.Courts);
            Assert.Equal(one.Schedule.Teams.Select(team => team.Name).Order(StringComparer.Ordinal), one.Schedule.Teams.Select(team => team.Name));
        }
    }

    private static Task<RecordedTournament> ReadAsync(string file) => RecordingText.ReadAsync(DataFactAttribute.PathOf(file));

    private static IEnumerable<(RecordedMatch Match, ScheduledMatch Planned)> Played(RecordedTournament tournament) =>
        tournament.Played.Select(match => (match, tournament.Schedule.Matches.Single(planned => planned.Id == match.Id)));

    private static async Task<(RecordedMatch Match, ScheduledMatch Planned)> FindAsync(string file, string title) =>
        Played(await ReadAsync(file)).Single(played => played.Match.Title == title);

    private static int Goals(RecordedTournament tournament) => tournament.Played.Sum(match => RecordingText.Goals(match.Timeline[^1]));
}
