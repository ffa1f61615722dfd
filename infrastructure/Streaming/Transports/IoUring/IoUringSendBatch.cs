using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace LiveFeed.Infrastructure.Streaming.Transports.IoUring;

/// <summary>
/// Sends to many sockets with one system call: io_uring of Linux 6.1 and later. Every send has a flag not to wait. So all sends have ended
/// when the call returns, and the system holds nothing that was given to it. The layouts are those of linux/io_uring.h, which never change.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed unsafe partial class IoUringSendBatch : ISendBatch
{
    private const int Entries = 64;

    // asm-generic/unistd.h, linux/io_uring.h, asm-generic/mman.h.
    private const nint SysIoUringSetup = 425, SysIoUringEnter = 426;
    private const uint IoringSetupSubmitAll = 1 << 7, IoringSetupSingleIssuer = 1 << 12, IoringSetupDeferTaskRun = 1 << 13;
    private const int IoringEnterGetEvents = 1;
    private const byte IoringOpSend = 26;
    private const int ProtReadWrite = 3, MapSharedPopulate = 0x8001;
    private const nint MapFailed = -1;
    private const long IoringOffSqes = 0x10000000;

    private readonly SafeHandle[] sockets = new SafeHandle[Entries];
    private readonly int[] results = new int[Entries];
    private readonly List<MemoryHandle> pins = new(Entries);
    private readonly int ring;
    private readonly nint rings, entries;
    private readonly nuint ringsLength, entriesLength;
    private readonly Parameters layout;
    private byte[]? pinned;
    private nint pinnedAt;
    private int count;

    private IoUringSendBatch(int ring, Parameters layout)
    {
        (this.ring, this.layout) = (ring, layout);
        ringsLength = Math.Max(
            layout.Submission.Array + (layout.SubmissionEntries * sizeof(uint)),
            layout.Completion.Entries + (layout.CompletionEntries * (uint)sizeof(Completed)));
        entriesLength = layout.SubmissionEntries * (uint)sizeof(Submitted);
        rings = Map(0, ringsLength, ProtReadWrite, MapSharedPopulate, ring, 0);
        entries = Map(0, entriesLength, ProtReadWrite, MapSharedPopulate, ring, IoringOffSqes);
    }

    public int Capacity => Entries;

    /// <summary>
    /// Opens a ring that only the calling thread may use. Returns null and the system's error if the system doesn't let this process have
    /// one.
    /// </summary>
    public static IoUringSendBatch? TryOpen(out int error)
    {
        error = 0;
        var layout = new Parameters { Flags = IoringSetupSubmitAll | IoringSetupSingleIssuer | IoringSetupDeferTaskRun };
        var file = (int)Call(SysIoUringSetup, Entries, (nint)(&layout), 0, 0, 0, 0);
        var ring = file < 0 ? null : new IoUringSendBatch(file, layout);
        if (ring is { rings: not MapFailed, entries: not MapFailed })
        {
            for (var i = 0u; i < layout.SubmissionEntries; i++)
                ((uint*)(ring.rings + layout.Submission.Array))[i] = i;
            return ring;
        }

        error = Marshal.GetLastPInvokeError();
        ring?.Dispose();
        return null;
    }

    public bool TryAdd(SafeHandle socket, ReadOnlyMemory<byte> bytes)
    {
        if (!MemoryMarshal.TryGetArray(bytes, out var part))
            return false;
        // Pin first, because it may run out of memory: a reference that nobody releases would keep the socket's owner waiting for ever.
        var address = Pinned(part.Array!) + part.Offset;
        var referenced = false;
        try
        {
            socket.DangerousAddRef(ref referenced);
        }
        catch (ObjectDisposedException)
        {
            return false;
        }

        ref var tail = ref *(uint*)(rings + layout.Submission.Tail);
        ((Submitted*)entries)[tail & (layout.SubmissionEntries - 1)] = new Submitted
        {
            Operation = IoringOpSend,
            Descriptor = (int)socket.DangerousGetHandle(),
            Address = (ulong)address,
            Length = (uint)part.Count,
            MessageFlags = SocketOutput.DontWait | SocketOutput.NoSignal,
            UserData = (ulong)count,
        };
        Volatile.Write(ref tail, tail + 1);
        sockets[count++] = socket;
        return true;
    }

    public ReadOnlySpan<int> Send()
    {
        var all = count;
        Array.Fill(results, int.MinValue, 0, all);
        for (var (toTake, toEnd) = (all, all); toEnd > 0;)
        {
            var taken = (int)Call(SysIoUringEnter, ring, toTake, toEnd, IoringEnterGetEvents, 0, 0);
            toTake -= Math.Max(taken, 0);
            toEnd -= Reap();
            if (taken < 0 && toEnd == toTake && Marshal.GetLastPInvokeError() != SocketOutput.Interrupted)
            {
                // The kernel rejected the rest (e.g. ENOMEM): rewind the tail, and report those as not sent.
                Volatile.Write(ref *(uint*)(rings + layout.Submission.Tail), Volatile.Read(ref *(uint*)(rings + layout.Submission.Head)));
                break;
            }
        }

        for (var i = 0; i < all; i++)
        {
            // After any other error than "would block" nothing was sent: a send of its own succeeds, or shows that the connection is gone.
            if (results[i] < 0)
                results[i] = results[i] == -SocketOutput.WouldBlock ? 0 : ISendBatch.NotSent;
            sockets[i].DangerousRelease();
        }

        foreach (var pin in pins)
            pin.Dispose();
        pins.Clear();
        Array.Clear(sockets, 0, all);
        (pinned, count) = (null, 0);
        return results.AsSpan(0, all);
    }

    public void Dispose()
    {
        foreach (var socket in sockets.AsSpan(0, count))
            socket.DangerousRelease();
        pins.ForEach(pin => pin.Dispose());
        if (rings != MapFailed)
            _ = Unmap(rings, ringsLength);
        if (entries != MapFailed)
            _ = Unmap(entries, entriesLength);
        _ = Close(ring);
    }

    // Most sends of a batch have the same bytes.
    private nint Pinned(byte[] array)
    {
        if (ReferenceEquals(array, pinned))
            return pinnedAt;
        var pin = array.AsMemory().Pin();
        pins.Add(pin);
        (pinned, pinnedAt) = (array, (nint)pin.Pointer);
        return pinnedAt;
    }

    private int Reap()
    {
        ref var head = ref *(uint*)(rings + layout.Completion.Head);
        var (first, tail) = (head, Volatile.Read(ref *(uint*)(rings + layout.Completion.Tail)));
        for (var at = first; at != tail; at++)
        {
            var completed = ((Completed*)(rings + layout.Completion.Entries))[at & (layout.CompletionEntries - 1)];
            results[completed.UserData] = completed.Returned;
        }

        Volatile.Write(ref head, tail);
        return (int)(tail - first);
    }

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint Call(nint number, nint a, nint b, nint c, nint d, nint e, nint f);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint Map(nint at, nuint length, int protection, int flags, int file, long offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint at, nuint length);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);

    /// <summary><c>struct io_uring_params</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Parameters
    {
        public uint SubmissionEntries, CompletionEntries, Flags, ThreadCpu, ThreadIdle, Features, WorkQueue, Reserved1, Reserved2, Reserved3;
        public SubmissionOffsets Submission;
        public CompletionOffsets Completion;
    }

    /// <summary><c>struct io_sqring_offsets</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct SubmissionOffsets
    {
        public uint Head, Tail, Mask, Count, Flags, Dropped, Array, Reserved;
        public ulong UserAddress;
    }

    /// <summary><c>struct io_cqring_offsets</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct CompletionOffsets
    {
        public uint Head, Tail, Mask, Count, Overflow, Entries, Flags, Reserved;
        public ulong UserAddress;
    }

    /// <summary><c>struct io_uring_sqe</c>.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    private struct Submitted
    {
        public byte Operation, Flags;
        public ushort Priority;
        public int Descriptor;
        public ulong Offset, Address;
        public uint Length, MessageFlags;
        public ulong UserData;
    }

    /// <summary><c>struct io_uring_cqe</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Completed
    {
        public ulong UserData;
        public int Returned;
        public uint Flags;
    }
}
