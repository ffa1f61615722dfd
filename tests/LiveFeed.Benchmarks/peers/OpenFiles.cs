namespace LiveFeed.Benchmarks.Peers;

/// <summary>The number of files, including connections, that a process may open.</summary>
internal static class OpenFiles
{
    /// <summary>The hard limit of this process, which its children inherit.</summary>
    public static int Most
    {
        get
        {
            var line = File.ReadLines("/proc/self/limits").First(text => text.StartsWith("Max open files", StringComparison.Ordinal));
            return int.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4], out var most) ? most : 1_000_000;
        }
    }
}
