using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.RateLimits;

/// <summary>The buckets here refill so slowly that no token is added while a test runs.</summary>
public sealed class RateLimitTests(RateLimitTests.SmallServer limited) : IClassFixture<RateLimitTests.SmallServer>
{
    private LiveFeedServer Server => limited.Server;

    [Fact]
    public async Task Every_limited_response_reports_the_state_of_the_bucket()
    {
        var user = await Server.RegisterAsync("Counting");

        var first = await user.Http.GetAsync("/api/auth/me");
        var second = await user.Http.GetAsync("/api/events");

        Assert.Equal(("5", "4"), (first.Header("X-RateLimit-Limit"), first.Header("X-RateLimit-Remaining")));
        Assert.Equal(("5", "3"), (second.Header("X-RateLimit-Limit"), second.Header("X-RateLimit-Remaining")));
        // Full again when both tokens are back: five are added per hour.
        Assert.Equal(limited.Time.GetUtcNow().AddMinutes(24).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), second.Header("X-RateLimit-Reset"));
    }

    [Theory]
    [InlineData("GET", "/api/events/no-such-event", 404)]
    [InlineData("GET", "/api/events/two%20words", 400)]
    [InlineData("POST", "/api/events/no-such-event/claims/1", 404)]
    [InlineData("POST", "/api/events/no-such-event/claims/x", 400)]
    [InlineData("POST", "/api/events", 400)]
    [InlineData("GET", "/api/events/cup/export", 403)]
    public async Task A_rejection_of_a_limited_call_counts_and_reports_the_bucket_too(string method, string path, int status)
    {
        var user = await Server.RegisterAsync("Refused");

        var response = await user.Http.SendAsync(method, path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEqual(response.Header("X-RateLimit-Limit"), response.Header("X-RateLimit-Remaining"));
        Assert.NotNull(response.Header("X-RateLimit-Reset"));
    }

    [Fact]
    public async Task A_rejected_token_counts_against_its_address_and_reports_the_bucket_too()
    {
        var response = await Server.Http.SendAsync("GET", "/api/events", null, ("Authorization", "Bearer no.such.token"));

        Assert.Equal("1000", response.Header("X-RateLimit-Limit"));
        await Expect.ProblemAsync(response, 401, "invalid_token");
    }

    [Fact]
    public async Task An_empty_bucket_rejects_and_reports_when_to_come_back()
    {
        var (scorer, other) = (limited.Admin, limited.Scorer);
        foreach (var points in new[] { 1, 2 })
            await Expect.SuccessAsync(await scorer.ScoreAsync("cup", 1, points, 0));

        var rejected = await scorer.ScoreAsync("cup", 1, 3, 0);

        Assert.Equal(("2", "0", "1800"), (rejected.Header("X-RateLimit-Limit"), rejected.Header("X-RateLimit-Remaining"), rejected.Header("Retry-After")));
        var problem = await Expect.ProblemAsync(rejected, 429, "rate_limited");
        Assert.Equal(
            ("account", "Too many requests for this account. All its devices share this limit. Try again in 1800 s, or give each device an account of its own."),
            (problem.Text("sharedBy"), problem.Text("detail")));
        Assert.Equal(2, (await Server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/scores/1")).Number("version"));
        // The limit is per user, and per kind of call.
        await Expect.SuccessAsync(await other.ScoreAsync("cup", 2, 1, 0));
        await Expect.SuccessAsync(await scorer.PostAsync("/api/events/cup/claims/1"));
    }

    [Fact]
    public async Task A_users_bucket_is_the_same_over_all_sessions()
    {
        var user = await Server.RegisterAsync("Twice");
        var again = await Server.SignInAsync(user.Email, LiveFeedServer.Password);

        await user.Http.GetAsync("/api/auth/me");

        Assert.Equal("3", (await again.Http.GetAsync("/api/auth/me")).Header("X-RateLimit-Remaining"));
    }

    [Fact]
    public async Task An_account_can_be_tried_ten_times_a_minute_whatever_the_spelling()
    {
        const string account = "guessed@example.org";
        foreach (var attempt in Enumerable.Range(0, 10))
            await Expect.ProblemAsync(await RegisterAsync(attempt % 2 == 0 ? account : " " + account.ToUpperInvariant()), 400, "invalid_request");

        var rejected = await RegisterAsync(account);
        Assert.Equal(("10", "0", "6"), (rejected.Header("X-RateLimit-Limit"), rejected.Header("X-RateLimit-Remaining"), rejected.Header("Retry-After")));
        await Expect.ProblemAsync(rejected, 429, "rate_limited");
        await Expect.ProblemAsync(
            await Server.Http.SendAsync("POST", "/api/auth/login", $$"""{"email":"{{account}}","password":"x"}"""), 429, "rate_limited");

        await Expect.ProblemAsync(await RegisterAsync("another@example.org"), 400, "invalid_request");

        // The password is too short to be accepted, so nothing is created or hashed.
        Task<HttpResponseMessage> RegisterAsync(string email) =>
            Server.Http.SendAsync("POST", "/api/auth/register", $$"""{"email":"{{email}}","password":"x","displayName":"Guess"}""");
    }

    [Fact]
    public async Task Health_and_metrics_are_not_limited()
    {
        foreach (var path in new[] { "/health/live", "/health/ready", "/metrics" })
            Assert.Null((await Server.Http.GetAsync(path)).Header("X-RateLimit-Limit"));
    }

    [Fact]
    public async Task A_bucket_refills()
    {
        await using var server = await LiveFeedServer.StartAsync("RateLimits:Enabled=true", "RateLimits:Read:Permits=1", "RateLimits:Read:Period=00:00:00.200");
        var user = await server.RegisterAsync("Patient");
        await Expect.SuccessAsync(await user.Http.GetAsync("/api/auth/me"));

        HttpResponseMessage response;
        do
            response = await user.Http.GetAsync("/api/auth/me");
        while ((int)response.StatusCode == 429);

        await Expect.SuccessAsync(response);
    }

    public sealed class SmallServer : IAsyncLifetime
    {
        public TestTime Time { get; } = TestTime.Create();

        public LiveFeedServer Server { get; private set; } = null!;

        public ApiUser Admin { get; private set; } = null!;

        public ApiUser Scorer { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Server = await LiveFeedServer.StartAsync(
                Time, null, "RateLimits:Enabled=true", "RateLimits:Read:Permits=5", "RateLimits:Read:Period=01:00:00", "RateLimits:ScoreWrite:Permits=2",
                "RateLimits:ScoreWrite:Period=01:00:00");
            Admin = await Server.AdminAsync();
            Scorer = await Server.RegisterAsync("Scorer");
            await Admin.CreateEventAsync("cup");
            await Admin.AddMemberAsync("cup", Scorer.Id);
            await Admin.ClaimAsync("cup", 1);
            await Scorer.ClaimAsync("cup", 2);
        }

        public async Task DisposeAsync() => await Server.DisposeAsync();
    }
}

public sealed class AddressTests
{
    private const string ForwardedFor = "X-Forwarded-For";

    [Fact]
    public async Task Anonymous_readers_share_the_bucket_of_their_address_and_cannot_choose_another()
    {
        await using var server = await LiveFeedServer.StartAsync("RateLimits:Enabled=true", "RateLimits:Anonymous:Permits=3", "RateLimits:Anonymous:Period=01:00:00", "RateLimits:Anonymous:Burst=3");

        using var other = server.Client();
        Assert.Equal("2", (await server.Http.GetAsync("/api/events")).Header("X-RateLimit-Remaining"));
        Assert.Equal("1", (await other.SendAsync("GET", "/api/events", null, (ForwardedFor, "203.0.113.1"))).Header("X-RateLimit-Remaining"));
        Assert.Equal("0", (await other.SendAsync("GET", "/api/events/cup", null, (ForwardedFor, "203.0.113.2"))).Header("X-RateLimit-Remaining"));
        await Expect.ProblemAsync(await server.Http.SendAsync("GET", "/api/events", null, (ForwardedFor, "203.0.113.3")), 429, "rate_limited");

        // A signed-in user has a bucket of their own.
        var user = await server.RegisterAsync("Known");
        await Expect.SuccessAsync(await user.Http.GetAsync("/api/events"));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.0/8")]
    public async Task A_listed_proxy_names_the_client_for_whom_it_asks(string proxy)
    {
        await using var server = await LiveFeedServer.StartAsync(
            "RateLimits:Enabled=true", "RateLimits:Anonymous:Permits=1", "RateLimits:Anonymous:Period=01:00:00", "RateLimits:Anonymous:Burst=1", $"Proxies:0={proxy}");

        Assert.Equal(200, await GetAsync("203.0.113.1"));
        Assert.Equal(429, await GetAsync("203.0.113.1"));
        Assert.Equal(200, await GetAsync("203.0.113.2"));
        // An address that the client wrote before the proxy added its own is not trusted.
        Assert.Equal(429, await GetAsync("203.0.113.3, 203.0.113.2"));
        // An IPv6 subscriber has a network of 64 bits.
        Assert.Equal(200, await GetAsync("2001:db8:0:1::1"));
        Assert.Equal(429, await GetAsync("2001:db8:0:1:ffff::2"));
        Assert.Equal(200, await GetAsync("2001:db8:0:2::1"));

        async Task<int> GetAsync(string address) => (int)(await server.Http.SendAsync("GET", "/api/events", null, (ForwardedFor, address))).StatusCode;
    }

    [Fact]
    public async Task Another_proxys_word_does_not_count()
    {
        await using var server = await LiveFeedServer.StartAsync(
            "RateLimits:Enabled=true", "RateLimits:Anonymous:Permits=1", "RateLimits:Anonymous:Period=01:00:00", "RateLimits:Anonymous:Burst=1", "Proxies:0=192.0.2.1");

        Assert.Equal(200, (int)(await server.Http.SendAsync("GET", "/api/events", null, (ForwardedFor, "203.0.113.1"))).StatusCode);
        var problem = await Expect.ProblemAsync(await server.Http.SendAsync("GET", "/api/events", null, (ForwardedFor, "203.0.113.2")), 429, "rate_limited");
        Assert.Equal("address", problem.Text("sharedBy"));
        Assert.EndsWith("Try again in 3600 s, or sign in: each account has limits of its own.", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_in_is_limited_by_address_too()
    {
        await using var server = await LiveFeedServer.StartAsync("RateLimits:Enabled=true", "RateLimits:SignIn:Permits=2", "RateLimits:SignIn:Period=01:00:00");
        foreach (var account in new[] { "a", "b" })
            await Expect.ProblemAsync(await server.LogInAsync($"{account}@example.org"), 401, "invalid_credentials");

        var problem = await Expect.ProblemAsync(await server.LogInAsync("c@example.org"), 429, "rate_limited");
        Assert.Equal(
            ("address", "Too many requests from this network address. Everybody there shares this limit. Try again in 1800 s."),
            (problem.Text("sharedBy"), problem.Text("detail")));
    }

    [Fact]
    public async Task Registration_is_limited_by_address_and_leaves_sign_in_alone()
    {
        await using var server = await LiveFeedServer.StartAsync("RateLimits:Enabled=true", "RateLimits:Register:Permits=2", "RateLimits:Register:Period=01:00:00");
        foreach (var account in new[] { "a", "b" })
            await Expect.ProblemAsync(await RegisterAsync(account), 400, "invalid_request");

        await Expect.ProblemAsync(await RegisterAsync("c"), 429, "rate_limited");

        await Expect.SuccessAsync(await server.LogInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password));

        Task<HttpResponseMessage> RegisterAsync(string account) =>
            server.Http.SendAsync("POST", "/api/auth/register", $$"""{"email":"{{account}}@example.org","password":"x","displayName":"Guess"}""");
    }
}
