using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LiveFeed.BrowserTests.Network;

/// <summary>
/// A network on this machine that nothing else is connected to (network_namespaces(7)). It has no name, so that nobody has to remove it: the
/// kernel does when this process and those that run in it have ended, however they end.
/// </summary>
internal sealed partial class NetworkNamespace : IDisposable
{
    private const int NewNetwork = 0x4000_0000; // CLONE_NEWNET

    private readonly SafeFileHandle handle;

    private NetworkNamespace(SafeFileHandle handle) => this.handle = handle;

    /// <summary>A command that replaces itself, in this namespace, by the one that its further arguments are.</summary>
    public IReadOnlyList<string> Wrapper =>
        ["nsenter", string.Create(CultureInfo.InvariantCulture, $"--net=/proc/{Environment.ProcessId}/fd/{handle.DangerousGetHandle()}"), "--"];

    public static NetworkNamespace Create() => OnThread(() =>
    {
        ThrowIfFailed(Unshare(NewNetwork), "No network namespace can be created");
        return new NetworkNamespace(File.OpenHandle("/proc/thread-self/ns/net", share: FileShare.ReadWrite));
    });

    /// <summary>
    /// Runs work in this namespace. A socket or device that it opens belongs to the namespace for good, wherever it is used later.
    /// </summary>
    public T Run<T>(Func<T> work) => OnThread(() =>
    {
        ThrowIfFailed(SetNamespace((int)handle.DangerousGetHandle(), NewNetwork), "The network namespace can't be entered");
        return work();
    });

    /// <summary>Runs one of iproute2's programs in this namespace: <c>ip</c> or <c>ss</c>.</summary>
    public async Task RunAsync(string command)
    {
        var start = new ProcessStartInfo(Wrapper[0], [.. Wrapper.Skip(1), .. command.Split(' ')]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command}: {await error}{await output}");
    }

    public void Dispose() => handle.Dispose();

    // A thread of its own, which ends with the work: one of the thread pool would take its namespace along to the work of others.
    private static T OnThread<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>();
        var thread = new Thread(() =>
        {
            try
            {
                result.SetResult(work());
            }
            catch (Exception exception)
            {
                result.SetException(exception);
            }
        });
        thread.Start();
        thread.Join();
        return result.Task.GetAwaiter().GetResult();
    }

    private static void ThrowIfFailed(int result, string message)
    {
        if (result >= 0)
            return;
        var error = new Win32Exception(Marshal.GetLastPInvokeError());
        throw new InvalidOperationException($"{message}: {error.Message}", error);
    }

    [LibraryImport("libc", EntryPoint = "unshare", SetLastError = true)]
    private static partial int Unshare(int flags);

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int SetNamespace(int file, int kind);
}
