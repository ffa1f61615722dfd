using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Sessions;

/// <summary>Whoever forgot a password gets a link from an administrator, who never learns the new password.</summary>
public sealed class PasswordResetTests(PasswordResetTests.ShortLinks server) : IClassFixture<PasswordResetTests.ShortLinks>
{
    private const string Path = "/api/auth/password-reset";
    private const string Next = "another-long-password";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_gives_a_new_password_once_and_ends_all_sessions(bool byEmail)
    {
        var user = await server.Server.RegisterAsync("Jo");
        var made = await MakeAsync(byEmail ? new { email = user.Email.ToUpperInvariant() } : new { userId = user.Id });

        Assert.StartsWith($"{server.Server.Address}reset/#", made.Text("link"), StringComparison.Ordinal);
        Assert.Equal(server.Time.GetUtcNow().AddMinutes(1), made.When("expiresAt"));
        Assert.Equal(204, (int)(await ResetAsync(Secret(made), Next)).StatusCode);

        await Expect.ProblemAsync(await user.Http.GetAsync("/api/auth/me"), 401, "session_ended");
        await Expect.ProblemAsync(await server.Server.RefreshAsync(user.RefreshToken), 401, "invalid_refresh_token");
        await Expect.ProblemAsync(await server.Server.LogInAsync(user.Email, LiveFeedServer.Password), 401, "invalid_credentials");
        await Expect.SuccessAsync(await server.Server.LogInAsync(user.Email, Next));
        await Expect.ProblemAsync(await ResetAsync(Secret(made), "a-third-long-password"), 404, "password_reset_not_found");
    }

    [Fact]
    public async Task Of_many_uses_at_once_one_counts()
    {
        var user = await server.Server.RegisterAsync("Jo");
        var made = await MakeAsync(new { email = user.Email });

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => ResetAsync(Secret(made), $"{Next}-{i}")));

        var winner = Assert.Single(Enumerable.Range(0, 8), i => responses[i].IsSuccessStatusCode);
        await Expect.SuccessAsync(await server.Server.LogInAsync(user.Email, $"{Next}-{winner}"));
    }

    [Fact]
    public async Task A_link_ends_at_its_time_and_when_the_password_changes_in_another_way()
    {
        var user = await server.Server.RegisterAsync("Jo");
        var made = await MakeAsync(new { email = user.Email });
        await Expect.SuccessAsync(await user.SendAsync("PUT", "/api/auth/password", new { currentPassword = LiveFeedServer.Password, newPassword = Next }));
        await Expect.ProblemAsync(await ResetAsync(Secret(made), "a-third-long-password"), 404, "password_reset_not_found");

        made = await MakeAsync(new { email = user.Email });
        server.Time.Advance(TimeSpan.FromMinutes(1));

        await Expect.ProblemAsync(await ResetAsync(Secret(made), "a-third-long-password"), 404, "password_reset_not_found");
        await Expect.SuccessAsync(await server.Server.LogInAsync(user.Email, Next));
    }

    [Fact]
    public async Task Only_administrators_make_links_and_learn_whether_there_is_an_account()
    {
        foreach (var person in new[] { server.Organizer, server.Stranger })
            await Expect.ProblemAsync(await person.PostAsync(Path, new { email = "nobody@example.org" }), 403, "role_required");
        await Expect.ProblemAsync(await server.Nobody.SendAsync("POST", Path, """{"email":"nobody@example.org"}"""), 401, "token_required");
        await Expect.ProblemAsync(await server.Admin.PostAsync(Path, new { email = "nobody@example.org" }), 404, "user_not_found");
        await Expect.ProblemAsync(await server.Admin.PostAsync(Path, new { userId = "nobody" }), 404, "user_not_found");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"email":"jo@example.org","userId":"x"}""")]
    public async Task A_link_is_for_one_person(string body)
    {
        var problem = await Expect.ProblemAsync(await server.Admin.SendAsync("POST", Path, body), 400, "invalid_request");
        Assert.Equal(["email"], problem.Positions());
    }

    [Fact]
    public async Task A_changed_secret_is_none()
    {
        var (user, other) = (await server.Server.RegisterAsync("Jo"), await server.Server.RegisterAsync("Mo"));
        var secret = Secret(await MakeAsync(new { email = user.Email }));
        var parts = secret.Split('.');
        foreach (var forged in new[]
        {
            "", "x", "..", $"{parts[0]}.{parts[1]}.", $"{parts[0]}.{long.Parse(parts[1], null) + 1}.{parts[2]}", $"{other.Id}.{parts[1]}.{parts[2]}", secret + "0", secret[..^1] + (secret[^1] == '0' ? '1' : '0'),
            user.AccessToken, user.RefreshToken,
        })
            await Expect.ProblemAsync(await ResetAsync(forged, Next), 404, "password_reset_not_found");
        Assert.Equal(["newPassword"], (await Expect.ProblemAsync(await ResetAsync(secret, "1234567890"), 400, "invalid_request")).Positions());
    }

    public sealed class ShortLinks : TimedServer
    {
        protected override string[] Settings => [.. base.Settings, "Auth:PasswordResetLifetime=00:01:00"];
    }

    private static string Secret(JsonElement made) => made.Text("link")!.Split('#')[1];

    private async Task<JsonElement> MakeAsync(object body) => await Expect.SuccessAsync(await server.Admin.PostAsync(Path, body));

    private Task<HttpResponseMessage> ResetAsync(string token, string newPassword) =>
        server.Nobody.SendAsync("PUT", Path, JsonSerializer.Serialize(new { token, newPassword }));
}
