using System.Diagnostics;

namespace LiveFeed.BrowserTests.Engines;

/// <summary>
/// A program with a temporary folder as its home. The program, all processes that it starts, and the folder end with this process, however this
/// process ends.
/// </summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    /// <summary>
    /// Standard input is a pipe from this process: when it ends, so does cat, and then the program's whole group, for a browser is many processes.
    /// They are killed: nothing of theirs is kept. One that is still ending may write into the folder while it is removed. Ctrl-C ends cat only.
    /// </summary>
    private const string Script =
        """
        trap : INT TERM HUP
        setsid "$@" >"$HOME/output" 2>"$HOME/errors" & group=$!
        cat >/dev/null
        exec 2>/dev/null
        kill -s KILL -- "-$group"
        wait $group
        tries=0
        until rm -rf "$HOME" || [ $((tries += 1)) -eq 100 ]; do :; done
        """;

    private readonly Process process;

    private EngineProcess(Process process, string folder) => (this.process, Folder) = (process, folder);

    /// <summary>The program's home.</summary>
    public string Folder { get; }

    /// <summary>What the program has written to standard output so far.</summary>
    public string Output => TextOf("output");

    /// <param name="program">An installed program.</param>
    /// <param name="arguments">Gets the folder.</param>
    /// <param name="environment">Further variables.</param>
    public static EngineProcess Start(string program, Func<string, string[]> arguments, params (string Name, string Value)[] environment)
    {
        var path = InstalledProgram.Find(program) ?? throw new InvalidOperationException($"There is no {program}.");
        var folder = Directory.CreateTempSubdirectory($"livefeed-{program}-").FullName;
        var start = new ProcessStartInfo("sh", ["-c", Script, "sh", path, .. arguments(folder)]) { RedirectStandardInput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        foreach (var name in new[] { "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR" })
            start.Environment[name] = folder;
        return new EngineProcess(Process.Start(start)!, folder);
    }

    /// <summary>Returns what a file in the folder has so far; nothing if there is no such file yet.</summary>
    public string TextOf(string file)
    {
        var path = Path.Combine(Folder, file);
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
