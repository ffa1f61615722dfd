using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.Benchmarks;

/// <summary>LiveFeed as a process of its own, over a new SQLite file, with an administrator who is signed in and rate limits off.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const string Email = "admin@example.org";
    private const string Password = "benchmark-password";
    private readonly Process process;
    private readonly string data;

    private Server(Process process, string data, Uri address)
    {
        (this.process, this.data, Address) = (process, data, address);
        Http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public int Pid => process.Id;

    public HttpClient Http { get; }

    public string AccessToken { get; private set; } = "";

    /// <summary>Processor time that the server has used.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<Server> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("livefeed-bench-").FullName;
        var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "livefeed.dll"), "--environment=Production", "--urls=http://127.0.0.1:0",
                $"--LiveFeed:DataDirectory={data}", "--LiveFeed:Jwt:SigningKey=a-signing-key-of-the-benchmarks-and-of-nobody-else",
                $"--LiveFeed:Admin:Email={Email}", $"--LiveFeed:Admin:Password={Password}", "--LiveFeed:RateLimits:Enabled=false",
            },
            RedirectStandardOutput = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split("Now listening on: ") is not [_, var address])
                continue;
            _ = process.StandardOutput.ReadToEndAsync();
            var server = new Server(process, data, new Uri(address));
            await server.SignInAsync();
            return server;
        }

        throw new InvalidOperationException("The server did not start.");
    }

    /// <summary>An event of generic sport with matches 1 to n, each claimed by the administrator.</summary>
    public async Task CreateEventAsync(string id, int matches)
    {
        await PostAsync("/api/events", new { id, name = "Benchmark", sport = "generic" });
        using var put = await Http.PutAsJsonAsync($"/api/events/{id}/schedule", new
        {
            matches = Enumerable.Range(1, matches).Select(match => new { id = match, team1Label = $"Team {match}", team2Label = "Others" }),
        });
        put.EnsureSuccessStatusCode();
        for (var match = 1; match <= matches; match++)
            await PostAsync($"/api/events/{id}/claims/{match}", new { });
    }

    public async Task PostAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(data, true);
    }

    private async Task SignInAsync()
    {
        using var answer = await Http.PostAsJsonAsync("/api/auth/login", new { email = Email, password = Password });
        answer.EnsureSuccessStatusCode();
        AccessToken = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
    }
}
