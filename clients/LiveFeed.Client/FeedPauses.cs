namespace LiveFeed.Client;

/// <summary>The pauses between connections: what the server asks for, and longer while nothing works.</summary>
internal sealed class FeedPauses(FeedClientOptions options)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    private TimeSpan next = First;

    /// <summary>The pause that the server asks for after a connection that has worked: its <c>retry:</c>.</summary>
    public TimeSpan Asked { get; set; } = First;

    /// <summary>Something has come.</summary>
    public void Worked() => next = First;

    /// <summary>Waits before the next attempt.</summary>
    /// <param name="hasWorked">Whether the last one has brought anything.</param>
    /// <param name="retryAfter">What its response asks for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task PauseAsync(bool hasWorked, TimeSpan retryAfter, CancellationToken cancellationToken)
    {
        var pause = hasWorked ? Asked : next > retryAfter ? next : retryAfter;
        next = hasWorked ? First : next * 2 < options.MaxPause ? next * 2 : options.MaxPause;
        pause = pause < options.MaxPause ? pause : options.MaxPause;
        // Clients that a server has lost at once must not come back at once.
        return Task.Delay(pause * (0.5 + (Random.Shared.NextDouble() / 2)), options.Time, cancellationToken);
    }
}
