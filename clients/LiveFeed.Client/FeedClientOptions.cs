namespace LiveFeed.Client;

/// <summary>How a client gets what is new.</summary>
public enum FeedTransport
{
    /// <summary>By a stream of Server-Sent Events.</summary>
    Stream,

    /// <summary>By requests that the server holds until there is something new, where streams are blocked or buffered.</summary>
    Poll,
}

/// <summary>Settings of a <see cref="FeedClient"/>.</summary>
public sealed record FeedClientOptions
{
    /// <summary>How the client gets what is new.</summary>
    public FeedTransport Transport { get; init; }

    /// <summary>
    /// Returns an access token, or null to read as nobody. It is called before each connection, with the token that the server has rejected or that has ended, if there is one:
    /// then it returns another, and if it can't, the rejection is thrown.
    /// </summary>
    public Func<string?, CancellationToken, ValueTask<string?>>? AccessToken { get; init; }

    /// <summary>How long a stream may be silent: the server sends a comment after every 15 s of silence. A stream that says nothing for longer is replaced.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>The longest pause between two attempts, whatever the server asks for.</summary>
    public TimeSpan MaxPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes of one message or page. The largest is a snapshot. What is larger is thrown as an <see cref="InvalidDataException"/>.</summary>
    public int MaxMessageBytes { get; init; } = 64 << 20;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Throws if a setting is out of range.</summary>
    internal FeedClientOptions Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Silence, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(MaxPause, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMessageBytes, 1);
        return this;
    }
}
