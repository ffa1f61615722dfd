using System.Diagnostics;
using System.Globalization;
using LiveFeed.IntegrationTests.Faults;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.RateLimits;

/// <summary>Rate limits of two instances that share a Redis. The buckets refill so slowly that no token is added while a test runs.</summary>
public sealed class SharedBucketTests
{
    private static readonly string[] FivePerHour = ["RateLimits:Enabled=true", "RateLimits:Read:Permits=5", "RateLimits:Read:Period=01:00:00", .. InstancePair.Patient];

    [RedisFact]
    public async Task A_limit_is_that_of_all_instances_together_and_the_headers_count_down_across_them()
    {
        await using var pair = await InstancePair.StartAsync(FivePerHour);
        var (first, second) = await UserAsync(pair);
        var began = TimeProvider.System.GetUtcNow();

        var remaining = new List<string?>();
        foreach (var instance in new[] { first, second, second, first, second })
        {
            using var response = await instance.Http.GetAsync("/api/auth/me");
            Assert.Equal((200, "5"), ((int)response.StatusCode, response.Header("X-RateLimit-Limit")));
            remaining.Add(response.Header("X-RateLimit-Remaining"));
        }

        Assert.Equal(["4", "3", "2", "1", "0"], remaining);
        foreach (var instance in new[] { first, second })
        {
            using var rejected = await instance.Http.GetAsync("/api/auth/me");
            Assert.Equal((429, "0"), ((int)rejected.StatusCode, rejected.Header("X-RateLimit-Remaining")));
            // A token takes twelve minutes, of which this test has taken some seconds.
            var took = (int)Math.Ceiling((TimeProvider.System.GetUtcNow() - began).TotalSeconds);
            Assert.InRange(Number(rejected, "Retry-After"), 720 - took, 720);
            Assert.InRange(Number(rejected, "X-RateLimit-Reset"), began.AddHours(1).ToUnixTimeSeconds(), began.AddHours(1).ToUnixTimeSeconds() + took + 1);
        }
    }

