using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace LiveFeed.Api.Feed;

/// <summary>A stream that leaves by its connection's own socket: one system call that doesn't wait, and nothing in between.</summary>
[SupportedOSPlatform("linux")]
internal sealed partial class SocketOutput : IStreamOutput
{
    // Of Linux: asm-generic/errno.h, asm-generic/socket.h, linux/tcp.h.
    internal const int DontWait = 0x40, NoSignal = 0x4000, Interrupted = 4, WouldBlock = 11;
    private const int TcpLevel = 6, TcpInfo = 11, TcpNotSentLowWater = 25;
    private const int BytesAckedAt = 120;

    // What lies in the system unsent, because the client reads no faster, is memory, and delays what follows it.
    private const int MaxUnsent = 65_536;

    private readonly Socket socket;
    private readonly SafeHandle handle;
    private readonly Action abort;
    private ValueTaskAwaiter<int> sending;
    private bool isSending;

    public SocketOutput(Socket socket, Action abort)
    {
        (this.socket, handle, this.abort) = (socket, socket.SafeHandle, abort);
        socket.SetRawSocketOption(TcpLevel, TcpNotSentLowWater, MemoryMarshal.AsBytes([MaxUnsent]));
    }

    public bool IsChunked => true;

    public bool IsGone { get; private set; }

    public long? Taken
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

    /// <summary>The socket's; a send by other means than this class must hold a reference to it.</summary>
    public SafeHandle Handle => handle;

    public int Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (true)
            {
                // Not Socket.Send, which waits unless the socket is made one that never does, for the server too. The handle can't be closed, and its number not
                // given to another connection, while the call lasts.
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

    public void SendRest(ReadOnlyMemory<byte> bytes)
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

    public bool HasDrained()
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

    public void WhenDrained(Action action) => sending.UnsafeOnCompleted(action);

    public void Abort()
    {
        try
        {
            // What the client doesn't read is not to be kept for it.
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It is closed already, which is what is wanted.
        }

        abort();
    }

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static partial nint Send(SafeHandle socket, in byte bytes, nuint length, int flags);
}
