using LiveFeed.Domain.RateLimits;
using LiveFeed.Infrastructure.Redis.Limits;

namespace LiveFeed.UnitTests.Redis;

/// <summary>What an instance does between two questions to Redis. No token is added during a test: each takes an hour.</summary>
public sealed class SharedBucketTests
{
    private const int Capacity = 100;
    private static readonly TimeSpan PerToken = TimeSpan.FromHours(1);

    private readonly Queue<TaskCompletionSource<BucketGrant?>> asked = [];
    private int answered;

    [Fact]
    public async Task Tokens_taken_ahead_are_given_out_without_asking_until_they_are_used()
    {
        var bucket = Bucket(ahead: 4);
        var first = TakeAsync(bucket);
        Answer(4, missing: 4);

        Assert.Equal(Capacity - 1, (await first).Remaining);
        foreach (var remaining in new[] { 98, 97, 96 })
            Assert.Equal((true, remaining), await TakeHereAsync(bucket) is var level ? (level.Taken, level.Remaining) : default);
        Assert.Equal((1, 0), (answered, asked.Count));
        _ = TakeAsync(bucket);
        Assert.Single(asked);
    }

    [Fact]
    public async Task Whoever_finds_no_token_waits_for_those_that_are_asked_for_already()
    {
        var bucket = Bucket(ahead: 2);
        var waiting = Enumerable.Range(0, 3).Select(_ => TakeAsync(bucket)).ToList();
        Assert.Single(asked);
        Answer(2, missing: 2);
        // Two of them have one now, and the third has asked again.
        await Eventually.TrueAsync(() => Task.FromResult(asked.Count == 1));
        Answer(0, missing: Capacity);

        Assert.Equal(2, (await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(30))).Count(level => level.Taken));
    }

    [Fact]
    public async Task Single_tokens_are_asked_for_all_at_once()
    {
        var bucket = Bucket(ahead: 1);
        var waiting = Enumerable.Range(0, 3).Select(_ => TakeAsync(bucket)).ToList();
        Assert.Equal(3, asked.Count);
        for (var missing = 1; missing <= 3; missing++)
            Answer(1, missing);
        Assert.Equal([99, 98, 97], (await Task.WhenAll(waiting)).Select(level => level.Remaining));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task An_empty_bucket_is_not_asked_for_again_at_once(int ahead)
    {
        var bucket = Bucket(ahead);
        var first = TakeAsync(bucket);
        Answer(0, missing: Capacity);
        Assert.Equal(new BucketLevel(false, 0, Capacity * PerToken, PerToken), await first);

        var second = await TakeHereAsync(bucket);
        Assert.Equal((false, 0, 1), (second.Taken, second.Remaining, answered));
        // But after a second, as Redis may have forgotten it.
        await Eventually.TrueAsync(async () =>
        {
            if (asked.Count > 0)
                return true;
            _ = TakeAsync(bucket);
            return false;
        });
    }

    [Fact]
    public async Task Tokens_that_were_held_too_long_are_not_given_out()
    {
        var bucket = Bucket(ahead: 4, hold: TimeSpan.Zero);
        _ = TakeAsync(bucket);
        Answer(4, missing: 4);
        await Eventually.TrueAsync(() => Task.FromResult(asked.Count > 0));
    }

    [Fact]
    public async Task Only_a_bucket_of_which_nothing_is_known_is_removed_and_is_not_used_any_more()
    {
        var bucket = Bucket(ahead: 2);
        var first = TakeAsync(bucket);
        Assert.False(bucket.TryRemove());
        Answer(2, missing: 2);
        await first;
        Assert.False(bucket.TryRemove());
        await TakeHereAsync(bucket);
        Assert.True(bucket.TryRemove());
        Assert.Null(bucket.Take(out var asking));
        Assert.Null(asking);
    }

    [Fact]
    public void All_that_is_reported_follows_from_when_the_bucket_is_full()
    {
        Assert.Equal(new BucketLevel(true, 3, TimeSpan.FromHours(2), TimeSpan.Zero), BucketLevel.From(true, 5, PerToken, TimeSpan.FromHours(2)));
        Assert.Equal(new BucketLevel(true, 2, TimeSpan.FromHours(2.1), TimeSpan.Zero), BucketLevel.From(true, 5, PerToken, TimeSpan.FromHours(2.1)));
        Assert.Equal(new BucketLevel(false, 0, TimeSpan.FromHours(4.5), TimeSpan.FromHours(0.5)), BucketLevel.From(false, 5, PerToken, TimeSpan.FromHours(4.5)));
        Assert.Equal(new BucketLevel(true, 5, TimeSpan.Zero, TimeSpan.Zero), BucketLevel.From(true, 5, PerToken, TimeSpan.FromHours(-1)));
    }

    private SharedBucket Bucket(int ahead, TimeSpan? hold = null) => new(Capacity, PerToken, ahead, hold ?? TimeSpan.FromHours(1), wanted =>
    {
        Assert.Equal(ahead, wanted);
        var asking = new TaskCompletionSource<BucketGrant?>();
        asked.Enqueue(asking);
        return asking.Task;
    });

    /// <summary>Answers the oldest question.</summary>
    private void Answer(int tokens, int missing)
    {
        answered++;
        asked.Dequeue().SetResult(new BucketGrant(tokens, missing * PerToken));
    }

    /// <summary>Takes a token without asking.</summary>
    private static Task<BucketLevel> TakeHereAsync(SharedBucket bucket)
    {
        var taking = TakeAsync(bucket);
        Assert.True(taking.IsCompleted, "It was asked for.");
        return taking;
    }

    private static async Task<BucketLevel> TakeAsync(SharedBucket bucket)
    {
        while (true)
        {
            if (bucket.Take(out var asking) is { } level)
                return level;
            if (bucket.LevelAfter((await asking!.WaitAsync(TimeSpan.FromSeconds(30)))!.Value) is { } after)
                return after;
        }
    }
}
