namespace LiveFeed.Api.Privacy;

/// <summary>The erasure of an account.</summary>
internal sealed record ErasureBody(string Password);
