namespace LiveFeed.Client;

/// <summary>The body of a response. It ends with an error if nothing comes for too long, or if one message is too large to hold.</summary>
/// <param name="body">The body.</param>
/// <param name="options">The limits.</param>
internal sealed class WatchedStream(Stream body, FeedClientOptions options) : Stream
{
    private long read;

    /// <summary>Called once, when the first bytes have come.</summary>
    public Action? Begun { get; set; }

    /// <summary>A message is complete: what follows is another one.</summary>
    public void Complete() => read = 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var silence = new CancellationTokenSource(options.Silence, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        int count;
        try
        {
            count = await body.ReadAsync(buffer, either.Token);
        }
        catch (OperationCanceledException exception) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"Nothing has come for {options.Silence}.", exception);
        }

        if (count > 0)
        {
            Begun?.Invoke();
            Begun = null;
        }

        read += count;
        return read <= options.MaxMessageBytes ? count : throw new InvalidDataException($"A message has more than {options.MaxMessageBytes} bytes ({nameof(FeedClientOptions.MaxMessageBytes)}).");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();
        base.Dispose(disposing);
    }
}
