using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Sessions;

/// <summary>A repeated use of a refresh token: soon after the first it is a lost response or a second tab, later it is a copy.</summary>
public sealed class RefreshGraceTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const string RefreshCookie = "livefeed_refresh";
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_token_that_many_exchange_at_once_has_one_successor()
    {
        var token = await TokenAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RefreshAsync(token)));

        var successors = new HashSet<string>();
        foreach (var response in responses)
            successors.Add((await Expect.SuccessAsync(response)).Text("refreshToken")!);
        await SuccessorAsync(Assert.Single(successors));
    }

    [Fact]
    public async Task A_token_whose_response_was_lost_returns_the_same_successor_for_half_a_minute()
    {
        var token = await TokenAsync();
        var successor = await SuccessorAsync(token);

        server.Time.Advance(Grace - TimeSpan.FromMilliseconds(1));

        Assert.Equal(successor, await SuccessorAsync(token));
        await SuccessorAsync(successor);
    }

    [Fact]
    public async Task A_browser_that_lost_the_response_goes_on_with_the_same_cookie()
    {
        var credentials = JsonSerializer.Serialize(new { email = server.Media.Email, password = LiveFeedServer.Password });
        var cookie = CookieOf(await server.Nobody.SendAsync("POST", "/api/auth/login?cookies=true", credentials));

        var lost = CookieOf(await RefreshByCookieAsync(cookie));
        var again = CookieOf(await RefreshByCookieAsync(cookie));

        Assert.Equal(lost, again);
        await Expect.SuccessAsync(await RefreshByCookieAsync(again));
        // The browser may have the newest cookie already, so it stays.
        var superseded = await RefreshByCookieAsync(cookie);
        Assert.Null(superseded.Header("Set-Cookie"));
        await Expect.ProblemAsync(superseded, 401, "refresh_superseded");
    }

    [Fact]
    public async Task A_token_whose_successor_was_used_is_superseded_and_nothing_is_revoked()
    {
        var token = await TokenAsync();
        var second = await SuccessorAsync(token);
        var third = await SuccessorAsync(second);

        await Expect.ProblemAsync(await RefreshAsync(token), 401, "refresh_superseded");

        await SuccessorAsync(third);
    }

    [Fact]
    public async Task A_token_that_is_used_again_later_revokes_its_whole_family_and_no_other()
    {
        var (token, other) = (await TokenAsync(), await TokenAsync());
        var second = await SuccessorAsync(token);

        server.Time.Advance(Grace);
        await Expect.ProblemAsync(await RefreshAsync(token), 401, "invalid_refresh_token");

        await Expect.ProblemAsync(await RefreshAsync(second), 401, "invalid_refresh_token");
        await SuccessorAsync(other);
    }

    [Fact]
    public async Task There_is_no_grace_after_logout()
    {
        var token = await TokenAsync();
        var successor = await SuccessorAsync(token);

        await Expect.SuccessAsync(await server.Nobody.SendAsync("POST", "/api/auth/logout", Body(successor)));

        await Expect.ProblemAsync(await RefreshAsync(token), 401, "invalid_refresh_token");
        await Expect.ProblemAsync(await RefreshAsync(successor), 401, "invalid_refresh_token");
    }

    [Fact]
    public async Task Another_instance_returns_the_same_successor()
    {
        var token = await TokenAsync();
        var successor = await SuccessorAsync(token);

        await server.Server.RestartAsync();

        Assert.Equal(successor, await SuccessorAsync(token));
    }

    [Fact]
    public async Task A_session_ends_after_90_days_however_often_it_is_renewed()
    {
        var token = await TokenAsync();
        for (var days = 0; days < 75; days += 25)
        {
            server.Time.Jump(TimeSpan.FromDays(25));
            token = await SuccessorAsync(token);
        }

        server.Time.Jump(TimeSpan.FromDays(15) - TimeSpan.FromSeconds(1));
        token = await SuccessorAsync(token);
        server.Time.Advance(TimeSpan.FromSeconds(1));

        await Expect.ProblemAsync(await RefreshAsync(token), 401, "invalid_refresh_token");
    }

    /// <summary>Families of earlier versions have random ids, which don't say when they began.</summary>
    [Fact]
    public async Task A_session_of_an_earlier_version_goes_on_and_ends_90_days_after_its_next_use()
    {
        var token = await SuccessorAsync(await TokenAsync());
        await using (var db = server.Server.Services.GetRequiredService<ILiveFeedContextFactory>().Create())
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
            var family = (await db.RefreshTokens.SingleAsync(row => row.Hash == hash)).FamilyId;
            var random = Guid.NewGuid().ToString("N");
            await db.RefreshTokens.Where(row => row.FamilyId == family).ExecuteUpdateAsync(set => set.SetProperty(row => row.FamilyId, random));
        }

        var successor = await SuccessorAsync(token);
        Assert.Equal(successor, await SuccessorAsync(token));
        var last = successor;
        for (var days = 0; days < 75; days += 25)
        {
            server.Time.Jump(TimeSpan.FromDays(25));
            last = await SuccessorAsync(last);
        }

        server.Time.Jump(TimeSpan.FromDays(15));
        await Expect.ProblemAsync(await RefreshAsync(last), 401, "invalid_refresh_token");
    }

    [Fact]
    public async Task Without_grace_two_exchanges_of_one_token_at_once_leave_no_session()
    {
        await using var strict = await LiveFeedServer.StartAsync("Jwt:RefreshGrace=00:00:00");
        var token = (await strict.RegisterAsync("Jo")).RefreshToken;

        var responses = await Task.WhenAll(Refresh(token), Refresh(token));

        var won = Assert.Single(responses, response => response.IsSuccessStatusCode);
        await Expect.ProblemAsync(responses.Single(response => response != won), 401, "invalid_refresh_token");
        await Expect.ProblemAsync(await Refresh((await won.JsonAsync()).Text("refreshToken")!), 401, "invalid_refresh_token");

        Task<HttpResponseMessage> Refresh(string refreshToken) => strict.Http.SendAsync("POST", "/api/auth/refresh", Body(refreshToken));
    }

    private static string Body(string refreshToken) => JsonSerializer.Serialize(new { refreshToken });

    private static string CookieOf(HttpResponseMessage response) =>
        response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(RefreshCookie + "=", StringComparison.Ordinal)).Split(';')[0];

    private Task<HttpResponseMessage> RefreshAsync(string token) => server.Nobody.SendAsync("POST", "/api/auth/refresh", Body(token));

    private Task<HttpResponseMessage> RefreshByCookieAsync(string cookie) => server.Nobody.SendAsync("POST", "/api/auth/refresh", null, ("Cookie", cookie));

    private async Task<string> TokenAsync() => (await server.Server.SignInAsync(server.Media.Email, LiveFeedServer.Password)).RefreshToken;

    private async Task<string> SuccessorAsync(string token) => (await Expect.SuccessAsync(await RefreshAsync(token))).Text("refreshToken")!;
}
