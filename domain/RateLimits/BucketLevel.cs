namespace LiveFeed.Domain.RateLimits;

/// <summary>How full a token bucket is after somebody wanted a token.</summary>
/// <param name="Taken">Whether there was one.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="UntilFull">After which time the bucket is full again, if nobody takes any.</param>
/// <param name="UntilNext">After which time there is a token; zero if there is one now.</param>
public readonly record struct BucketLevel(bool Taken, int Remaining, TimeSpan UntilFull, TimeSpan UntilNext)
{
    /// <param name="taken">Whether a token was taken.</param>
    /// <param name="capacity">The most tokens in the bucket.</param>
    /// <param name="perToken">After which time a token is added.</param>
    /// <param name="untilFull">After which time the bucket is full again. All else follows from it.</param>
    public static BucketLevel From(bool taken, int capacity, TimeSpan perToken, TimeSpan untilFull)
    {
        var missing = Math.Max(0, untilFull.Ticks);
        var next = missing - ((capacity - 1) * perToken.Ticks);
        return new BucketLevel(
            taken, (int)Math.Max(0, ((capacity * perToken.Ticks) - missing) / perToken.Ticks), TimeSpan.FromTicks(missing), TimeSpan.FromTicks(Math.Max(0, next)));
    }
}
