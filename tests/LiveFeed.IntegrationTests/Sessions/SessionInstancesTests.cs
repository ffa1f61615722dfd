using System.Text.Json;
using LiveFeed.IntegrationTests.Faults;
using LiveFeed.IntegrationTests.Support;
using Microsoft.AspNetCore.DataProtection;

namespace LiveFeed.IntegrationTests.Sessions;

/// <summary>A user whose requests go to two instances in turn notices nothing of it: what one of them has made, used up or ended, the other knows.</summary>
public sealed class SessionInstancesTests : IAsyncLifetime
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly TestTime time = TestTime.Create();
    private InstancePair pair = null!;
    private HttpClient nobody = null!;

    public async Task InitializeAsync()
    {
        if (RedisServer.WhyMissing is not null)
            return;
        pair = await InstancePair.StartAsync(time, time, InstancePair.Patient);
        nobody = InTurn();
    }

    public async Task DisposeAsync()
    {
        if (RedisServer.WhyMissing is not null)
            return;
        nobody.Dispose();
        await pair.DisposeAsync();
    }

    [RedisFact]
    public async Task A_refresh_token_has_one_successor_whichever_instance_is_asked()
    {
        var token = (await pair.First.RegisterAsync("Jo")).RefreshToken;

        var successors = new HashSet<string>();
        foreach (var response in await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RefreshAsync(token))))
            successors.Add((await Expect.SuccessAsync(response)).Text("refreshToken")!);
        time.Advance(Grace - TimeSpan.FromMilliseconds(1));
        for (var i = 0; i < 2; i++)
            successors.Add((await Expect.SuccessAsync(await RefreshAsync(token))).Text("refreshToken")!);

        var second = Assert.Single(successors);
        var third = (await Expect.SuccessAsync(await RefreshAsync(second))).Text("refreshToken")!;
        // On each of them.
        for (var i = 0; i < 2; i++)
            await Expect.ProblemAsync(await RefreshAsync(token), 401, "refresh_superseded");
        await Expect.SuccessAsync(await RefreshAsync(third));
    }

    [RedisFact]
    public async Task A_copied_refresh_token_that_is_used_on_another_instance_ends_the_session_on_both()
    {
        var user = await pair.First.RegisterAsync("Jo");
        var session = await Expect.SuccessAsync(await pair.First.RefreshAsync(user.RefreshToken));

        time.Advance(Grace);
        await Expect.ProblemAsync(await pair.Second.RefreshAsync(user.RefreshToken), 401, "invalid_refresh_token");

        for (var i = 0; i < 2; i++)
            await Expect.ProblemAsync(await RefreshAsync(session.Text("refreshToken")!), 401, "invalid_refresh_token");
        await RefusedByBothAsync(session.Text("accessToken")!);
    }

    [RedisFact]
    public async Task A_ticket_opens_one_stream_on_all_instances_together()
    {
        await (await pair.First.AdminAsync()).CreateEventAsync("cup");
        var user = await UserAsync();
        for (var round = 0; round < 10; round++)
        {
            var ticket = (await Expect.SuccessAsync(await user.PostAsync("/api/streams/tickets"))).Text("ticket");

            var responses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => nobody.GetAsync($"/api/events/cup/stream?ticket={ticket}", HttpCompletionOption.ResponseHeadersRead)));

            using (var opened = Assert.Single(responses, response => response.IsSuccessStatusCode))
                Assert.Equal("text/event-stream", opened.Content.Headers.ContentType?.MediaType);
            foreach (var rejected in responses.Where(response => !response.IsSuccessStatusCode))
                await Expect.ProblemAsync(rejected, 401, "invalid_ticket");
        }
    }

    [RedisFact]
    public async Task A_score_that_is_repeated_on_another_instance_gets_the_first_response_and_is_stored_once()
    {
        var user = await ScorekeeperAsync();
        for (var points = 1; points <= 20; points++)
        {
            var body = JsonSerializer.Serialize(new { matchId = 1, sets = new[] { new { team1 = points, team2 = 0 } }, status = "inProgress", clientUpdateId = $"p{points}" });
            // At once, as when a scorekeeper's device gives up waiting just before the response comes.
            var responses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => user.SendAsync("POST", "/api/events/cup/scores", body)));
            Assert.Single(responses, response => response.Header("Idempotency-Replayed") is null);
            var bodies = await Task.WhenAll(responses.Select(async response => (await Expect.SuccessAsync(response)).GetRawText()));
            Assert.Single(bodies.Distinct());
        }

        for (var i = 0; i < 2; i++)
        {
            await Expect.ProblemAsync(
                await user.SendAsync("POST", "/api/events/cup/scores", """{"matchId":1,"sets":[{"team1":9,"team2":9}],"status":"inProgress","clientUpdateId":"p1"}"""),
                422, "idempotency_key_reused");
        }

        var log = await Feed.LogProbe.ReadAsync(pair.First.Http, "cup");
        Assert.Equal(20, log.Entries.Values.Count(entry => entry.Text("type") == "score-update"));
    }

    [RedisFact]
    public async Task Signing_out_everywhere_ends_the_other_sessions_and_their_streams_on_all_instances()
    {
        await (await pair.First.AdminAsync()).CreateEventAsync("cup");
        var lost = await pair.First.RegisterAsync("Jo");
        var here = await pair.Second.SignInAsync(lost.Email, LiveFeedServer.Password);
        var streams = new List<StreamClient>();
        foreach (var server in new[] { pair.First, pair.Second })
            streams.Add(await StreamClient.OpenAsync(ClientOf(server, lost.AccessToken), "/api/events/cup/stream"));

        await Expect.SuccessAsync(await here.DeleteAsync("/api/auth/sessions"));

        foreach (var stream in streams)
        {
            Assert.Equal("session_ended", (await stream.UntilAsync(item => item.Type == "bye")).Data.Text("code"));
            await stream.DisposeAsync();
        }

        await RefusedByBothAsync(lost.AccessToken);
        for (var i = 0; i < 2; i++)
        {
            await Expect.ProblemAsync(await RefreshAsync(lost.RefreshToken), 401, "invalid_refresh_token");
            await Expect.SuccessAsync(await nobody.SendAsync("GET", "/api/auth/me", null, ("Authorization", $"Bearer {here.AccessToken}")));
        }
    }

    [RedisFact]
    public async Task Links_that_one_instance_has_made_are_good_once_at_the_other()
    {
        var admin = await pair.First.AdminAsync();
        await admin.CreateEventAsync("club", visibility: "members");
        var user = await pair.Second.RegisterAsync("Jo");
        var invitation = await Expect.SuccessAsync(await admin.PostAsync("/api/events/club/invitations", new { role = "media", uses = 1 }));
        await Expect.SuccessAsync(await user.PostAsync($"/api/invitations/{SecretOf(invitation)}/accept"));
        var other = await pair.First.RegisterAsync("Kim");
        Assert.False((await other.PostAsync($"/api/invitations/{SecretOf(invitation)}/accept")).IsSuccessStatusCode);

        var reset = await Expect.SuccessAsync(await admin.PostAsync("/api/auth/password-reset", new { email = user.Email }));
        var body = JsonSerializer.Serialize(new { token = SecretOf(reset), newPassword = "another-long-password" });
        await Expect.SuccessAsync(await pair.Second.Http.SendAsync("PUT", "/api/auth/password-reset", body));
        await Expect.ProblemAsync(await pair.First.Http.SendAsync("PUT", "/api/auth/password-reset", body), 404, "password_reset_not_found");
        await RefusedByBothAsync(user.AccessToken);
        await pair.First.SignInAsync(user.Email, "another-long-password");
    }

    /// <summary>Its keys would have to be shared. What is signed here is signed with the key of the settings.</summary>
    [RedisFact]
    public void Nothing_uses_the_keys_of_data_protection() => Assert.Null(pair.First.Services.GetService(typeof(IDataProtectionProvider)));

    private static string SecretOf(JsonElement made) => made.Text("link")!.Split('#')[1];

    private static HttpClient ClientOf(LiveFeedServer server, string accessToken)
    {
        var http = server.Client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", accessToken);
        return http;
    }

    private HttpClient InTurn() => new(new RotatingHandler(() => [pair.First.Address, pair.Second.Address], 0)) { BaseAddress = new Uri("http://balancer") };

    private Task<HttpResponseMessage> RefreshAsync(string token) => nobody.SendAsync("POST", "/api/auth/refresh", JsonSerializer.Serialize(new { refreshToken = token }));

    /// <summary>Returns a new user whose requests go to the instances in turn.</summary>
    private async Task<ApiUser> UserAsync()
    {
        var user = await pair.First.RegisterAsync("Jo");
        return new ApiUser(InTurn(), user.Id, user.Email, user.AccessToken, user.RefreshToken);
    }

    private async Task<ApiUser> ScorekeeperAsync()
    {
        var admin = await pair.First.AdminAsync();
        await admin.CreateEventAsync("cup");
        var user = await UserAsync();
        await admin.AddMemberAsync("cup", user.Id);
        await user.ClaimAsync("cup", 1);
        return user;
    }

    private async Task RefusedByBothAsync(string accessToken)
    {
        foreach (var server in new[] { pair.First, pair.Second })
        {
            using var http = ClientOf(server, accessToken);
            await Eventually.TrueAsync(async () => (int)(await http.GetAsync("/api/auth/me")).StatusCode == 401, "An ended session goes on.");
            await Expect.ProblemAsync(await http.GetAsync("/api/auth/me"), 401, "session_ended");
        }
    }
}
