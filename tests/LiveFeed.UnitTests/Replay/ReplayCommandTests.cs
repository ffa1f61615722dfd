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
    [InlineData("[1,0]", 422, 1, "score 0-0 of match 1 (A - B): 422 invalid_score (as requested)")]
    public async Task The_exit_code_says_how_it_ended(string score, int status, int code, string lastLine)
    {
        await using var api = await StubApi.StartAsync();
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
        Assert.Equal(lastLine, output.ToString().TrimEnd().Split('\n')[^1].TrimEnd());
    }
}
