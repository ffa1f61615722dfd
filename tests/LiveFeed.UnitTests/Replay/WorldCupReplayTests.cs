using System.Globalization;
using LiveFeed.Api.Replay;
using LiveFeed.Domain.Schedules;
using LiveFeed.Infrastructure.ScheduleFiles;

namespace LiveFeed.UnitTests.Replay;

public sealed class WorldCupReplayTests
{
    private const string WorldCup2018 = "worldcup-2018.json";
    private const string Claims = "/api/events/world-cup-2018/claims/";
    private const int Scorekeepers = 3;

    [DataFact(WorldCup2018)]
    public async Task Every_change_is_posted_in_the_order_of_play_under_a_claim()
    {
        await using var api = await StubApi.StartAsync();
        var tournament = (await new ScheduleFileReader().ReadRecordingAsync(DataFactAttribute.PathOf(WorldCup2018), CancellationToken.None)).Value!;
        var options = new ReplayOptions("organizer@example.invalid", "secret") { Scorekeepers = Scorekeepers, RunId = "run" };

        var summary = await new TournamentReplay(api.Http, TimeProvider.System).RunAsync(tournament, options, CancellationToken.None);

        Assert.Equal((64, 64 + 169 + 64), (summary.Matches, summary.Posts));
        var posts = api.Of("POST /api/events/world-cup-2018/scores").ToList();
        var times = posts.Select(post => Step(tournament, post).Change.At).ToList();
        Assert.Equal(times.Order(), times);
        Assert.Equal(Scorekeepers, posts.Select(post => post.Token).Distinct().Count());
        foreach (var match in tournament.Played)
        {
            var calls = api.Calls.Where(call =>
                call.Path == Claims + match.Id || (posts.Contains(call) && Step(tournament, call).Match == match));
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
