namespace LiveFeed.Domain.Claims;

/// <summary>How long claims last.</summary>
/// <param name="Lease">How long a claim lasts after it was made, and after each write under it.</param>
/// <param name="MaxLease">The longest lease that a client may request.</param>
/// <param name="Silence">After how long without a sign of the holder others may take the claim over.</param>
public sealed record ClaimPolicy(TimeSpan Lease, TimeSpan MaxLease, TimeSpan Silence);
