using LiveFeed.Api.RateLimits;
using LiveFeed.Domain.RateLimits;
using Microsoft.Extensions.Options;

namespace LiveFeed.UnitTests.RateLimits;

public sealed class TokenBucketsTests
{
    private readonly FakeTimeProvider time = TestTime.Create();

    [Fact]
    public async Task Every_token_taken_moves_the_time_when_the_bucket_is_full_by_one_token()
    {
        using var buckets = Of(new BucketOptions { Permits = 3, Period = TimeSpan.FromHours(1) });
        Assert.Equal(State(true, 3, 2, 20), await buckets.TakeAsync(RateLimitPolicy.List, "jo"));
        Assert.Equal(State(true, 3, 1, 40), await buckets.TakeAsync(RateLimitPolicy.List, "jo"));
        Assert.Equal(State(true, 3, 0, 60), await buckets.TakeAsync(RateLimitPolicy.List, "jo"));
        Assert.Equal(State(false, 3, 0, 60), await buckets.TakeAsync(RateLimitPolicy.List, "jo"));
    }

    [Fact]
    public async Task A_burst_is_the_most_at_once_and_the_permits_are_the_pace()
    {
        using var buckets = Of(new BucketOptions { Permits = 3, Period = TimeSpan.FromHours(1), Burst = 10 });
        Assert.Equal(State(true, 10, 9, 20), await buckets.TakeAsync(RateLimitPolicy.List, "jo"));
    }

    [Fact]
    public async Task Owners_and_policies_have_buckets_of_their_own()
    {
        using var buckets = Of(new BucketOptions { Permits = 1, Period = TimeSpan.FromHours(1) });
        Assert.True((await buckets.TakeAsync(RateLimitPolicy.List, "jo")).Taken);
        Assert.False((await buckets.TakeAsync(RateLimitPolicy.List, "jo")).Taken);
        Assert.True((await buckets.TakeAsync(RateLimitPolicy.List, "kim")).Taken);
        Assert.True((await buckets.TakeAsync(RateLimitPolicy.Read, "jo")).Taken);
    }

    [Fact]
    public async Task Shared_buckets_are_used_instead_and_while_they_are_out_of_reach_the_instances_own()
    {
        var shared = new OneBucket();
        using var buckets = new TokenBuckets(Options.Create(new RateLimitOptions { List = new BucketOptions { Permits = 3, Period = TimeSpan.FromHours(1) } }), time, shared);

        shared.Level = new BucketLevel(true, 1, TimeSpan.FromMinutes(31), TimeSpan.Zero);
        Assert.Equal(new BucketState(true, 3, 1, time.GetUtcNow().AddMinutes(31), TimeSpan.Zero), await buckets.TakeAsync(RateLimitPolicy.List, "jo"));
        Assert.Equal(("List:jo", 3, TimeSpan.FromMinutes(20)), shared.Asked);
        shared.Level = null;
        Assert.Equal(State(true, 3, 2, 20), await buckets.TakeAsync(RateLimitPolicy.List, "jo"));
    }

    [Fact]
    public void Every_policy_has_figures_that_hold() => Assert.Empty(new RateLimitOptions().Validate(new(new object())));

    [Fact]
    public void Figures_that_make_no_bucket_are_rejected_by_name()
    {
        var wrong = new RateLimitOptions { Poll = new BucketOptions { Permits = 0, Period = TimeSpan.FromSeconds(1) } };
        Assert.Contains("LiveFeed:RateLimits:Poll", Assert.Single(wrong.Validate(new(new object()))).ErrorMessage, StringComparison.Ordinal);
    }

    private TokenBuckets Of(BucketOptions list) => new(Options.Create(new RateLimitOptions { List = list }), time);

    private BucketState State(bool taken, int limit, int remaining, int fullInMinutes) =>
        new(taken, limit, remaining, time.GetUtcNow().AddMinutes(fullInMinutes), TimeSpan.FromMinutes(20));

    private sealed class OneBucket : ISharedBuckets
    {
        public BucketLevel? Level { get; set; }

        public (string Bucket, int Capacity, TimeSpan PerToken) Asked { get; private set; }

        public ValueTask<BucketLevel?> TryTakeAsync(string bucket, int capacity, TimeSpan perToken)
        {
            Asked = (bucket, capacity, perToken);
            return ValueTask.FromResult(Level);
        }
    }
}
