using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Sessions;

public sealed class PasswordChangeTests(ContractServer server) : IClassFixture<ContractServer>
{
    private const string Next = "another-long-password";

    [Fact]
    public async Task A_changed_password_ends_all_other_sessions_and_is_the_only_one_from_then_on()
    {
        var other = await server.Server.RegisterAsync("Jo");
        var here = await server.Server.SignInAsync(other.Email, LiveFeedServer.Password);

        Assert.Equal(204, (int)(await ChangeAsync(here, LiveFeedServer.Password, Next)).StatusCode);

        await Expect.ProblemAsync(await other.Http.GetAsync("/api/auth/me"), 401, "session_ended");
        await Expect.ProblemAsync(await server.Server.RefreshAsync(other.RefreshToken), 401, "invalid_refresh_token");
        await Expect.SuccessAsync(await here.Http.GetAsync("/api/auth/me"));
        await Expect.SuccessAsync(await server.Server.RefreshAsync(here.RefreshToken));
        await Expect.ProblemAsync(await server.Server.LogInAsync(here.Email, LiveFeedServer.Password), 401, "invalid_credentials");
        await Expect.SuccessAsync(await server.Server.LogInAsync(here.Email, Next));
    }

    [Fact]
    public async Task Without_the_current_password_nothing_changes()
    {
        var other = await server.Server.RegisterAsync("Jo");
        var here = await server.Server.SignInAsync(other.Email, LiveFeedServer.Password);

        var problem = await Expect.ProblemAsync(await ChangeAsync(here, "not-the-password", Next), 403, "wrong_password");

        Assert.Equal(["currentPassword"], problem.Positions());
        await Expect.SuccessAsync(await other.Http.GetAsync("/api/auth/me"));
        await Expect.SuccessAsync(await server.Server.LogInAsync(here.Email, LiveFeedServer.Password));
        await Expect.ProblemAsync(await server.Nobody.SendAsync("PUT", "/api/auth/password", """{"currentPassword":"a","newPassword":"b"}"""), 401, "token_required");
    }

    [Theory]
    [InlineData("ninechars")]
    [InlineData("1234567890")]
    public async Task A_new_password_follows_the_rules_of_registration(string password)
    {
        var user = await server.Server.RegisterAsync("Jo");

        Assert.Equal(["newPassword"], (await Expect.ProblemAsync(await ChangeAsync(user, LiveFeedServer.Password, password), 400, "invalid_request")).Positions());
    }

    [Fact]
    public async Task Guessing_the_current_password_is_limited_as_signing_in_is()
    {
        await using var limited = await LiveFeedServer.StartAsync("RateLimits:Enabled=true", "RateLimits:Account:Permits=3", "RateLimits:Account:Period=01:00:00");
        var user = await limited.RegisterAsync("Jo");

        // Registration and sign-in took one each.
        await Expect.ProblemAsync(await ChangeAsync(user, "not-the-password", Next), 403, "wrong_password");
        await Expect.ProblemAsync(await ChangeAsync(user, LiveFeedServer.Password, Next), 429, "rate_limited");
    }

    private static Task<HttpResponseMessage> ChangeAsync(ApiUser user, string currentPassword, string newPassword) =>
        user.PutAsync("/api/auth/password", new { currentPassword, newPassword });
}
