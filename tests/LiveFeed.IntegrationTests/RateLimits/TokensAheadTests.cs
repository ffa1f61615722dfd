using System.Globalization;
using LiveFeed.Infrastructure.Redis.Limits;
using StackExchange.Redis;

namespace LiveFeed.IntegrationTests.RateLimits;

/// <summary>The script of the token buckets by itself: what instances hold is part of the bucket.</summary>
public sealed class TokensAheadTests : IAsyncLifetime
{
    private const int Capacity = 100;
    private static readonly TimeSpan PerToken = TimeSpan.FromMilliseconds(1);

    private RedisServer redis = null!;
    private ConnectionMultiplexer connection = null!;

    public async Task InitializeAsync()
    {
        if (RedisServer.WhyMissing is not null)
            return;
        redis = await RedisServer.StartAsync();
        connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Port}");
    }

    public async Task DisposeAsync()
    {
        if (RedisServer.WhyMissing is not null)
            return;
        await connection.DisposeAsync();
        await redis.DisposeAsync();
    }

    [RedisFact]
    public async Task A_bucket_is_not_refilled_in_place_of_the_tokens_that_others_hold()
    {
        Assert.Equal(10, (await TakeAsync("a", 50, TimeSpan.FromHours(1))).Tokens);

        // The bucket refills within ten milliseconds, but for the nine that the first may give out still.
        await Eventually.TrueAsync(async () => (await LookAsync("b")).UntilFull == 9 * PerToken);
        for (var i = 0; i < 50; i++)
            Assert.Equal(9 * PerToken, (await LookAsync("b")).UntilFull);
        // Another one gets a tenth of the rest, of which it may give out eight later.
        Assert.Equal(9, (await TakeAsync("b", 50, TimeSpan.FromHours(1))).Tokens);
        await Eventually.TrueAsync(async () => (await LookAsync("c")).UntilFull == (9 + 8) * PerToken);
        // The first asks again: it has given its tokens out.
        var again = (await TakeAsync("a", 50, TimeSpan.FromHours(1))).Tokens;
        Assert.InRange(again, 8, 9);
        await Eventually.TrueAsync(async () => (await LookAsync("c")).UntilFull == (8 + again - 1) * PerToken);
    }

    [RedisFact]
    public async Task What_an_instance_has_held_for_too_long_is_there_for_all_again()
    {
        Assert.Equal(10, (await TakeAsync("a", 50, TimeSpan.FromMilliseconds(300))).Tokens);
        await Eventually.TrueAsync(async () => (await LookAsync("b")).UntilFull == TimeSpan.Zero);
    }

    [RedisFact]
    public async Task The_last_tokens_are_given_one_by_one_and_then_none()
    {
        var slow = TimeSpan.FromHours(1);
        var taken = new List<int>();
        for (var i = 0; taken.Count == 0 || taken[^1] > 0; i++)
            taken.Add((await TakeAsync(i.ToString(CultureInfo.InvariantCulture), 20, slow, slow)).Tokens);
        Assert.Equal(Capacity, taken.Sum());
        Assert.Equal([10, 9, 8], taken.Take(3));
        Assert.Equal([1, 1, 1, 1, 0], taken.TakeLast(5));
    }

    [RedisFact]
    public async Task A_bucket_that_was_emptied_by_a_clock_far_ahead_refills_in_its_time()
    {
        Assert.Equal("+OK", (await redis.RunAsync("HSET livefeed:bucket:x full 999999999999999999")).Replace(":1", "+OK", StringComparison.Ordinal));
        var look = await LookAsync("a");
        Assert.Equal((0, Capacity * PerToken), (look.Tokens, look.UntilFull));
    }

    private Task<BucketGrant> LookAsync(string instance) => TakeAsync(instance, 0, TimeSpan.Zero);

    private async Task<BucketGrant> TakeAsync(string instance, int wanted, TimeSpan hold, TimeSpan? perToken = null)
    {
        var values = (long[])(await connection.GetDatabase().ScriptEvaluateAsync(
            BucketScript.Take, ["livefeed:bucket:x"], [instance, (perToken ?? PerToken).Ticks, Capacity, wanted, hold.Ticks]))!;
        return new BucketGrant((int)values[0], TimeSpan.FromTicks(values[1]));
    }
}
