using System.Diagnostics;

namespace LiveFeed.IntegrationTests.Support;

/// <summary>A user whom the permissions of files bind. They don't bind root, so tests that root runs start their server as nobody.</summary>
internal static class OrdinaryUser
{
    private const string Nobody = "65534";
    private static readonly string[] AsNobody = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"];

    public static string Name => Environment.IsPrivilegedProcess ? "nobody" : Environment.UserName;

    /// <summary>Why a server can't be started as such a user here; null if it can.</summary>
    public static string? WhyMissing { get; } = FindWhyMissing();

    /// <summary>Returns the program that gives the user a data folder with all in it, and then starts the server as that user.</summary>
    public static IReadOnlyList<string> WrapperFor(string data) => Environment.IsPrivilegedProcess
        ? ["sh", "-c", $"chown -R {Nobody}:{Nobody} \"$0\" && exec \"$@\"", data, .. AsNobody]
        : [];

    private static string? FindWhyMissing()
    {
        if (OperatingSystem.IsWindows())
            return "Needs the permissions of Unix.";
        if (!Environment.IsPrivilegedProcess)
            return null;
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(AsNobody[0], [.. AsNobody[1..], "dotnet", Path.Combine(AppContext.BaseDirectory, "livefeed.dll"), "--help"])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"The user nobody can't run the server: {error.Result}{output.Result}".Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Root needs setpriv to run the server as nobody.";
        }
    }
}
