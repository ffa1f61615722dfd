namespace LiveFeed.Benchmarks.Peers;

/// <summary>The programs that this machine has.</summary>
internal static class Installed
{
    /// <summary>Returns whether a program is on the path.</summary>
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Any(folder => File.Exists(Path.Combine(folder, program)));
}
