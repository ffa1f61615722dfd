namespace LiveFeed.Benchmarks;

/// <summary>Our C programs, built from the source beside this program when a run first needs them.</summary>
internal static class CProgram
{
    /// <param name="source">The C file, relative to this program.</param>
    /// <param name="cancellationToken">Cancels the build.</param>
    /// <returns>The path of the program.</returns>
    public static async Task<string> BuildAsync(string source, CancellationToken cancellationToken)
    {
        var path = Path.Combine(AppContext.BaseDirectory, source);
        var program = Path.ChangeExtension(path, null);
        if (!File.Exists(program) || File.GetLastWriteTimeUtc(program) < File.GetLastWriteTimeUtc(path))
            await Child.RunAsync(["gcc", "-O2", "-pthread", "-o", program, path], null, cancellationToken);
        return program;
    }
}
