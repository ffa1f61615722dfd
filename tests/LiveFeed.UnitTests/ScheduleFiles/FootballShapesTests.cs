using System.Text;
using LiveFeed.Domain.Schedules;
using LiveFeed.Infrastructure.ScheduleFiles;

namespace LiveFeed.UnitTests.ScheduleFiles;

/// <summary>Every shape of openfootball's files, each with a file of our own making. Goals are in minutes since kick-off, breaks included.</summary>
public sealed class FootballShapesTests
{
    public static TheoryData<string> Files { get; } = new(FootballFiles.All);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_shape_is_read_as_a_recording_and_as_a_schedule(string file)
    {
        var recorded = await ReadAsync(file);
        var planned = new ScheduleFileReader().Read(await File.ReadAllBytesAsync(FootballFiles.PathOf(file)), ScheduleFileOptions.Utc);

        Assert.Equal((ScheduleFormat.OpenFootball, 0), (planned.Format, planned.Faults.Count));
        Assert.Equal(recorded.Schedule.Matches.Select(match => match.Id), planned.Schedule!.Matches.Select(match => match.Id));
        Assert.Equal(recorded.Schedule.Teams, planned.Schedule.Teams);
    }

    [Fact]
    public async Task Without_scorers_a_match_has_a_kick_off_and_an_end() => Assert.Equal(
        [
            "1 Alder - Birch: 0' 0-0, 110' 2-1 final",
            "2 Cedar - Dogwood: 0' 0-0, 110' 0-0 final",
            "3 Elm - Fir: 0' 0-0, 110' 3-0 final",
        ],
        await LinesAsync("no-scorers"));

    [Fact]
    public async Task An_empty_score_is_no_result() => Assert.Equal(
        [
            "1 Alder - Birch: 0' 0-0, 110' 1-0 final", "2 Birch - Alder: scheduled", "3 Alder - Cedar: scheduled", "4 Cedar - Alder: scheduled",
            "5 Birch - Cedar: scheduled", "6 Cedar - Birch: scheduled",
        ],
        await LinesAsync("no-result"));

    [Fact]
    public async Task A_minute_may_be_a_text() => Assert.Equal(
        ["1 Alder - Birch: 0' 0-0, 45' 1-0, 46' 1-1, 47' 2-1, 82' 3-1, 107' 4-1, 110' 4-1 final"],
        await LinesAsync("minutes-as-text"));

    [Fact]
    public async Task A_minute_after_the_120th_is_stoppage_time() => Assert.Equal(
        ["1 Alder - Birch: 0' 0-0, 122' 1-0, 155' 1-1, 156' 2-1, 158' 2-2, 160' 2-2 final"],
        await LinesAsync("minutes-after-120"));

    [Fact]
    public async Task A_time_has_its_own_zone_else_the_venues_else_the_callers()
    {
        var tournament = await ReadAsync("zones", "Europe/Berlin");

        Assert.Equal(
            [
                "2031-05-03 19:45Z", "2031-05-03 18:45Z", "2031-05-03 15:00Z", "2031-05-03 06:00Z", "2031-05-03 19:45Z", "2031-05-03 16:00Z",
                "2031-05-03 13:00Z", "2031-05-03 16:00Z", "2031-05-03 16:00Z",
                // It is there twice that night: the first.
                "2031-10-26 00:30Z",
            ],
            RecordingText.Starts(tournament));
        Assert.Equal(3, tournament.TimesWithoutZone);
        Assert.Equal("2031-05-03 18:00Z", RecordingText.Starts(await ReadAsync("zones")).ElementAt(7));
    }

    [Fact]
    public void A_local_time_that_clocks_leave_out_is_an_error()
    {
        const string File = """{"name":"Cup","matches":[{"team1":"A","team2":"B","date":"2031-03-30","time":"02:30","round":"1"}]}""";

        var error = ScheduleFileReader.ReadRecording(Encoding.UTF8.GetBytes(File), "cup.json", TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).Error!;

        Assert.Equal("cup.json: match 1 (A - B): 'time' 02:30 doesn't exist on 2031-03-30 in Europe/Berlin: clocks are put forward then", error.Detail);
    }

