using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace LiveFeed.Infrastructure.Streaming.Transports;

/// <summary>A stream that is sent through its connection's own socket: one system call that doesn't wait, and nothing in between.</summary>
[SupportedOSPlatform("linux")]
internal sealed partial class SocketOutput : IStreamOutput
{
    // Constants of Linux: asm-generic/errno.h, asm-generic/socket.h, linux/tcp.h.
    internal const int DontWait = 0x40, NoSignal = 0x4000, Interrupted = 4, WouldBlock = 11;
    private const int TcpLevel = 6, TcpInfo = 11, TcpNotSentLowWater = 25;
    private const int BytesAckedAt = 120;

    // Cap unsent bytes in the kernel buffer (TCP_NOTSENT_LOWAT): for a slow client they cost memory and delay later entries.
    private const int MaxUnsent = 65_536;

    private readonly Socket socket;
    private readonly SafeHandle handle;
    private readonly Action abort;
    private ValueTaskAwaiter<int> sending;
    private bool isSending;

    public SocketOutput(Socket socket, Action abort)
    {
        this.socket = socket;
        handle = socket.SafeHandle;
        this.abort = abort;
        try
        {
            socket.SetRawSocketOption(TcpLevel, TcpNotSentLowWater, MemoryMarshal.AsBytes([MaxUnsent]));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The client was gone before the stream began. The stream must still run, because it releases what it has acquired.
            IsGone = true;
        }
    }

    public bool IsChunked => true;

    public bool IsGone { get; private set; }

    /// <summary>The socket's handle. A send by other means than this class must hold a reference to it.</summary>
    public SafeHandle? SocketHandle => handle;

    public long? BytesAcknowledged
    {
        get
        {
            Span<byte> info = stackalloc byte[BytesAckedAt + sizeof(long)];
            try
            {
                return socket.GetRawSocketOption(TcpLevel, TcpInfo, info) == info.Length ? BitConverter.ToInt64(info[BytesAckedAt..]) : null;
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return null;
            }
        }
    }

    public int Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (true)
            {
                // Not Socket.Send: it waits unless the socket is made non-blocking, and that would affect the server too. During this call
                // the handle can't be closed, and its number can't be given to another connection.
                var sent = Send(handle, in MemoryMarshal.GetReference(bytes), (nuint)bytes.Length, DontWait | NoSignal);
                if (sent >= 0)
                    return (int)sent;
                var error = Marshal.GetLastPInvokeError();
                if (error == Interrupted)
                    continue;
                IsGone = error != WouldBlock;
                return 0;
            }
        }
        catch (ObjectDisposedException)
        {
            IsGone = true;
            return 0;
        }
    }

    public void SendRemainder(ReadOnlyMemory<byte> bytes)
    {
        if (IsGone)
            return;
        try
        {
            sending = socket.SendAsync(bytes, SocketFlags.None, CancellationToken.None).GetAwaiter();
            isSending = true;
        }
        catch (ObjectDisposedException)
        {
            IsGone = true;
        }
    }

    public bool IsWritable()
    {
        if (!isSending)
            return true;
        if (!sending.IsCompleted)
            return false;
        isSending = false;
        try
        {
            sending.GetResult();
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            IsGone = true;
        }

        return true;
    }

    public void OnWritable(Action action) => sending.UnsafeOnCompleted(action);

    public void Abort()
    {
        try
        {
            // Discard what the client has not read; it must not be kept for the client.
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It is closed already, which is the goal.
        }

        abort();
    }

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static partial nint Send(SafeHandle socket, in byte bytes, nuint length, int flags);
}
