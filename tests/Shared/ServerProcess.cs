using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace LiveFeed.Testing;

/// <summary>The server as a separate process, so that it can be killed, and its memory is only its own.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>The lines that it has written since it listens: its log.</summary>
    public IReadOnlyCollection<string> Output => output;

    /// <summary>Bytes of memory in use.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>
    /// Settings that make the process collect garbage early. Uncollected garbage doesn't show what is kept; these leave 4 MB of it at most.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> EagerCollector = new Dictionary<string, string>
    {
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_GCgen0size"] = "400000",
    };

    /// <param name="data">Its data folder.</param>
    /// <param name="settings">Such as <c>Claims:Lease=00:00:05</c>, all under the section LiveFeed.</param>
    public static Task<ServerProcess> StartAsync(string data, params string[] settings) =>
        StartAsync(data, new Dictionary<string, string>(), settings);

    public static async Task<ServerProcess> StartAsync(string data, IReadOnlyDictionary<string, string> environment, params string[] settings) =>
        await ListeningAsync(await LaunchAsync([], data, environment, settings));

    /// <summary>Starts the version that follows this one, which is in the program of the tests.</summary>
    /// <param name="data">Its data folder.</param>
    /// <param name="settings">As above.</param>
    public static async Task<ServerProcess> StartNextVersionAsync(string data, params string[] settings) =>
        await ListeningAsync(await LaunchAsync([], data, new Dictionary<string, string>(), settings, "LiveFeed.IntegrationTests.dll"));

    /// <param name="wrapper">A program that replaces itself by the server: its arguments go on with the server's command.</param>
    /// <param name="data">Its data folder.</param>
    /// <param name="settings">As above; <c>/urls=...</c> is where it listens.</param>
    public static async Task<ServerProcess> StartWithinAsync(IReadOnlyList<string> wrapper, string data, params string[] settings) =>
        await ListeningAsync(await LaunchAsync(wrapper, data, new Dictionary<string, string>(), settings));

    /// <param name="data">Its data folder.</param>
    /// <param name="onLine">Gets each line that the server writes until it listens.</param>
    public static async Task<ServerProcess> StartAsync(string data, Func<string, Task> onLine) =>
        await ListeningAsync(await LaunchAsync([], data, new Dictionary<string, string>(), []), onLine);

    /// <summary>Runs a server that can't start.</summary>
    /// <returns>Its exit code, and what it wrote to standard error and standard output.</returns>
    public static Task<(int Code, string Error, string Output)> FailAsync(string data, params string[] settings) => FailWithinAsync([], data, settings);

    /// <inheritdoc cref="FailAsync"/>
    /// <param name="wrapper">A program that replaces itself by the server: its arguments go on with the server's command.</param>
    /// <param name="data">Its data folder.</param>
    /// <param name="settings">Such as <c>Claims:Lease=00:00:05</c>, all under the section LiveFeed.</param>
    public static async Task<(int Code, string Error, string Output)> FailWithinAsync(IReadOnlyList<string> wrapper, string data, params string[] settings)
    {
        using var process = await LaunchAsync(wrapper, data, new Dictionary<string, string>(), settings);
        var (error, output) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }

        return (process.ExitCode, await error, await output);
    }

    private static async Task<ServerProcess> ListeningAsync(Process process, Func<string, Task>? onLine = null)
    {
        _ = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (onLine is not null)
                await onLine(line);
            if (line.Split("Now listening on: ") is not [_, var address])
                continue;
            var server = new ServerProcess(process, new Uri(address));
            _ = server.KeepReadingAsync();
            return server;
        }

        throw new InvalidOperationException("The server did not start.");
    }

    // So that the pipe never fills.
    private async Task KeepReadingAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            output.Enqueue(line);
    }

    /// <summary>Kills a server while it starts, as soon as the condition is true.</summary>
    public static async Task KillAtStartAsync(string data, Func<bool> condition)
    {
        using var process = await LaunchAsync([], data, new Dictionary<string, string>(), []);
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        try
        {
            await Eventually.TrueAsync(() => Task.FromResult(process.HasExited || condition()));
            Assert.False(process.HasExited, "The server ended by itself.");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<Process> LaunchAsync(IReadOnlyList<string> wrapper, string data, IReadOnlyDictionary<string, string> environment, string[] settings, string program = "livefeed.dll")
    {
        string[] command = [.. wrapper, "dotnet"];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        foreach (var argument in new[]
        {
            Path.Combine(AppContext.BaseDirectory, program), "--environment=Production", "--urls=http://127.0.0.1:0",
            $"--LiveFeed:DataDirectory={data}", "--LiveFeed:Jwt:SigningKey=a-signing-key-of-the-tests-and-of-nobody-else",
            $"--LiveFeed:Admin:Email={LiveFeedServer.AdminEmail}", $"--LiveFeed:Admin:Password={LiveFeedServer.Password}",
            "--LiveFeed:RateLimits:Enabled=false", "--LiveFeed:Statistics:Every=00:00:00",
        }.Concat(await TestDatabase.SettingsAsync(data)).Concat(settings.Select(setting => setting[0] == '/' ? "--" + setting[1..] : "--LiveFeed:" + setting)))
            start.ArgumentList.Add(argument);

        return Process.Start(start)!;
    }

    public async Task<ApiUser> AdminAsync()
    {
        // Without it, a stream that the client has left stays open for some seconds, in case its end comes.
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = Address };
        var session = await Expect.SuccessAsync(await http.PostAsJsonAsync(
            "/api/auth/login", new { email = LiveFeedServer.AdminEmail, password = LiveFeedServer.Password }));
        return new ApiUser(
            http, session.GetProperty("user").GetProperty("id").GetString()!, LiveFeedServer.AdminEmail,
            session.GetProperty("accessToken").GetString()!, "");
    }

    /// <summary>SIGKILL: no handler, no flush, no goodbye.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>SIGTERM: it says goodbye to its readers and ends by itself.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}