    [Fact]
    public async Task Rounds_contain_matches_with_numbers_and_teams_with_codes()
    {
        var tournament = await ReadAsync("rounds");

        Assert.Equal(["2 Alder - Birch: 0' 0-0, 10' 1-0, 110' 1-0 final", "1 Cedar - Dogwood: scheduled", "3 [W2] - [W1]: scheduled"], RecordingText.Describe(tournament));
        Assert.Equal(["Group A", "Final"], tournament.Schedule.Divisions.Select(division => division.Name));
    }

    [Fact]
    public async Task Older_files_have_scores_and_the_zone_of_the_venue_in_members_of_their_own()
    {
        var tournament = await ReadAsync("rounds-of-old");

        Assert.Equal(
            ["1 Alder - Birch: 0' 0-0, 40' 1-0, 103' 1-1, 135' 1-2, 135' 2-2, 175' 2-2, 3-4 on penalties final", "2 Birch - Cedar: scheduled"],
            RecordingText.Describe(tournament));
        Assert.Equal(["2031-06-14 15:00Z", "?"], RecordingText.Starts(tournament));
        Assert.Equal(["The Grove", "The Park"], tournament.Schedule.Courts.Select(court => court.Name));
        Assert.Equal(["Semi-finals", "Final"], tournament.Schedule.Divisions.Select(division => division.Name));
    }

    [Fact]
    public async Task A_match_that_was_not_simply_played_is_recorded_with_its_outcome()
    {
        var tournament = await ReadAsync("status");

        Assert.Equal(
            [
                "1 Alder - Birch: 110' 0-3 final awarded", "2 Cedar - Dogwood: 0' - cancelled", "3 Alder - Cedar: 0' - cancelled", "4 Birch - Dogwood: 0' - postponed",
                "5 Alder - Dogwood: 0' - abandoned", "6 Birch - Cedar: 0' 0-0, 30' 1-0, 110' 1-0 abandoned", "7 Dogwood - Alder: 0' 0-0, 110' 2-0 final",
                "8 Cedar - Birch: scheduled", "9 Dogwood - Cedar: 0' 0-0, 110' 1-1 final",
            ],
            RecordingText.Describe(tournament));
        Assert.Equal(
            [
                "status.json: match 7 (Dogwood - Alder): the status played is not known, and ignored",
                "status.json: match 8 (Cedar - Birch): it was awarded, but to nobody in this file, and stays scheduled",
            ],
            tournament.Notes.Select(note => note.Message));
        Assert.Null(tournament.Played.Single(match => match.Id.Value == 6).Timeline[^1].Winner);
    }

    [Fact]
    public async Task A_match_keeps_its_number_and_the_others_get_free_ones() => Assert.Equal(
        [
            "1 Alder - Birch: scheduled", "3 Cedar - Dogwood: scheduled", "4 Elm - Fir: scheduled", "61 [W1] - [W2]: scheduled",
            "2 [W61] - [W3]: scheduled",
        ],
        await LinesAsync("numbers"));

    [Fact]
    public void A_number_that_occurs_twice_numbers_no_match() => Assert.Equal(
        [1, 2],
        Parse("""
            {"name":"Cup","matches":[{"num":7,"team1":"A","team2":"B","date":"2031-01-01","round":"1"},{"num":7,"team1":"C","team2":"D","date":"2031-01-01","round":"1"}]}
            """).Schedule.Matches.Select(match => match.Id.Value));

    [Fact]
    public async Task A_score_may_be_a_list_or_only_the_one_after_extra_time() => Assert.Equal(
        [
            "1 Alder - Birch: 0' 0-0, 71' 1-0, 95' 2-0, 110' 2-0 final", "2 Cedar - Dogwood: 0' 0-0, 130' 1-0, 160' 1-0 final",
            "3 Elm - Fir: 0' 0-0, 66' 1-0, 101' 1-1, 175' 1-1, 2-4 on penalties final",
        ],
        await LinesAsync("scores-as-lists"));

