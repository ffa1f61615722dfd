namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>What came of sending to one subscriber of a batch.</summary>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Result">How far it was advanced; meaningless if it failed.</param>
/// <param name="Failure">Why it failed; null if it did not.</param>
internal readonly record struct SendResult(Subscriber Subscriber, AdvanceResult Result, Exception? Failure);
