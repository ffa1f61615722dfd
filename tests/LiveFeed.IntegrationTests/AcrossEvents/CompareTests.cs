using System.Globalization;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Scores;
using LiveFeed.IntegrationTests.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.AcrossEvents;

public sealed class CompareTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task Events_are_compared_by_what_their_matches_say()
    {
        var now = server.Time.GetUtcNow();
        var id = await server.PlannedAsync($$"""
            {"teams":[{"id":1,"name":"Red"},{"id":2,"name":"Blue"},{"id":3,"name":"Green"}],"matches":[
            {"id":1,"team1Id":1,"team2Id":2,"startsAt":"{{At(now)}}"},{"id":2,"team1Id":2,"team2Id":3,"startsAt":"{{At(now.AddHours(1))}}"},
            {"id":3,"team1Id":1,"team2Id":3},{"id":4,"team1Id":1,"team2Id":2},{"id":5,"team1Id":1,"team2Id":2},{"id":6,"team1Id":1,"team2Label":"Somebody"}]}
            """, bestOf: 3);
        var other = await server.PlannedAsync("""{"teams":[{"id":5,"name":"RED"},{"id":6,"name":"Yellow"}],"matches":[{"id":1,"team1Id":6,"team2Id":5}]}""", bestOf: 3);
        // Match 1 starts 4 minutes late and takes 50 minutes, match 2 starts 10 minutes early and takes 30.
        server.Time.Advance(TimeSpan.FromMinutes(4));
        await server.PlayAsync(id, 1, "0-0", "inProgress");
        server.Time.Advance(TimeSpan.FromMinutes(46));
        await server.PlayAsync(id, 2, "0-0", "inProgress");
        server.Time.Advance(TimeSpan.FromMinutes(4));
        await server.PlayAsync(id, 1, "25-20 25-23");
        server.Time.Advance(TimeSpan.FromMinutes(26));
        await server.PlayAsync(id, 2, "20-25 25-20 16-14");
        await server.PlayAsync(id, 3, "", outcome: new { kind = "walkover", winner = 1 });
        await server.PlayAsync(id, 4, "3-1", "inProgress");
        await server.PlayAsync(id, 5, "", "cancelled");
        await server.PlayAsync(other, 1, "25-10 25-10");

        var compared = await server.Nobody.GetAsync($"/api/compare?event={id}&event={other}").JsonAsync();

        var first = compared.GetProperty("events")[0];
        Assert.Equal((id, "volleyball", 3), (first.Text("id"), first.Text("sport"), first.Number("teams")));
        Assert.Equal("""{"total":6,"scheduled":1,"inProgress":1,"final":3,"cancelled":1,"postponed":0,"suspended":0,"abandoned":0}""", first.GetProperty("matches").GetRawText());
        // 93 points in match 1, 120 in match 2: 106.5 on average.
        Assert.Equal(106.5m, first.GetProperty("pointsPerMatch").GetDecimal());
        Assert.Equal("""[{"won":2,"lost":0,"matches":1},{"won":2,"lost":1,"matches":1}]""", first.GetProperty("setResults").GetRawText());
        Assert.Equal(("Blue", "Green", 2), (first.GetProperty("closestMatch").Text("team1"), first.GetProperty("closestMatch").Text("team2"), first.GetProperty("closestMatch").Number("id")));
        Assert.Equal((1, 50 * 60), (first.GetProperty("longestMatch").Number("id"), first.Number("longestSeconds")));
        Assert.Equal((1, 0.333m), (first.Number("walkovers"), first.GetProperty("walkoverShare").GetDecimal()));
        // 4 minutes late and 10 minutes early: 3 minutes early on average.
        Assert.Equal((-180, 2), (first.Number("startDelaySeconds"), first.Number("startsKnown")));
        // Red won 2-0 with 50:43 and by a walkover, which counts 3-0 and 75:0 by these standings; then it lost 0-2.
        var common = Assert.Single(compared.GetProperty("common").EnumerateArray());
        Assert.Equal("Red", common.Text("name"));
        Assert.Equal(
            $$"""[{"event":"{{id}}","played":2,"won":2,"drawn":0,"lost":0,"points":6,"for":125,"against":43,"setsWon":5,"setsLost":0},{"event":"{{other}}","played":1,"won":0,"drawn":0,"lost":1,"points":0,"for":20,"against":50,"setsWon":0,"setsLost":2}]""",
            common.GetProperty("events").GetRawText());
    }

    [Fact]
    public async Task What_nobody_has_played_yet_is_null()
    {
        var (one, other) = (await server.EventAsync(2), await server.EventAsync(0, sport: "football"));

        var compared = await server.Nobody.GetAsync($"/api/compare?event={one}&event={other}").JsonAsync();

        Assert.Empty(compared.GetProperty("common").EnumerateArray());
        Assert.All(compared.GetProperty("events").EnumerateArray(), view => Assert.All(
            ["pointsPerMatch", "closestMatch", "longestMatch", "longestSeconds", "walkoverShare", "startDelaySeconds"], name => Assert.Equal("null", view.GetProperty(name).GetRawText())));
    }

    [Fact]
    public async Task A_match_whose_first_revisions_were_removed_has_no_start()
    {
        var id = await server.PlannedAsync($$"""{"teams":[{"id":1,"name":"A"},{"id":2,"name":"B"}],"matches":[{"id":1,"team1Id":1,"team2Id":2,"startsAt":"{{At(server.Time.GetUtcNow())}}"}]}""");
        await server.PlayAsync(id, 1, "1-0", "inProgress");
        server.Time.Advance(TimeSpan.FromMinutes(5));
        await server.PlayAsync(id, 1, "2-0", "inProgress");
        server.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await StartsAsync());

        await using (var scope = server.Server.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RemoveOldRevisions(EventId.From(id), server.Time.GetUtcNow().AddMinutes(-6)));
        await server.PlayAsync(id, 1, "3-0", "inProgress");

        Assert.Equal(0, await StartsAsync());

        async Task<int> StartsAsync() => (await server.Nobody.GetAsync($"/api/compare?event={id}&event={await server.EventAsync(0)}").JsonAsync()).GetProperty("events")[0].Number("startsKnown");
    }

    [Fact]
    public async Task Every_event_must_be_one_that_the_reader_may_read()
    {
        var (open, closed) = (await server.EventAsync(1), await server.EventAsync(1, "members"));

        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/compare?event={open}&event={closed}"), 401, "token_required");
        await Expect.ProblemAsync(await server.Stranger.Http.GetAsync($"/api/compare?event={closed}&event={open}"), 403, "not_a_member");
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/compare?event={open}&event=none"), 404, "event_not_found");
        await Expect.SuccessAsync(await server.Spectator.Http.GetAsync($"/api/compare?event={closed}&event={open}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("event=a")]
    [InlineData("event=a&event=a")]
    [InlineData("event=a&event=b&event=c&event=d&event=e&event=f&event=g&event=h&event=i")]
    public async Task Two_to_eight_events_are_compared(string query) =>
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/compare?{query}"), 400, "invalid_request");

    private static string At(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
