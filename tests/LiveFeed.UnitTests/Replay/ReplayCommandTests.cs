using System.CommandLine;
using LiveFeed.Api.Replay;

namespace LiveFeed.UnitTests.Replay;

public sealed class ReplayCommandTests
{
    [Theory]
    [InlineData("none.json --to http://localhost:1 --email a@example.invalid --password p", "none.json: no such file")]
    [InlineData("none.json --to localhost --email a@example.invalid --password p", "--to must be an address")]
    [InlineData("none.json --to http://localhost:1 --email a@example.invalid --password p --speed fast", "--speed must be")]
    [InlineData("none.json --to http://localhost:1 --email a@example.invalid --password p --speed 0", "--speed must be")]
    [InlineData("none.json --to http://localhost:1 --email a@example.invalid --password p --speed NaN", "--speed must be")]
    [InlineData("none.json --to http://localhost:1 --email a@example.invalid --password p --scorekeepers 0", "--scorekeepers must be")]
    [InlineData("none.json --to http://localhost:1 --email a@example.invalid --password p --visibility secret", "--visibility must be")]
    [InlineData("none.json --to http://localhost:1 --email a@example.invalid --password p --event a/b", "--event must be")]
    [InlineData("none.json --to http://localhost:1 --email a@example.invalid --password p --time-zone Moon/Sea", "--time-zone must be")]
    [InlineData("none.json --to http://localhost:1 --email a@example.invalid --password p --from noon", "--from must be")]
    public async Task What_is_wrong_with_the_file_or_an_option_is_one_line_and_exit_code_2(string arguments, string message)
    {
        using var error = new StringWriter();

        var code = await ReplayCommand.Create().Parse(arguments).InvokeAsync(new InvocationConfiguration { Error = error });

        Assert.Equal(2, code);
        Assert.StartsWith(message, error.ToString());
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("[1,0]", 200, 0, "verified: every score is as in the file")]
    [InlineData("[0,1]", 200, 1, "not as in the file: 1 of 1 matches")]
    [InlineData("[1,0]", 422, 1, "the replay stopped at 2030-01-01 00:00; to go on there, give the same command with --from 2030-01-01T00:00:00.000Z")]
    public async Task The_exit_code_says_how_it_ended(string score, int status, int code, string lastLine)
    {
        await using var api = await StubApi.StartAsync();
        api.Winner = 1;
        if (status != 200)
            api.Fail("POST /api/events/cup/scores", status, "invalid_score");
        var file = Path.GetTempFileName();
        var (one, two) = score == "[1,0]" ? ("""[{"minute":9}]""", "[]") : ("[]", """[{"minute":9}]""");
        await File.WriteAllTextAsync(
            file,
            $$"""
            {"name":"Cup","matches":[{"team1":"A","team2":"B","date":"2030-01-01","round":"Final",
              "score":{"ft":{{score}}},"goals1":{{one}},"goals2":{{two}}}]}
            """);
        using var output = new StringWriter();

        var result = await ReplayCommand.Create()
            .Parse([file, "--to", api.Http.BaseAddress!.ToString(), "--email", "a@example.invalid", "--password", "p", "--speed", "max"])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = output });

        File.Delete(file);
        Assert.Equal(code, result);
        var lines = output.ToString().TrimEnd().Split('\n');
        Assert.Equal(lastLine, lines[^1].TrimEnd());
        if (status != 200)
            Assert.Equal("score 0-0 of match 1 (A - B): 422 invalid_score (as requested)", lines[^2].TrimEnd());
    }

    [Fact]
    public async Task A_replay_that_stopped_before_the_first_match_begins_anew()
    {
        await using var api = await StubApi.StartAsync();
        api.Fail("PUT /api/events/tree-cup-2031/schedule", 422, "invalid_schedule");

        var (code, lines) = await RunAsync(api, FootballFiles.PathOf(FootballFiles.Cup));

        Assert.Equal(1, code);
        Assert.Equal(["schedule: 422 invalid_schedule (as requested)", "the replay stopped before the first match; the same command begins anew"], lines.TakeLast(2));
    }

    [Fact]
    public async Task What_the_file_says_beyond_scores_and_the_zone_of_its_times_are_reported_first()
    {
        await using var api = await StubApi.StartAsync();

        var (code, lines) = await RunAsync(api, FootballFiles.PathOf("zones"), "--time-zone", "Europe/Berlin");
        var (_, notes) = await RunAsync(api, FootballFiles.PathOf("two-legs"));

        Assert.Equal(0, code);
        Assert.Equal("3 times have no zone, and are read in Europe/Berlin (--time-zone)", lines[0]);
        Assert.StartsWith("two-legs.json: match 2 (Birch - Alder): its shoot-out", notes[0]);
    }

    [Fact]
    public async Task Every_fault_of_the_file_is_a_line_and_the_server_is_not_asked()
    {
        await using var api = await StubApi.StartAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"name":"Cup","matches":[{"team1":"A"},{"team1":"C","team2":"D","date":"soon","round":"1"}]}""");

        var (code, lines) = await RunAsync(api, file);

        File.Delete(file);
        Assert.Equal((2, 4, 0), (code, lines.Count, api.Calls.Count));
    }

    [Fact]
    public async Task A_replay_that_goes_on_is_verified_as_a_whole()
    {
        await using var api = await StubApi.StartAsync();
        var cup = FootballFiles.PathOf(FootballFiles.Cup);
        await RunAsync(api, cup);

        var (code, lines) = await RunAsync(api, cup, "--from", "2031-06-19T16:00:00Z");
        var (_, over) = await RunAsync(api, cup, "--from", "2032-01-01T00:00Z");

        Assert.Equal(0, code);
        Assert.StartsWith("tree-cup-2031: 1 matches, 8 scores posted", lines[^2]);
        Assert.Equal(["verified: every score is as in the file"], new[] { lines[^1], over[^1] }.Distinct());
    }

    private static async Task<(int Code, IReadOnlyList<string> Lines)> RunAsync(StubApi api, string file, params string[] more)
    {
        using var output = new StringWriter();
        var code = await ReplayCommand.Create()
            .Parse([file, "--to", api.Http.BaseAddress!.ToString(), "--email", "a@example.invalid", "--password", "p", "--speed", "max", .. more])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (code, [.. output.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd())]);
    }
}
