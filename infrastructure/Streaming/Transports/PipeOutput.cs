using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LiveFeed.Infrastructure.Streaming.Transports;

/// <summary>A stream that is sent through the web server: over TLS, HTTP/2 or HTTP/1.0, or on a system other than Linux.</summary>
internal sealed class PipeOutput(PipeWriter body, Action abort) : IStreamOutput
{
    private ValueTaskAwaiter<FlushResult> flush;
    private bool isFlushing;

    public bool IsChunked => false;

    public bool IsGone { get; private set; }

    public SafeHandle? SocketHandle => null;

    public long? BytesAcknowledged => null;

    public int Send(ReadOnlySpan<byte> bytes)
    {
        body.Write(bytes);
        flush = body.FlushAsync(CancellationToken.None).GetAwaiter();
        isFlushing = true;
        return bytes.Length;
    }

    public void SendRemainder(ReadOnlyMemory<byte> bytes) => Send(bytes.Span);

    public bool IsWritable()
    {
        if (!isFlushing)
            return true;
        if (!flush.IsCompleted)
            return false;
        isFlushing = false;
        try
        {
            IsGone = flush.GetResult() is { IsCompleted: true } or { IsCanceled: true };
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            IsGone = true;
        }

        return true;
    }

    public void OnWritable(Action action) => flush.UnsafeOnCompleted(action);

    public void Abort() => abort();
}
