using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Sessions;

public sealed class ExpiredTokenTests(ExpiredTokenTests.HourServer server) : IClassFixture<ExpiredTokenTests.HourServer>
{
    [Fact]
    public async Task A_token_serves_for_its_hour_and_then_is_rejected_as_expired_on_public_reads_too()
    {
        var id = await server.EventAsync();
        var session = await server.Server.SignInAsync(server.Media.Email, LiveFeedServer.Password);

        server.Time.Advance(TimeSpan.FromMinutes(59));
        await Expect.SuccessAsync(await session.Http.GetAsync($"/api/events/{id}"));
        server.Time.Advance(TimeSpan.FromMinutes(1));

        foreach (var path in new[] { "/api/auth/me", "/api/events", $"/api/events/{id}", $"/api/events/{id}/matches", $"/api/events/{id}/feed" })
            await Expect.ProblemAsync(await session.Http.GetAsync(path), 401, "token_expired");
        await Expect.ProblemAsync(await session.PostAsync($"/api/events/{id}/claims/1"), 401, "token_expired");
        await Expect.SuccessAsync(await server.Nobody.GetAsync($"/api/events/{id}"));

        var refreshed = await Expect.SuccessAsync(
            await server.Nobody.SendAsync("POST", "/api/auth/refresh", $$"""{"refreshToken":"{{session.RefreshToken}}"}"""));
        var me = await server.Nobody.SendAsync("GET", "/api/auth/me", null, ("Authorization", "Bearer " + refreshed.Text("accessToken")));
        await Expect.SuccessAsync(me);
    }

    [Fact]
    public async Task A_refresh_token_ends_after_its_lifetime()
    {
        var session = await server.Server.SignInAsync(server.Coach.Email, LiveFeedServer.Password);

        server.Time.Advance(TimeSpan.FromHours(3));

        await Expect.ProblemAsync(
            await server.Nobody.SendAsync("POST", "/api/auth/refresh", $$"""{"refreshToken":"{{session.RefreshToken}}"}"""), 401, "invalid_refresh_token");
    }

    public sealed class HourServer : TimedServer
    {
        protected override string[] Settings => ["Jwt:RefreshLifetime=03:00:00", "Claims:Sweep=00:01:00"];
    }
}
