using System.Diagnostics;
using System.Net.Http.Json;

namespace LiveFeed.Testing;

/// <summary>The server as a separate process, so that it can be killed, and its memory is only its own.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

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

    public static async Task<ServerProcess> StartAsync(string data, IReadOnlyDictionary<string, string> environment, params string[] settings)
    {
        var process = await LaunchAsync(data, environment, settings);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split("Now listening on: ") is not [_, var address])
                continue;
            // Keep reading, so that the pipe never fills.
            _ = process.StandardOutput.ReadToEndAsync();
            return new ServerProcess(process, new Uri(address));
        }

        throw new InvalidOperationException("The server did not start.");
    }

    /// <summary>Kills a server while it starts, as soon as the condition is true.</summary>
    public static async Task KillAtStartAsync(string data, Func<bool> condition)
    {
        using var process = await LaunchAsync(data, new Dictionary<string, string>(), []);
        _ = process.StandardOutput.ReadToEndAsync();
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

    private static async Task<Process> LaunchAsync(string data, IReadOnlyDictionary<string, string> environment, string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        foreach (var argument in new[]
        {
            Path.Combine(AppContext.BaseDirectory, "livefeed.dll"), "--environment=Production", "--urls=http://127.0.0.1:0",
            $"--LiveFeed:DataDirectory={data}", "--LiveFeed:Jwt:SigningKey=a-signing-key-of-the-tests-and-of-nobody-else",
            $"--LiveFeed:Admin:Email={LiveFeedServer.AdminEmail}", $"--LiveFeed:Admin:Password={LiveFeedServer.Password}",
            "--LiveFeed:RateLimits:Enabled=false",
        }.Concat(await TestDatabase.SettingsAsync(data)).Concat(settings.Select(setting => "--LiveFeed:" + setting)))
            start.ArgumentList.Add(argument);

        return Process.Start(start)!;
    }

    public async Task<ApiUser> AdminAsync()
    {
        var http = new HttpClient { BaseAddress = Address };
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

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}
