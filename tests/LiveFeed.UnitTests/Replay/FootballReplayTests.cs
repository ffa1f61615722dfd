using System.Globalization;
using LiveFeed.Api.Replay;
using LiveFeed.Domain.Schedules;
using LiveFeed.UnitTests.ScheduleFiles;

namespace LiveFeed.UnitTests.Replay;

public sealed class FootballReplayTests
{
    private const string WorldCup2018 = "worldcup-2018.json";
    private const int Scorekeepers = 3;

    [Fact]
    public Task Every_change_is_posted_in_the_order_of_play_under_a_claim() => PlayAsync(FootballFiles.PathOf(FootballFiles.Cup), (16, 16 + 41 + 16));

    [DataFact(WorldCup2018)]
    public Task Every_change_of_the_World_Cup_is_posted_in_the_order_of_play_under_a_claim() => PlayAsync(DataFactAttribute.PathOf(WorldCup2018), (64, 64 + 169 + 64));

    private static async Task PlayAsync(string file, (int Matches, int Posts) counts)
    {
        await using var api = await StubApi.StartAsync();
        var tournament = await RecordingText.ReadAsync(file);
        var path = $"/api/events/{tournament.EventId}";
        var options = new ReplayOptions("organizer@example.invalid", "secret") { Scorekeepers = Scorekeepers, RunId = "run" };

        var summary = await new TournamentReplay(api.Http, TimeProvider.System).RunAsync(tournament, options, CancellationToken.None);

        Assert.Equal(counts, (summary.Matches, summary.Posts));
        var posts = api.Of($"POST {path}/scores").ToList();
        var times = posts.Select(post => Step(tournament, post).Change.At).ToList();
        Assert.Equal(times.Order(), times);
        Assert.Equal(Scorekeepers, posts.Select(post => post.Token).Distinct().Count());
        foreach (var match in tournament.Played)
        {
            var calls = api.Calls.Where(call =>
                call.Path == $"{path}/claims/{match.Id}" || (posts.Contains(call) && Step(tournament, call).Match == match));
            var expected = match.Timeline.Select((_, index) => $"run-{match.Id}-{index}").Prepend("POST").Append("DELETE");
            Assert.Equal(expected, calls.Select(call => posts.Contains(call) ? UpdateId(call) : call.Method));
        }
    }

    private static string UpdateId(Call post) => post.Json.GetProperty("clientUpdateId").GetString()!;

    private static ReplayStep Step(RecordedTournament tournament, Call post)
    {
        var (matchId, index) = (int.Parse(UpdateId(post).Split('-')[1], CultureInfo.InvariantCulture), int.Parse(UpdateId(post).Split('-')[2], CultureInfo.InvariantCulture));
        return new ReplayStep(tournament.Played[matchId - 1], index);
    }
}