    [Fact]
    public async Task A_shoot_out_after_the_second_leg_leaves_the_matchs_score_and_is_noted()
    {
        var tournament = await ReadAsync("two-legs");

        Assert.Equal(
            [
                "1 Alder - Birch: 0' 0-0, 10' 0-1, 86' 0-2, 105' 1-2, 110' 1-2 final", "2 Birch - Alder: 0' 0-0, 19' 1-0, 62' 1-1, 90' 1-2, 175' 1-2 final",
                "3 Birch - Cedar: 0' 0-0, 43' 1-0, 110' 1-0 final",
            ],
            RecordingText.Describe(tournament));
        Assert.Equal(
            ["two-legs.json: match 2 (Birch - Alder): its shoot-out, 3-2, decided two legs and not this match, whose score is 1-2"], tournament.Notes.Select(note => note.Message));
    }

    [Fact]
    public async Task A_shoot_out_of_one_match_decides_it()
    {
        var tournament = await ReadAsync("shoot-outs");

        Assert.Equal(
            ["1 Alder - Birch: 0' 0-0, 9' 1-0, 95' 1-1, 125' 1-2, 153' 2-2, 175' 2-2, 5-4 on penalties final", "2 Cedar - Dogwood: 0' 0-0, 125' 0-0, 2-4 on penalties final"],
            RecordingText.Describe(tournament));
        Assert.Equal([1, 2], tournament.Played.Select(match => match.Timeline[^1].Winner!.Value));
    }

    [Fact]
    public async Task Placeholders_are_labels_and_never_teams()
    {
        var tournament = await ReadAsync("placeholders");

        Assert.Equal(
            [
                "73 [2A] - [2B]: scheduled", "74 [1E] - [3A/B/C/D/F]: scheduled", "89 [W73] - [W74]: scheduled",
                "4 [Winner Group A] - [Runner-up Group B]: scheduled", "5 [Group C winners] - [Best third]: scheduled",
                "6 [UEFA Path A winner] - [Winner Semi-final 1]: scheduled", "7 [L101] - [L102]: scheduled", "8 [N.N.] - [N.N.]: scheduled",
                "9 [TBC] - 1. Elm 1899: scheduled", "10 B36 Birch - Winners Alder: scheduled",
            ],
            RecordingText.Describe(tournament));
    }

    [Fact]
    public async Task A_date_without_a_time_leaves_the_start_open() =>
        Assert.Equal(["?", "?"], RecordingText.Starts(await ReadAsync("dates-only")));

    [Fact]
    public async Task A_match_belongs_to_its_group_else_its_round_else_its_stage_and_other_members_are_ignored()
    {
        var schedule = (await ReadAsync("stages")).Schedule;

        Assert.Equal(["Play-offs", "Matchday 1", "Group A"], schedule.Divisions.Select(division => division.Name));
        Assert.Equal(["The Grove", "The Park", "Unknown ground"], schedule.Courts.Select(court => court.Name));
    }

    [Fact]
    public async Task Goals_that_contradict_the_score_are_left_out_and_noted()
    {
        var tournament = await ReadAsync("contradictions");

        Assert.Equal(["1 Alder - Birch: 0' 0-0, 110' 0-2 final", "2 Cedar - Dogwood: 0' 0-0, 110' 2-0 final"], RecordingText.Describe(tournament));
        Assert.Equal(
            [
                "contradictions.json: match 1 (Alder - Birch): the goals add up to 2-0, but the score is 0-2: it is played without its goals",
                "contradictions.json: match 2 (Cedar - Dogwood): the goals add up to 1-0, but the score is 2-0: it is played without its goals",
            ],
            tournament.Notes.Select(note => note.Message));
    }

