namespace LiveFeed.Client;

/// <summary>The pauses between connections: what the server asks for, and longer while nothing works.</summary>
internal sealed class FeedPauses(FeedClientOptions options)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(500);

    private TimeSpan next = First;

    /// <summary>The pause that the server asks for after a connection that has worked: its <c>retry:</c>.</summary>
    public TimeSpan Asked { get; set; } = First;

    /// <summary>Waits before the next poll after one that has worked: a server lets everybody poll twice a second.</summary>
    /// <param name="openedAt">When that one was sent, as a timestamp.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task SpaceAsync(long openedAt, CancellationToken cancellationToken)
    {
        next = First;
        var spacing = Spacing < options.MaxPause ? Spacing : options.MaxPause;
        return options.Time.GetElapsedTime(openedAt) is var elapsed && elapsed < spacing ? Task.Delay(spacing - elapsed, options.Time, cancellationToken) : Task.CompletedTask;
    }

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
