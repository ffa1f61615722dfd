using System.Diagnostics;
using System.Globalization;

namespace LiveFeed.Benchmarks.Faults.Readers;

/// <summary>Readers with Socket.IO's own client, in a Node.js process (<c>peers/socketio/readers.mjs</c>).</summary>
internal sealed class SocketIoReaders : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task reading;

    private SocketIoReaders(Process process, Task reading) => (this.process, this.reading) = (process, reading);

    /// <param name="command">The program, to which the address and the number of readers are added.</param>
    /// <param name="server">Where they connect.</param>
    /// <param name="readers">What each of them receives is written here.</param>
    /// <param name="cancellationToken">Cancels the connecting.</param>
    public static async Task<SocketIoReaders> ConnectAsync(IReadOnlyList<string> command, Uri server, IReadOnlyList<Receipts> readers, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), server.GetLeftPart(UriPartial.Authority), readers.Count.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = new SocketIoReaders(process, ReadAsync(process.StandardOutput, readers, connected));
        await connected.Task.WaitAsync(cancellationToken);
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await reading;
        process.Dispose();
    }

    private static async Task ReadAsync(StreamReader lines, IReadOnlyList<Receipts> readers, TaskCompletionSource connected)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line == "ready")
                connected.TrySetResult();
            else if (line.Split(' ', 2) is [var reader, var message])
                readers[int.Parse(reader, CultureInfo.InvariantCulture)].Add(message);
        }

        connected.TrySetException(new InvalidOperationException("The readers ended before they were connected."));
    }
}
