using System.Text;
using LiveFeed.Api.Replay;
using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Scores;
using LiveFeed.Infrastructure.ScheduleFiles;

namespace LiveFeed.UnitTests.Replay;

/// <summary>How a replay handles what goes wrong on the way. That the real API accepts the replay is tested against the real API.</summary>
public sealed class TournamentReplayTests : IAsyncLifetime
{
    private const string Login = "POST /api/auth/login";
    private const string Refresh = "POST /api/auth/refresh";
    private const string Scores = "POST /api/events/cup/scores";
    private const string Claim = "POST /api/events/cup/claims/1";
    private const string Release = "DELETE /api/events/cup/claims/1";

    private static readonly RecordedTournament Cup = ScheduleFileReader.ReadRecording(
        Encoding.UTF8.GetBytes(
            """
            {"name":"Cup","matches":[{"team1":"A","team2":"B","date":"2030-01-01","round":"Final",
              "score":{"ft":[1,0]},"goals1":[{"minute":9}]}]}
            """),
        "cup.json", TimeZoneInfo.Utc).Value!;

    private static readonly ReplayOptions Options = new("organizer@example.invalid", "secret") { RunId = "run" };

    private readonly HurriedTime time = new();
    private StubApi api = null!;

    public async Task InitializeAsync() => api = await StubApi.StartAsync();

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Fact]
    public async Task A_scorekeeper_claims_posts_every_change_and_releases()
    {
        var summary = await RunAsync();

        Assert.Equal((1, 3), (summary.Matches, summary.Posts));
        Assert.Equal([Claim, Scores, Scores, Scores, Release], api.Calls.Select(call => call.Route).SkipWhile(route => route != Claim));
        Assert.Equal(["run-1-0", "run-1-1", "run-1-2"], UpdateIds());
        Assert.Empty(time.Waits);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Tue, 01 Jan 2030 00:01:00 GMT", 60)]
    [InlineData(null, 1)]
    public async Task A_limited_request_is_sent_again_when_the_server_says(string? retryAfter, int seconds)
    {
        api.Fail(Scores, 429, "rate_limited", retryAfter);

        Assert.Equal(3, (await RunAsync()).Posts);

        Assert.Equal([TimeSpan.FromSeconds(seconds)], time.Waits);
        Assert.Equal(["run-1-0", "run-1-0", "run-1-1", "run-1-2"], UpdateIds());
    }

    [Fact]
    public async Task A_server_that_is_out_of_order_or_loses_a_response_gets_the_same_update_again()
    {
        api.Fail(Scores, 503);
        api.LoseResponse(Scores);
        api.Fail(Scores, 500);

        Assert.Equal(3, (await RunAsync()).Posts);

        Assert.Equal(["run-1-0", "run-1-0", "run-1-0", "run-1-0", "run-1-1", "run-1-2"], UpdateIds());
        Assert.Equal(3, time.Waits.Count);
    }

    [Fact]
    public async Task A_server_that_stays_out_of_order_ends_the_replay()
    {
        for (var failure = 0; failure < 7; failure++)
            api.Fail(Scores, 503, "unavailable");

        var error = await Assert.ThrowsAsync<ReplayException>(RunAsync);

        Assert.Equal("score 0-0 of match 1 (A - B): 503 unavailable (as requested)", error.Message);
        Assert.Equal(7, api.Of(Scores).Count());
    }

    [Fact]
    public async Task A_server_out_of_reach_is_reported_by_its_address()
    {
        var address = api.Http.BaseAddress!;
        await api.DisposeAsync();
        using var http = new HttpClient { BaseAddress = address };

        var error = await Assert.ThrowsAsync<ReplayException>(
            () => new TournamentReplay(http, time).RunAsync(Cup, Options, CancellationToken.None));

        Assert.StartsWith($"POST {address}api/auth/login: no response: ", error.Message);
    }

    [Fact]
    public async Task A_rejected_score_names_the_match_and_releases_the_claim()
    {
        api.Fail(Scores, 422, "invalid_score");

        // The system's time: in hurried time, the time to clean up would be over at once.
        var error = await Assert.ThrowsAsync<ReplayException>(
            () => new TournamentReplay(api.Http, TimeProvider.System).RunAsync(Cup, Options, CancellationToken.None));

        Assert.Equal("score 0-0 of match 1 (A - B): 422 invalid_score (as requested)", error.Message);
        Assert.Single(api.Of(Release));
    }

    [Fact]
    public async Task An_interrupted_replay_stops_and_releases_the_claim()
    {
        using var interrupt = new CancellationTokenSource();
        api.Before(Scores, interrupt.Cancel);
        var replay = new TournamentReplay(api.Http, TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => replay.RunAsync(Cup, Options, interrupt.Token));

        Assert.Single(api.Of(Scores));
        Assert.Single(api.Of(Release));
    }

    [Fact]
    public async Task A_rejected_schedule_names_the_position()
    {
        api.Fail("PUT /api/events/cup/schedule", 422, "invalid_schedule", position: "matches[0].team1Id");

        var error = await Assert.ThrowsAsync<ReplayException>(RunAsync);

        Assert.Equal("schedule: 422 invalid_schedule (as requested matches[0].team1Id: wrong)", error.Message);
    }

    [Fact]
    public async Task An_expired_token_is_refreshed_and_the_request_sent_again()
    {
        api.Fail(Scores, 401, "token_expired");

        Assert.Equal(3, (await RunAsync()).Posts);

        Assert.Equal("refresh-2", Assert.Single(api.Of(Refresh)).Json.GetProperty("refreshToken").GetString());
        Assert.Equal(["access-2", "access-3", "access-3", "access-3"], api.Of(Scores).Select(call => call.Token));
    }

    [Fact]
    public async Task If_the_refresh_token_is_of_no_use_the_user_signs_in_again()
    {
        api.Fail(Scores, 401, "token_expired");
        api.Fail(Refresh, 401, "token_revoked");

        Assert.Equal(3, (await RunAsync()).Posts);

        Assert.Equal(3, api.Of(Login).Count());
    }

    [Fact]
    public async Task A_claim_that_has_expired_is_taken_again()
    {
        api.Fail(Scores, 403, "claim_required");

        Assert.Equal(3, (await RunAsync()).Posts);

        Assert.Equal(2, api.Of(Claim).Count());
        Assert.Equal(["run-1-0", "run-1-0", "run-1-1", "run-1-2"], UpdateIds());
    }

    [Fact]
    public async Task A_repeat_of_a_request_whose_response_was_lost_is_no_error()
    {
        api.Fail("POST /api/events", 409, "event_exists");
        api.Fail("POST /api/auth/register", 409, "email_taken");
        api.Fail(Release, 404, "claim_not_found");

        Assert.Equal(3, (await RunAsync()).Posts);

        Assert.Single(api.Of("GET /api/auth/me"));
        Assert.Equal("media", Assert.Single(api.Of("PUT /api/events/cup/members/u1")).Json.GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_wrong_password_ends_the_replay_before_anything_is_made()
    {
        api.Fail(Login, 401, "invalid_credentials");

        var error = await Assert.ThrowsAsync<ReplayException>(RunAsync);

        Assert.Equal("sign-in as organizer@example.invalid: 401 invalid_credentials (as requested)", error.Message);
        Assert.Single(api.Calls);
    }

    [Fact]
    public async Task A_replay_goes_on_from_the_time_that_was_reached()
    {
        var kickOff = Cup.Played[0].Timeline[0].At;
        api.Fail(Scores, 503, "unavailable");
        for (var failure = 0; failure < 6; failure++)
            api.Fail(Scores, 503, "unavailable");
        var stopped = new TournamentReplay(api.Http, time);
        await Assert.ThrowsAsync<ReplayException>(() => stopped.RunAsync(Cup, Options, CancellationToken.None));
        Assert.Equal(kickOff, stopped.Reached);

        var summary = await new TournamentReplay(api.Http, time).RunAsync(
            Cup, Options with { From = kickOff.AddMinutes(9), RunId = "next", Speed = 60 }, CancellationToken.None);

        Assert.Equal((1, 2), (summary.Matches, summary.Posts));
        Assert.Equal(["next-1-0", "next-1-1"], UpdateIds().Skip(7));
        Assert.Equal([Claim, Scores, Scores, Release], api.Calls.Select(call => call.Route).TakeLast(4));
        // The goal is posted at once: what was played before takes no time.
        Assert.Equal(TimeSpan.FromSeconds(110 - 9), time.Waits.Last());
        Assert.Empty(await new TournamentReplay(api.Http, time).VerifyAsync(Cup, Options, CancellationToken.None));
    }

    [Fact]
    public async Task A_replay_from_after_the_end_posts_nothing()
    {
        var summary = await new TournamentReplay(api.Http, time).RunAsync(
            Cup, Options with { From = Cup.Played[0].Timeline[^1].At.AddMinutes(1) }, CancellationToken.None);

        Assert.Equal((0, 0), (summary.Matches, summary.Posts));
        Assert.Empty(api.Of(Scores));
    }

    [Fact]
    public async Task A_cancelled_match_is_posted_without_a_score()
    {
        var cancelled = Cup with { Played = [Cup.Played[0] with { Timeline = [new(Cup.Played[0].Timeline[0].At, [], MatchStatus.Cancelled)] }] };

        await new TournamentReplay(api.Http, time).RunAsync(cancelled, Options, CancellationToken.None);

        var post = Assert.Single(api.Of(Scores)).Json;
        Assert.Equal(("cancelled", 0), (post.GetProperty("status").GetString(), post.GetProperty("sets").GetArrayLength()));
    }

    [Fact]
    public async Task At_a_speed_the_changes_come_in_their_minute()
    {
        await new TournamentReplay(api.Http, time).RunAsync(Cup, Options with { Speed = 60 }, CancellationToken.None);

        Assert.Equal([TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(110 - 9)], time.Waits);
    }

    [Fact]
    public async Task Verifying_reports_every_match_that_is_not_as_in_the_file()
    {
        await RunAsync();
        var replay = new TournamentReplay(api.Http, time);
        var more = Cup with { Played = [Cup.Played[0], Cup.Played[0] with { Id = new(2) }] };
        var other = Cup with { Played = [Cup.Played[0] with { Timeline = [new(default, [new SetScore(0, 1)], MatchStatus.Final)] }] };

        Assert.Empty(await replay.VerifyAsync(Cup, Options, CancellationToken.None));
        Assert.Equal(["match 2 (A - B): no score, expected 1-0"], await replay.VerifyAsync(more, Options, CancellationToken.None));
        Assert.Equal(["match 1 (A - B): score is 1-0, expected 0-1"], await replay.VerifyAsync(other, Options, CancellationToken.None));
    }

    private Task<ReplaySummary> RunAsync() => new TournamentReplay(api.Http, time).RunAsync(Cup, Options, CancellationToken.None);

    private IEnumerable<string?> UpdateIds() => api.Of(Scores).Select(call => call.Json.GetProperty("clientUpdateId").GetString());
}
