using System.Runtime.InteropServices;

namespace LiveFeed.Api.Operations;

/// <summary>Runs a command until it is done, or Ctrl+C or SIGTERM stops it. The program leaves signals to the server's host, which such a command has not.</summary>
internal static class UntilStopped
{
    /// <summary>Runs it. Returns its exit code.</summary>
    /// <param name="run">The command; its token is cancelled when it is to stop.</param>
    /// <param name="cancellationToken">Stops it as well.</param>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await run(stop.Token);

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }
}
