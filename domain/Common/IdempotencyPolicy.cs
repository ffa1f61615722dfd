namespace LiveFeed.Domain;

/// <summary>How long responses are kept for repeats.</summary>
/// <param name="KeptFor">How long a key stands for the request that it was first used for.</param>
public sealed record IdempotencyPolicy(TimeSpan KeptFor);
