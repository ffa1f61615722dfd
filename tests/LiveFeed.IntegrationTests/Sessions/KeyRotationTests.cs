using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Sessions;

public sealed class KeyRotationTests
{
    private const string NextKey = "Jwt:SigningKey=a-signing-key-that-comes-next-and-is-long-enough";

    [Fact]
    public async Task Nobody_has_to_sign_in_again_when_the_signing_key_changes_and_the_previous_one_is_listed()
    {
        await using var first = await LiveFeedServer.StartAsync();
        var user = await first.RegisterAsync("Jo");
        var successor = (await Expect.SuccessAsync(await first.RefreshAsync(user.RefreshToken))).Text("refreshToken");

        await using var next = await LiveFeedServer.OverAsync(
            first.DataDirectory, NextKey, "Jwt:PreviousSigningKeys:0=a-signing-key-of-the-tests-and-of-nobody-else");

        await Expect.SuccessAsync(await MeAsync(next, user.AccessToken));
        // The response that brought the successor may have been lost.
        var repeated = await Expect.SuccessAsync(await next.RefreshAsync(user.RefreshToken));
        Assert.Equal(successor, repeated.Text("refreshToken"));
        await Expect.ProblemAsync(await MeAsync(first, repeated.Text("accessToken")!), 401, "invalid_token");
        await Expect.SuccessAsync(await next.RefreshAsync(successor!));
    }

    [Fact]
    public async Task A_key_that_is_not_listed_is_not_believed()
    {
        await using var first = await LiveFeedServer.StartAsync();
        var user = await first.RegisterAsync("Jo");

        await using var next = await LiveFeedServer.OverAsync(first.DataDirectory, NextKey);

        await Expect.ProblemAsync(await MeAsync(next, user.AccessToken), 401, "invalid_token");
    }

    [Theory]
    [InlineData(true, 204)]
    [InlineData(false, 404)]
    public async Task A_link_for_a_new_password_outlives_the_signing_key_only_if_that_is_listed(bool isListed, int expected)
    {
        await using var first = await LiveFeedServer.StartAsync();
        var user = await first.RegisterAsync("Jo");
        var made = await Expect.SuccessAsync(await (await first.AdminAsync()).PostAsync("/api/auth/password-reset", new { userId = user.Id }));

        await using var next = await LiveFeedServer.OverAsync(
            first.DataDirectory, [NextKey, .. isListed ? ["Jwt:PreviousSigningKeys:0=a-signing-key-of-the-tests-and-of-nobody-else"] : Array.Empty<string>()]);

        var body = JsonSerializer.Serialize(new { token = made.Text("link")!.Split('#')[1], newPassword = "another-long-password" });
        Assert.Equal(expected, (int)(await next.Http.SendAsync("PUT", "/api/auth/password-reset", body)).StatusCode);
    }

    private static Task<HttpResponseMessage> MeAsync(LiveFeedServer server, string token) =>
        server.Http.SendAsync("GET", "/api/auth/me", null, ("Authorization", "Bearer " + token));
}
