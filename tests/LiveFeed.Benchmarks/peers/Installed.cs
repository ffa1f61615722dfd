namespace LiveFeed.Benchmarks.Peers;

/// <summary>What this machine has.</summary>
internal static class Installed
{
    /// <summary>Whether a program is on the path.</summary>
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Any(folder => File.Exists(Path.Combine(folder, program)));
}
