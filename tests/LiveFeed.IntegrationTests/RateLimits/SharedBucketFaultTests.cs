using LiveFeed.IntegrationTests.Faults;

namespace LiveFeed.IntegrationTests.RateLimits;

/// <summary>Whatever happens to Redis, requests are served, within the limits of each instance, and no request waits where another has waited in vain.</summary>
public sealed class SharedBucketFaultTests
{
    private static readonly string[] ThreePerDay = ["RateLimits:Enabled=true", "RateLimits:Read:Permits=3", "RateLimits:Read:Period=1.00:00:00"];

    [RedisFact]
    public async Task Redis_is_killed_and_comes_back()
    {
        await using var pair = await InstancePair.StartAsync([.. ThreePerDay, .. InstancePair.Patient]);
        var (first, second) = await SharedBucketTests.UserAsync(pair);
        Assert.Equal([200, 200], await ReadInTurnAsync(first, second));

        await pair.Redis.KillAsync();

        // From the first request on, each instance has its own bucket.
        Assert.Equal([200, 200, 200, 429], await ReadAsync(first, 4));
        Assert.Equal([200, 200, 200, 429], await ReadAsync(second, 4));
        await pair.LocalAsync();
        await Eventually.TrueAsync(async () => (await Instances.RedisAsync(pair.First.Http))!.EndsWith("each instance limits by itself.", StringComparison.Ordinal));

        await pair.Redis.StartAgainAsync();
        await pair.SharedAsync();

        // Redis has forgotten the bucket.
        Assert.Equal([200, 200, 200, 429, 429], await ReadInTurnAsync(first, second, second, first, second));
        await Instances.HealthyAsync(pair.First, pair.Second);
        Assert.Empty(pair.First.Failures.Concat(pair.Second.Failures));
    }

    [RedisFact]
    public async Task Redis_is_frozen_and_one_request_at_most_waits_for_it()
    {
        await using var pair = await InstancePair.StartAsync(["RateLimits:Enabled=true", "RateLimits:Read:Permits=30", "RateLimits:Read:Period=1.00:00:00"]);
        var (first, second) = await SharedBucketTests.UserAsync(pair);
        Assert.Equal(200, await ReadAsync(first));
        var failures = await pair.FailuresAsync();

        await pair.Redis.FreezeAsync();
        foreach (var user in new[] { first, second })
            Assert.All(await ReadAsync(user, 30), status => Assert.Equal(200, status));

        // One for each instance.
        Assert.InRange(await pair.FailuresAsync() - failures, 0, 2);
        Assert.Equal([429, 429], await ReadInTurnAsync(first, second));

        await pair.Redis.ThawAsync();
        await pair.SharedAsync();
        // Redis has the bucket as it was, but for what it ran after all.
        var served = 0;
        while (await ReadAsync(served % 2 == 0 ? first : second) == 200)
            served++;
        Assert.InRange(served, 25, 29);
    }

    [RedisFact]
    public async Task Redis_is_flushed()
    {
        await using var pair = await InstancePair.StartAsync([.. ThreePerDay, .. InstancePair.Patient]);
        var (first, second) = await SharedBucketTests.UserAsync(pair);
        Assert.Equal([200, 200], await ReadInTurnAsync(first, second));

        Assert.Equal("+OK", await pair.Redis.RunAsync("FLUSHALL"));
        Assert.Equal("+OK", await pair.Redis.RunAsync("SCRIPT FLUSH"));

        Assert.Equal([200, 200, 200, 429, 429], await ReadInTurnAsync(first, second, first, second, first));
        Assert.Equal(0, await pair.FailuresAsync());
    }

    [RedisFact]
    public async Task Redis_is_not_there_at_the_start()
    {
        await using var pair = await InstancePair.OverAsync(RedisServer.NotStarted(), ThreePerDay);
        var (first, second) = await SharedBucketTests.UserAsync(pair);
        Assert.Equal([200, 200, 200, 429], await ReadAsync(first, 4));
        Assert.Equal([200, 200, 200, 429], await ReadAsync(second, 4));

        await pair.Redis.StartAgainAsync();
        await pair.SharedAsync();

        Assert.Equal([200, 200, 200, 429], await ReadInTurnAsync(first, second, first, second));
    }

    [RedisFact]
    public async Task Redis_is_out_of_memory()
    {
        await using var pair = await InstancePair.StartAsync([.. ThreePerDay, .. InstancePair.Patient]);
        var (first, second) = await SharedBucketTests.UserAsync(pair);

        Assert.Equal("+OK", await pair.Redis.RunAsync("CONFIG SET maxmemory 1"));
        await pair.LocalAsync();

        Assert.Equal([200, 200, 200, 429], await ReadAsync(first, 4));
        Assert.Equal([200, 200, 200, 429], await ReadAsync(second, 4));
        await Eventually.TrueAsync(async () => (await Instances.RedisAsync(pair.First.Http))!.StartsWith("Redis carries signals, but runs no scripts", StringComparison.Ordinal));
        Assert.Equal("+OK", await pair.Redis.RunAsync("CONFIG SET maxmemory 0"));
        await Instances.HealthyAsync(pair.First, pair.Second);
    }

    private static Task<List<int>> ReadAsync(ApiUser user, int times) => ReadInTurnAsync([.. Enumerable.Repeat(user, times)]);

    private static async Task<List<int>> ReadInTurnAsync(params ApiUser[] users)
    {
        var statuses = new List<int>();
        foreach (var user in users)
            statuses.Add(await ReadAsync(user));
        return statuses;
    }

    private static async Task<int> ReadAsync(ApiUser user)
    {
        using var response = await user.Http.GetAsync("/api/auth/me");
        return (int)response.StatusCode;
    }
}
