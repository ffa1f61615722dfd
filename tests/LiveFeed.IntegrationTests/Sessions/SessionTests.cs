using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Sessions;

public sealed class SessionTests(ContractServer server) : IClassFixture<ContractServer>
{
    private const string AccessCookie = "livefeed_access";
    private const string RefreshCookie = "livefeed_refresh";

    private HttpClient Nobody => server.Nobody;

    [Fact]
    public async Task Registration_returns_the_new_user_and_never_the_password()
    {
        var email = NewEmail();
        var response = await Register(email, "Jo Ωmega");

        Assert.Equal(201, (int)response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        var user = JsonDocument.Parse(text).RootElement;
        Assert.Equal("Jo Ωmega", user.Text("displayName"));
        Assert.Equal(email, user.Text("email"));
        Assert.Equal("user", user.Text("role"));
        Assert.NotEmpty(user.Text("id")!);
        Assert.DoesNotContain("password", text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Some keyboards send an accent as a separate character.</summary>
    [Fact]
    public async Task A_display_name_is_returned_in_the_composed_form()
    {
        var user = await Expect.SuccessAsync(await Register(NewEmail(), "Jose\u0301"));

        Assert.Equal("Jos\u00E9", user.Text("displayName"));
    }

    [Fact]
    public async Task A_display_name_is_returned_without_what_turns_the_text_around_it() =>
        Assert.Equal("nimdA", (await Expect.SuccessAsync(await Register(NewEmail(), "\u202EnimdA "))).Text("displayName"));

    [Fact]
    public async Task An_address_has_one_account_however_it_is_written()
    {
        var email = NewEmail();
        await Expect.SuccessAsync(await Register(email));

        var problem = await Expect.ProblemAsync(await Register(email.ToUpperInvariant()), 409, "email_taken");

        Assert.Equal(["email"], problem.Positions());
    }

    [Theory]
    [InlineData("not-an-address", LiveFeedServer.Password, "Jo", "email")]
    [InlineData("jo@example.org", "short", "Jo", "password")]
    [InlineData("jo@example.org", LiveFeedServer.Password, " ", "displayName")]
    [InlineData("jo@example.org", LiveFeedServer.Password, "Jo\nScorer", "displayName")]
    [InlineData("jo@exam\u0000ple.org", LiveFeedServer.Password, "Jo", "email")]
    [InlineData("jo@example.org\u200B", LiveFeedServer.Password, "Jo", "email")]
    [InlineData("jo@example.org", "ninechars", "Jo", "password")]
    [InlineData("jo@example.org", "1234567890", "Jo", "password")]
    [InlineData("jo@example.org", LiveFeedServer.Password, "\u200B\u3164", "displayName")]
    [InlineData("jo@example.org", LiveFeedServer.Password, "Administrator", "displayName")]
    public async Task Registration_reports_which_field_is_wrong(string email, string password, string displayName, string field)
    {
        var response = await Nobody.SendAsync("POST", "/api/auth/register", JsonSerializer.Serialize(new { email, password, displayName }));

        Assert.Equal([field], (await Expect.ProblemAsync(response, 400, "invalid_request")).Positions());
    }

    [Fact]
    public async Task Login_returns_tokens_their_lifetime_and_the_user()
    {
        var response = await Login(server.Media.Email);

        Assert.Equal("no-store", response.Header("Cache-Control"));
        var session = await Expect.SuccessAsync(response);
        Assert.Equal(3600, session.Number("expiresIn"));
        Assert.Equal(server.Media.Id, session.GetProperty("user").Text("id"));
        Assert.Equal(3, session.Text("accessToken")!.Split('.').Length);
        Assert.NotEmpty(session.Text("refreshToken")!);
    }

    [Fact]
    public async Task Login_responds_the_same_for_an_unknown_user_and_a_wrong_password()
    {
        var unknown = await Login(NewEmail());
        var wrong = await Login(server.Media.Email, "a-wrong-password");

        Assert.Equal(Headers(unknown), Headers(wrong));
        var (first, second) = (
            await Expect.ProblemAsync(unknown, 401, "invalid_credentials"), await Expect.ProblemAsync(wrong, 401, "invalid_credentials"));
        Assert.Equal(WithoutTrace(first), WithoutTrace(second));

        static IEnumerable<string> Headers(HttpResponseMessage response) =>
            response.Headers.Concat(response.Content.Headers).Select(header => header.Key).Where(name => name != "Date").Order();

        static IEnumerable<string> WithoutTrace(JsonElement problem) =>
            problem.EnumerateObject().Where(member => member.Name != "traceId").Select(member => member.ToString());
    }

    [Fact]
    public async Task Me_is_the_signed_in_user()
    {
        var me = await server.Coach.GetAsync("/api/auth/me");

        Assert.Equal(server.Coach.Id, me.Text("id"));
        Assert.Equal(server.Coach.Email, me.Text("email"));
        Assert.Equal("Carl Coach", me.Text("displayName"));
        Assert.Equal("admin", (await server.Admin.GetAsync("/api/auth/me")).Text("role"));
        await Expect.ProblemAsync(await Nobody.GetAsync("/api/auth/me"), 401, "token_required");
    }

    [Fact]
    public async Task A_refresh_token_is_exchanged_for_the_next_one_and_a_token_that_works()
    {
        var first = await SessionAsync();

        var second = await Expect.SuccessAsync(await Refresh(first.Text("refreshToken")!));

        Assert.NotEqual(first.Text("refreshToken"), second.Text("refreshToken"));
        Assert.NotEqual(first.Text("accessToken"), second.Text("accessToken"));
        var me = await Nobody.SendAsync("GET", "/api/auth/me", null, ("Authorization", "Bearer " + second.Text("accessToken")));
        Assert.Equal(server.Media.Id, (await Expect.SuccessAsync(me)).Text("id"));
        await Expect.SuccessAsync(await Refresh(second.Text("refreshToken")!));
    }

    [Theory]
    [InlineData("""{"refreshToken":"never-issued"}""")]
    [InlineData("""{"refreshToken":""}""")]
    [InlineData("""{"refreshToken":null}""")]
    [InlineData("{}")]
    [InlineData(null)]
    public async Task A_text_that_is_no_refresh_token_is_rejected(string? body) =>
        await Expect.ProblemAsync(await Nobody.SendAsync("POST", "/api/auth/refresh", body), 401, "invalid_refresh_token");

    [Fact]
    public async Task Logout_ends_the_session_and_may_be_repeated()
    {
        var token = (await SessionAsync()).Text("refreshToken")!;
        var body = JsonSerializer.Serialize(new { refreshToken = token });

        Assert.Equal(204, (int)(await Nobody.SendAsync("POST", "/api/auth/logout", body)).StatusCode);

        await Expect.ProblemAsync(await Refresh(token), 401, "invalid_refresh_token");
        Assert.Equal(204, (int)(await Nobody.SendAsync("POST", "/api/auth/logout", body)).StatusCode);
    }

    [Fact]
    public async Task A_browsers_tokens_travel_in_cookies_that_scripts_and_other_sites_cannot_use()
    {
        var response = await Login(server.Media.Email, LiveFeedServer.Password, "?cookies=true");

        var cookies = response.Headers.GetValues("Set-Cookie").ToDictionary(cookie => cookie[..cookie.IndexOf('=')]);
        Assert.Equal([AccessCookie, RefreshCookie], cookies.Keys.Order());
        foreach (var cookie in cookies.Values)
        {
            var flags = cookie.Split("; ").Select(flag => flag.ToLowerInvariant()).ToList();
            Assert.Contains("httponly", flags);
            Assert.Contains("secure", flags);
            Assert.Contains("samesite=strict", flags);
            Assert.Contains(flags, flag => flag.StartsWith("max-age=", StringComparison.Ordinal));
        }

        Assert.Contains("path=/api;", cookies[AccessCookie]);
        Assert.Contains("path=/api/auth;", cookies[RefreshCookie]);
        var session = await Expect.SuccessAsync(response);
        Assert.True(!session.TryGetProperty("refreshToken", out var token) || token.ValueKind == JsonValueKind.Null);
        Assert.NotEmpty(session.Text("accessToken")!);
    }

    [Fact]
    public async Task Cookies_are_kept_over_plain_http_only_if_the_setting_allows_it()
    {
        await using var hall = await LiveFeedServer.StartAsync("Auth:AllowInsecureCookies=true", "Proxies:0=127.0.0.1");
        var user = await hall.RegisterAsync("Jo");
        var credentials = JsonSerializer.Serialize(new { email = user.Email, password = LiveFeedServer.Password });

        var http = await hall.Http.SendAsync("POST", "/api/auth/login?cookies=true", credentials);
        var https = await hall.Http.SendAsync("POST", "/api/auth/login?cookies=true", credentials, ("X-Forwarded-Proto", "https"));

        Assert.All(http.Headers.GetValues("Set-Cookie"), cookie => Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(https.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.True((await hall.Http.GetAsync("/api/auth/cookies").JsonAsync()).GetProperty("kept").GetBoolean());
        Assert.False((await Nobody.GetAsync("/api/auth/cookies").JsonAsync()).GetProperty("kept").GetBoolean());
    }

    [Fact]
    public async Task Without_being_asked_for_cookies_login_sets_none() =>
        Assert.Null((await Login(server.Media.Email)).Header("Set-Cookie"));

    [Fact]
    public async Task A_browser_refreshes_and_signs_out_by_its_cookie()
    {
        var cookie = CookieOf(await Login(server.Media.Email, LiveFeedServer.Password, "?cookies=true"), RefreshCookie);

        var refreshed = await Nobody.SendAsync("POST", "/api/auth/refresh", null, ("Cookie", cookie));
        var next = CookieOf(refreshed, RefreshCookie);
        Assert.Equal(JsonValueKind.Null, (await Expect.SuccessAsync(refreshed)).GetProperty("refreshToken").ValueKind);
        Assert.NotEqual(cookie, next);

        var signedOut = await Nobody.SendAsync("POST", "/api/auth/logout", null, ("Cookie", next));
        Assert.Equal(204, (int)signedOut.StatusCode);
        Assert.All(signedOut.Headers.GetValues("Set-Cookie"), cleared => Assert.Contains("expires=Thu, 01 Jan 1970", cleared));
        await Expect.ProblemAsync(await Nobody.SendAsync("POST", "/api/auth/refresh", null, ("Cookie", next)), 401, "invalid_refresh_token");
    }

    [Fact]
    public async Task The_access_cookie_alone_cannot_write()
    {
        var id = await server.EventAsync();
        var cookie = CookieOf(await Login(server.Media.Email, LiveFeedServer.Password, "?cookies=true"), AccessCookie);

        var response = await Nobody.SendAsync("POST", $"/api/events/{id}/claims/1", "{}", ("Cookie", cookie));

        await Expect.ProblemAsync(response, 401, "token_required");
        await Expect.ProblemAsync(await Nobody.GetAsync($"/api/events/{id}/claims/1"), 404, "claim_not_found");
    }

    [Fact]
    public async Task Others_see_display_names_and_never_addresses()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0));

        foreach (var path in new[] { "claims", "scores", "scores/1/history", "feed", "members", "export" })
        {
            var text = await server.Admin.Http.GetStringAsync($"/api/events/{id}/{path}");
            Assert.DoesNotContain("@", text);
        }

        Assert.Contains("Mia Media", await Nobody.GetStringAsync($"/api/events/{id}/claims"));
    }

    private static string NewEmail() => $"{Guid.NewGuid():N}@example.org";

    private static string CookieOf(HttpResponseMessage response, string name) =>
        response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal)).Split(';')[0];

    private Task<HttpResponseMessage> Register(string email, string displayName = "Jo") =>
        Nobody.SendAsync("POST", "/api/auth/register", JsonSerializer.Serialize(new { email, password = LiveFeedServer.Password, displayName }));

    private Task<HttpResponseMessage> Login(string email, string password = LiveFeedServer.Password, string query = "") =>
        Nobody.SendAsync("POST", "/api/auth/login" + query, JsonSerializer.Serialize(new { email, password }));

    private Task<HttpResponseMessage> Refresh(string refreshToken) =>
        Nobody.SendAsync("POST", "/api/auth/refresh", JsonSerializer.Serialize(new { refreshToken }));

    private async Task<JsonElement> SessionAsync() => await Expect.SuccessAsync(await Login(server.Media.Email));
}
