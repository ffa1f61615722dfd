using System.ComponentModel;
using System.Runtime.InteropServices;

namespace LiveFeed.BrowserTests.Network;

/// <summary>
/// Carries packets between two devices, as a bad mobile network does. Linux's own <c>netem</c> would do the same, but many kernels lack it.
/// </summary>
internal sealed partial class RoughLink : IDisposable
{
    private const short IsReadable = 0x0001; // POLLIN
    private const int Interrupted = 4; // EINTR

    // How soon the thread notices that it should end, if there is nothing to carry.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    // Not the thread pool: the other tests, which run at the same time, must not make it rougher.
    private readonly Thread thread;
    private volatile bool isOver;
    private volatile Exception? failure;

    /// <param name="one">The device of one side.</param>
    /// <param name="other">The device of the other.</param>
    /// <param name="seed">Decides which packets are lost. When they are sent is chance all the same.</param>
    public RoughLink(TunDevice one, TunDevice other, int seed)
    {
        There = new RoughDirection(one, other, new Random(seed));
        Back = new RoughDirection(other, one, new Random(seed + 1));
        thread = new Thread(Carry) { Name = nameof(RoughLink), IsBackground = true };
        thread.Start();
    }

    public RoughDirection There { get; }

    public RoughDirection Back { get; }

    public void Dispose()
    {
        isOver = true;
        thread.Join();
        if (failure is not null)
            throw new InvalidOperationException("The link broke.", failure);
    }

    private void Carry()
    {
        RoughDirection[] directions = [There, Back];
        var waits = Array.ConvertAll(directions, direction => new Wait { Descriptor = direction.Descriptor, For = IsReadable });
        try
        {
            while (!isOver)
            {
                var next = directions.Min(direction => direction.NextIn) ?? LongestWait;
                var milliseconds = Math.Ceiling(Math.Clamp(next.TotalMilliseconds, 0, LongestWait.TotalMilliseconds));
                var happened = Poll(waits, (uint)waits.Length, (int)milliseconds);
                if (happened < 0 && Marshal.GetLastPInvokeError() is not Interrupted and var error)
                    throw new Win32Exception(error);
                foreach (var (wait, direction) in waits.Zip(directions))
                {
                    if (happened > 0 && wait.Happened != 0)
                        direction.Take();
                    direction.Deliver();
                }
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }
    }

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll([In, Out] Wait[] waits, uint count, int milliseconds);

    /// <summary><c>struct pollfd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Wait
    {
        public int Descriptor;
        public short For;
        public short Happened;
    }
}
