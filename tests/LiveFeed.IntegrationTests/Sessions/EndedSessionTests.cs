using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Sessions;

public sealed class EndedSessionTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task The_list_of_sessions_says_when_and_where_each_began_and_which_is_this_one()
    {
        var phone = await SignInAsync("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1");
        var other = await server.Server.SignInAsync(phone.Email, LiveFeedServer.Password);

        var sessions = (await phone.GetAsync("/api/auth/sessions")).Items().ToList();

        // Registration signs in too.
        Assert.Equal(3, sessions.Count);
        var current = Assert.Single(sessions, session => session.GetProperty("current").GetBoolean());
        Assert.Equal("Safari on iPhone", current.Text("device"));
        Assert.Equal(SessionOf(phone), current.Text("id"));
        Assert.Equal(current.When("createdAt"), current.When("lastUsedAt"));
        Assert.Contains(sessions, session => session.Text("id") == SessionOf(other) && session.GetProperty("device").ValueKind == JsonValueKind.Null);

        var refreshed = await server.Nobody.SendAsync("POST", "/api/auth/refresh", RefreshBody(phone), ("User-Agent", "curl/8.5.0"));
        Assert.Equal(SessionOf(phone), SessionOf((await Expect.SuccessAsync(refreshed)).Text("accessToken")!));
        current = (await phone.GetAsync("/api/auth/sessions")).Items().First();
        Assert.Equal("curl/8.5.0", current.Text("device"));
        Assert.True(current.When("createdAt") < current.When("lastUsedAt"));
    }

    [Fact]
    public async Task A_session_that_is_ended_from_another_is_refused_at_once_on_public_reads_too()
    {
        var id = await server.EventAsync();
        var (lost, here) = await TwoAsync();
        await Expect.SuccessAsync(await lost.Http.GetAsync($"/api/events/{id}"));

        Assert.Equal(204, (int)(await here.DeleteAsync($"/api/auth/sessions/{SessionOf(lost)}")).StatusCode);

        foreach (var path in new[] { "/api/auth/me", $"/api/events/{id}", $"/api/events/{id}/feed", $"/api/events/{id}/stream" })
            await Expect.ProblemAsync(await lost.Http.GetAsync(path), 401, "session_ended");
        await Expect.ProblemAsync(await lost.PostAsync($"/api/events/{id}/claims/1"), 401, "session_ended");
        await Expect.ProblemAsync(await server.Server.RefreshAsync(lost.RefreshToken), 401, "invalid_refresh_token");
        await Expect.SuccessAsync(await here.Http.GetAsync("/api/auth/me"));
        Assert.DoesNotContain((await here.GetAsync("/api/auth/sessions")).Items(), session => session.Text("id") == SessionOf(lost));
        await Expect.ProblemAsync(await here.DeleteAsync($"/api/auth/sessions/{SessionOf(lost)}"), 404, "session_not_found");
    }

    [Fact]
    public async Task Logout_ends_the_access_token_too()
    {
        var (user, _) = await TwoAsync();

        await Expect.SuccessAsync(await server.Nobody.SendAsync("POST", "/api/auth/logout", RefreshBody(user)));

        await Expect.ProblemAsync(await user.Http.GetAsync("/api/auth/me"), 401, "session_ended");
    }

    [Fact]
    public async Task Ending_all_others_leaves_this_session_and_those_of_other_users()
    {
        var (first, here) = await TwoAsync();
        var second = await server.Server.SignInAsync(here.Email, LiveFeedServer.Password);

        Assert.Equal(204, (int)(await here.DeleteAsync("/api/auth/sessions")).StatusCode);

        foreach (var ended in new[] { first, second })
        {
            await Expect.ProblemAsync(await ended.Http.GetAsync("/api/auth/me"), 401, "session_ended");
            await Expect.ProblemAsync(await server.Server.RefreshAsync(ended.RefreshToken), 401, "invalid_refresh_token");
        }

        await Expect.SuccessAsync(await here.Http.GetAsync("/api/auth/me"));
        await Expect.SuccessAsync(await server.Server.RefreshAsync(here.RefreshToken));
        await Expect.SuccessAsync(await server.Media.Http.GetAsync("/api/auth/me"));
    }

    [Fact]
    public async Task Nobody_can_end_the_session_of_another_user()
    {
        var (user, _) = await TwoAsync();

        await Expect.ProblemAsync(await server.Admin.DeleteAsync($"/api/auth/sessions/{SessionOf(user)}"), 404, "session_not_found");

        await Expect.SuccessAsync(await user.Http.GetAsync("/api/auth/me"));
        foreach (var (method, path) in new[] { ("GET", ""), ("DELETE", ""), ("DELETE", "/" + SessionOf(user)) })
            await Expect.ProblemAsync(await server.Nobody.SendAsync(method, "/api/auth/sessions" + path), 401, "token_required");
    }

    [Theory]
    [InlineData("id")]
    [InlineData("others")]
    [InlineData("logout")]
    public async Task The_streams_of_an_ended_session_say_goodbye_and_no_others_do(string how)
    {
        var id = await server.EventAsync();
        var (user, here) = await TwoAsync();
        await using var stream = await StreamClient.OpenAsync(user.Http, $"/api/events/{id}/stream");
        var ticket = (await Expect.SuccessAsync(await user.PostAsync("/api/streams/tickets"))).Text("ticket");
        await using var byTicket = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{id}/stream?ticket={ticket}");
        await using var other = await StreamClient.OpenAsync(here.Http, $"/api/events/{id}/stream");
        await using var anonymous = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{id}/stream");

        await Expect.SuccessAsync(how switch
        {
            "id" => await here.DeleteAsync($"/api/auth/sessions/{SessionOf(user)}"),
            "others" => await here.DeleteAsync("/api/auth/sessions"),
            _ => await server.Nobody.SendAsync("POST", "/api/auth/logout", RefreshBody(user)),
        });

        foreach (var ended in new[] { stream, byTicket })
        {
            Assert.Equal("session_ended", (await ended.UntilAsync(item => item.Type == "bye")).Data.Text("code"));
            Assert.Null(await ended.NextAsync());
        }

        await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{id}", new { name = "Next" }));
        foreach (var open in new[] { other, anonymous })
            Assert.Equal("Next", (await open.UntilAsync(item => item.Kind == "event-update")).Data.Text("name"));
    }

    [Fact]
    public async Task A_ticket_of_an_ended_session_opens_nothing()
    {
        var id = await server.EventAsync();
        var (user, here) = await TwoAsync();
        var ticket = (await Expect.SuccessAsync(await user.PostAsync("/api/streams/tickets"))).Text("ticket");

        await Expect.SuccessAsync(await here.DeleteAsync("/api/auth/sessions"));

        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}/stream?ticket={ticket}"), 401, "invalid_ticket");
    }

    [Fact]
    public async Task A_poll_that_waits_while_its_session_ends_gets_nothing()
    {
        var id = await server.EventAsync(visibility: "members");
        var media = await server.Server.SignInAsync(server.Media.Email, LiveFeedServer.Password);
        var here = await server.Server.SignInAsync(server.Media.Email, LiveFeedServer.Password);
        var cursor = (await media.GetAsync($"/api/events/{id}/feed")).Text("cursor");
        var waiting = media.Http.GetAsync($"/api/events/{id}/feed?after={cursor}&wait=25");

        await Expect.SuccessAsync(await here.DeleteAsync($"/api/auth/sessions/{SessionOf(media)}"));
        await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{id}", new { name = "Secret" }));

        await Expect.ProblemAsync(await waiting, 401, "session_ended");
    }

    [Fact]
    public async Task Another_instance_refuses_an_ended_session_and_closes_its_streams()
    {
        await using var first = await LiveFeedServer.StartAsync();
        await using var second = await LiveFeedServer.OverAsync(first.DataDirectory, "Feed:TailCheck=00:00:00.100");
        await (await first.AdminAsync()).CreateEventAsync("cup");
        var user = await first.RegisterAsync("Jo");
        using var there = second.Client();
        there.DefaultRequestHeaders.Authorization = user.Http.DefaultRequestHeaders.Authorization;
        await using var stream = await StreamClient.OpenAsync(there, "/api/events/cup/stream");

        await Expect.SuccessAsync(await first.Http.SendAsync("POST", "/api/auth/logout", RefreshBody(user)));

        Assert.Equal("session_ended", (await stream.UntilAsync(item => item.Type == "bye")).Data.Text("code"));
        await Expect.ProblemAsync(await there.GetAsync("/api/auth/me"), 401, "session_ended");
    }

    [Fact]
    public async Task A_session_that_was_ended_stays_so_after_a_restart()
    {
        await using var own = await LiveFeedServer.StartAsync();
        var user = await own.RegisterAsync("Jo");
        await Expect.SuccessAsync(await own.Http.SendAsync("POST", "/api/auth/logout", RefreshBody(user)));

        await own.RestartAsync();

        await Expect.ProblemAsync(await user.Http.GetAsync("/api/auth/me"), 401, "session_ended");
    }

    /// <summary>Whoever has copied the refresh token has an access token by now.</summary>
    [Fact]
    public async Task A_late_second_use_of_a_refresh_token_ends_the_access_tokens_of_its_family_too()
    {
        await using var strict = await LiveFeedServer.StartAsync("Jwt:RefreshGrace=00:00:00");
        var user = await strict.RegisterAsync("Jo");
        var access = (await Expect.SuccessAsync(await strict.RefreshAsync(user.RefreshToken))).Text("accessToken");

        await Expect.ProblemAsync(await strict.RefreshAsync(user.RefreshToken), 401, "invalid_refresh_token");

        await Expect.ProblemAsync(await strict.Http.SendAsync("GET", "/api/auth/me", null, ("Authorization", "Bearer " + access)), 401, "session_ended");
    }

    private static string SessionOf(ApiUser user) => SessionOf(user.AccessToken);

    private static string SessionOf(string accessToken)
    {
        var payload = accessToken.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonDocument.Parse(Convert.FromBase64String(payload + new string('=', (4 - (payload.Length % 4)) % 4))).RootElement.Text("sid")!;
    }

    private static string RefreshBody(ApiUser user) => JsonSerializer.Serialize(new { refreshToken = user.RefreshToken });

    /// <summary>Returns two sessions of a new user.</summary>
    private async Task<(ApiUser First, ApiUser Second)> TwoAsync()
    {
        var first = await server.Server.RegisterAsync("Jo");
        return (first, await server.Server.SignInAsync(first.Email, LiveFeedServer.Password));
    }

    private async Task<ApiUser> SignInAsync(string userAgent)
    {
        var user = await server.Server.RegisterAsync("Jo");
        var credentials = JsonSerializer.Serialize(new { email = user.Email, password = LiveFeedServer.Password });
        var session = await Expect.SuccessAsync(await server.Nobody.SendAsync("POST", "/api/auth/login", credentials, ("User-Agent", userAgent)));
        return new ApiUser(server.Server.Client(), user.Id, user.Email, session.Text("accessToken")!, session.Text("refreshToken")!);
    }
}
