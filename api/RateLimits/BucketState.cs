namespace LiveFeed.Api.RateLimits;

/// <summary>The result of taking a token.</summary>
internal readonly record struct BucketState(bool Taken, int Limit, int Remaining, DateTimeOffset FullAt, TimeSpan NextToken);
