namespace LiveFeed.Testing;

/// <summary>Programs that tests start if this machine has them.</summary>
public static class InstalledProgram
{
    /// <summary>Returns the path of a program; null if it isn't installed. Debian's servers aren't on every user's path.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin")
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Returns why a test can't start a program; null if it can.</summary>
    /// <param name="program">The program's name.</param>
    /// <param name="package">Debian's package that has it; null if it has the program's name.</param>
    public static string? WhyMissing(string program, string? package = null) =>
        Find(program) is null ? $"There is no {program}: apt-get install {package ?? program}; tests/run does it." : null;
}
