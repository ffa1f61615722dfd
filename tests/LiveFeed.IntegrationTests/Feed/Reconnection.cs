namespace LiveFeed.IntegrationTests.Feed;

/// <summary>From the end of a stream to the next one that goes on.</summary>
/// <param name="Goodbye">The code of the bye before the end; null if there was none.</param>
/// <param name="Retry">How long the reader was to wait.</param>
/// <param name="Gap">The time from the end of the connection to the first byte of the one that goes on.</param>
/// <param name="Attempts">How many connections it took; 1 if the first one went on.</param>
internal sealed record Reconnection(string? Goodbye, TimeSpan Retry, TimeSpan Gap, int Attempts)
{
    /// <summary>For how long the reader had nothing beyond the time that it was to wait.</summary>
    public TimeSpan Overdue => Gap - Retry;
}