    [RedisFact]
    public async Task Of_many_requests_at_once_on_both_instances_just_as_many_as_allowed_succeed()
    {
        await using var pair = await InstancePair.StartAsync(["RateLimits:Enabled=true", "RateLimits:Read:Permits=50", "RateLimits:Read:Period=1.00:00:00", .. InstancePair.Patient]);
        var (first, second) = await UserAsync(pair);

        var responses = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? first : second).Http.GetAsync("/api/auth/me")));

        Assert.Equal(50, responses.Count(response => (int)response.StatusCode == 200));
        Assert.Equal(150, responses.Count(response => (int)response.StatusCode == 429));
        // Each token was another one.
        Assert.Equal(Enumerable.Range(0, 50), responses.Where(response => (int)response.StatusCode == 200).Select(response => Number(response, "X-RateLimit-Remaining")).Order());
        Assert.Equal(0, await pair.FailuresAsync());
    }

    [RedisFact]
    public async Task Clocks_that_differ_change_nothing_but_what_is_reported_by_them()
    {
        var ahead = TimeSpan.FromMinutes(30);
        await using var pair = await InstancePair.StartAsync(null, new ClockAhead(ahead), FivePerHour);
        var (first, second) = await UserAsync(pair);
        var began = TimeProvider.System.GetUtcNow();

        // By the clock of the second, two tokens would be back each time that it follows the first.
        foreach (var (instance, remaining) in new[] { (first, 4), (second, 3), (first, 2), (second, 1), (first, 0) })
            Assert.Equal(remaining, Number(await instance.Http.GetAsync("/api/auth/me"), "X-RateLimit-Remaining"));

        using var rejected = await second.Http.GetAsync("/api/auth/me");
        var took = (int)Math.Ceiling((TimeProvider.System.GetUtcNow() - began).TotalSeconds);
        Assert.Equal(429, (int)rejected.StatusCode);
        Assert.InRange(Number(rejected, "Retry-After"), 720 - took, 720);
        // The response's own date is that instance's too, where its whole machine is ahead.
        Assert.InRange(Number(rejected, "X-RateLimit-Reset"), (began + ahead).AddHours(1).ToUnixTimeSeconds(), (began + ahead).AddHours(1).ToUnixTimeSeconds() + took + 1);
    }

    [RedisFact]
    public async Task Buckets_of_addresses_and_accounts_are_shared_too()
    {
        await using var pair = await InstancePair.StartAsync(
            ["RateLimits:Enabled=true", "RateLimits:Anonymous:Permits=2", "RateLimits:Anonymous:Period=01:00:00", "RateLimits:Anonymous:Burst=2", "RateLimits:Account:Permits=2", "RateLimits:Account:Period=01:00:00", .. InstancePair.Patient]);
        Assert.Equal("1", (await pair.First.Http.GetAsync("/api/events")).Header("X-RateLimit-Remaining"));
        Assert.Equal("0", (await pair.Second.Http.GetAsync("/api/events")).Header("X-RateLimit-Remaining"));
        await Expect.ProblemAsync(await pair.First.Http.GetAsync("/api/events"), 429, "rate_limited");

        await Expect.ProblemAsync(await pair.First.LogInAsync(LiveFeedServer.AdminEmail), 401, "invalid_credentials");
        await Expect.ProblemAsync(await pair.Second.LogInAsync(LiveFeedServer.AdminEmail), 401, "invalid_credentials");
        await Expect.ProblemAsync(await pair.First.LogInAsync(LiveFeedServer.AdminEmail), 429, "rate_limited");
    }

    [RedisFact]
    public async Task Redis_keeps_a_bucket_only_until_it_is_full_again()
    {
        await using var pair = await InstancePair.StartAsync(FivePerHour);
        var (user, _) = await UserAsync(pair);
        await Expect.SuccessAsync(await user.Http.GetAsync("/api/auth/me"));

        var left = long.Parse((await pair.Redis.RunAsync($"PTTL livefeed:bucket:Read:{user.Id}"))[1..], CultureInfo.InvariantCulture);

        Assert.InRange(TimeSpan.FromMilliseconds(left), TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(12));
    }

    [RedisFact]
    public async Task Of_a_fast_bucket_of_which_tokens_are_taken_ahead_no_more_than_the_limit_is_given_out_either()
    {
        // Ten tokens are taken at once, of which one is added each second.
        await using var pair = await InstancePair.StartAsync(
            ["RateLimits:Enabled=true", "RateLimits:Anonymous:Permits=1", "RateLimits:Anonymous:Period=00:00:01", "RateLimits:Anonymous:Burst=200", "Redis:TokensAhead=00:00:10", .. InstancePair.Patient]);
        using var warm = await pair.First.Http.GetAsync("/api/events");
        var began = Stopwatch.GetTimestamp();

        var responses = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => (i % 2 == 0 ? pair.First : pair.Second).Http.GetAsync("/api/events")));

        var taken = responses.Count(response => (int)response.StatusCode == 200);
        // What the other instance holds when the bucket is empty is at most what it got last: a tenth of what was left.
        Assert.InRange(taken, 200 - 1 - 20, 200 - 1 + (int)Math.Ceiling(Stopwatch.GetElapsedTime(began).TotalSeconds) + 1);
        Assert.Equal(400, taken + responses.Count(response => (int)response.StatusCode == 429));
        Assert.Equal(0, await pair.FailuresAsync());
    }

    [RedisFact]
    public async Task Cheap_reads_do_not_each_ask_Redis_and_neither_do_rejected_requests()
    {
        await using var pair = await InstancePair.StartAsync(["RateLimits:Enabled=true", "RateLimits:Read:Permits=1", "RateLimits:Read:Period=01:00:00", .. InstancePair.Silent]);
        var (user, _) = await UserAsync(pair);
        using var first = await user.Http.GetAsync("/api/auth/me");
        var scripts = await pair.Redis.ScriptsAsync();

        for (var i = 0; i < 200; i++)
        {
            using var read = await pair.First.Http.GetAsync("/api/events");
            Assert.Equal(200, (int)read.StatusCode);
            using var rejected = await user.Http.GetAsync("/api/auth/me");
            Assert.Equal(429, (int)rejected.StatusCode);
        }

        // Twenty tokens are taken at once; an empty bucket is asked for once a second.
        Assert.InRange(await pair.Redis.ScriptsAsync() - scripts, 10, 100);
    }

    /// <summary>Registers a user on the first instance.</summary>
    /// <returns>The same user, as a client of each instance.</returns>
    internal static async Task<(ApiUser First, ApiUser Second)> UserAsync(InstancePair pair)
    {
        var user = await pair.First.RegisterAsync("Reader");
        return (user, new ApiUser(pair.Second.Client(), user.Id, user.Email, user.AccessToken, user.RefreshToken));
    }

    private static int Number(HttpResponseMessage response, string header) => int.Parse(response.Header(header)!, CultureInfo.InvariantCulture);

    private sealed class ClockAhead(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
