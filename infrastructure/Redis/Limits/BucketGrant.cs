namespace LiveFeed.Infrastructure.Redis.Limits;

/// <summary>Tokens that an instance got from a bucket in Redis.</summary>
/// <param name="Tokens">How many; zero if the bucket is empty.</param>
/// <param name="UntilFull">After which time the bucket is full again.</param>
internal readonly record struct BucketGrant(int Tokens, TimeSpan UntilFull);