    [Fact]
    public void All_faults_of_a_file_are_reported_at_once_with_their_position()
    {
        const string File =
            """
            {"matches":[
              {"team1":"A","team2":7,"date":"1 May","time":"soon","round":"1","score":{"ft":[1]},"goals1":[{"minute":"late"},{"minute":200},{"minute":9,"offset":-1}]},
              4,
              {"team1":"A","team2":"A","date":"2031-01-01","score":{"p":[4,3]},"num":"x"},
              {"team1":"A","team2":"B","date":"2031-01-01","round":"1","score1":1},
              {"team1":"A","team2":"B","date":"2031-01-01","round":"1","score":"2-1"}],
             "rounds":[{"name":"2"},{"name":"3","matches":[{"team1":{"code":"A"},"team2":"B","date":"2031-01-01"}]}]}
            """;

        Assert.Equal(
            [
                "cup.json: 'name' must be a text",
                "cup.json: match 1: 'team2' must be a text",
                "cup.json: match 1: 'date' must be a date such as 2018-06-14, not 1 May",
                "cup.json: match 1: 'time' must be a time such as 18:00, 18:00 UTC+3 or 18:00 CET, not soon",
                "cup.json: match 1: 'ft' must be two whole numbers, neither negative",
                "cup.json: match 1, goal 1 of team 1: 'minute' must be a whole number, or a text such as \"90+2\"",
                "cup.json: match 1, goal 2 of team 1: minute 200+0 cannot be",
                "cup.json: match 1, goal 3 of team 1: 'offset' must not be negative",
                "cup.json: match 2: a match must be an object",
                "cup.json: match 3 (A - A): a team cannot play itself",
                "cup.json: match 3 (A - A): 'round' must be a text",
                "cup.json: match 3 (A - A): there is a shoot-out 'p', but no score 'ft' or 'et' before it",
                "cup.json: match 4 (A - B): of 'score1' and 'score2' one is missing",
                "cup.json: match 5 (A - B): 'score' must be an object, or two whole numbers",
                "cup.json: round 1: a round must be an object with a list 'matches'",
                "cup.json: round 2 (3), match 1: 'name' must be a text",
            ],
            ScheduleFileReader.ReadRecording(Encoding.UTF8.GetBytes(File), "cup.json", TimeZoneInfo.Utc).Error!.Detail.Split('\n'));

        var planned = new ScheduleFileReader().Read(Encoding.UTF8.GetBytes(File), ScheduleFileOptions.Utc);
        Assert.Equal(
            ["name", "matches[0].team2", "matches[0].date", "matches[0].time", "matches[1]", "matches[2].team2", "matches[2].round", "rounds[0]", "rounds[1].matches[0].team1.name"],
            planned.Faults.Select(fault => fault.Path));
    }

    [Fact]
    public void A_score_that_the_server_would_reject_is_reported_before_anything_is_played()
    {
        var error = ScheduleFileReader.ReadRecording(
            Encoding.UTF8.GetBytes(
                """{"name":"Cup","matches":[{"team1":"A","team2":"B","date":"2031-01-01","round":"1","score":[10000,0]},{"team1":"C","team2":"D","date":"2031-01-01","round":"1","score":[0,50000]}]}"""),
            "cup.json", TimeZoneInfo.Utc).Error!;

        Assert.Equal(
            [
                "cup.json: match 1 (A - B): the score 10000-0 can't be: A score cannot be above 9999.",
                "cup.json: match 2 (C - D): the score 0-50000 can't be: A score cannot be above 9999.",
            ],
            error.Detail.Split('\n'));
    }

    [Fact]
    public void No_more_faults_are_reported_than_a_preview_shows()
    {
        var file = $$"""{"name":"Cup","matches":[{{string.Join(',', Enumerable.Repeat("{}", 60))}}]}""";

        var error = ScheduleFileReader.ReadRecording(Encoding.UTF8.GetBytes(file), "cup.json", TimeZoneInfo.Utc).Error!;

        Assert.Equal(FileFault.MaxFaults, error.Detail.Split('\n').Length);
    }

    private static async Task<IEnumerable<string>> LinesAsync(string file) => RecordingText.Describe(await ReadAsync(file));

    private static Task<RecordedTournament> ReadAsync(string file, string timeZone = "UTC") => RecordingText.ReadAsync(FootballFiles.PathOf(file), timeZone);

    private static RecordedTournament Parse(string content) =>
        ScheduleFileReader.ReadRecording(Encoding.UTF8.GetBytes(content), "cup.json", TimeZoneInfo.Utc).Value!;
}
