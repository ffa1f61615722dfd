using System.Diagnostics;

namespace LiveFeed.Benchmarks.FanOut;

/// <summary>The machine on which the figures were measured.</summary>
internal static class Machine
{
    /// <summary>Returns a line for the document: the processor, and the versions of the programs that are compared.</summary>
    public static async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        var cores = (await File.ReadAllLinesAsync("/proc/cpuinfo", cancellationToken))
            .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(':') + 2)..])
            .ToList();
        var parts = new[]
        {
            cores.Count > 0 ? $"{cores.Count} × {cores[0]}" : $"{Environment.ProcessorCount} processors",
            $"Linux {Environment.OSVersion.Version}",
            $".NET {Environment.Version}",
            await SayAsync("nginx", ["-v"], "nginx version: ", cancellationToken),
            await SayAsync("dpkg-query", ["--show", "libnginx-mod-nchan"], "", cancellationToken),
            await SayAsync("node", ["--version"], "", cancellationToken) is { } node ? $"Node.js {node}" : null,
        };
        return string.Join("; ", parts.OfType<string>()) + "\n\n";
    }

    /// <summary>Returns the line of a program's output that has this start, without the start; null if there is no such program.</summary>
    private static async Task<string?> SayAsync(string program, string[] arguments, string start, CancellationToken cancellationToken)
    {
        if (InstalledProgram.Find(program) is null)
            return null;
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        var said = (await output + await errors).Trim().Replace('\t', ' ');
        return process.ExitCode != 0 ? null : said.StartsWith(start, StringComparison.Ordinal) ? said[start.Length..] : said;
    }
}
