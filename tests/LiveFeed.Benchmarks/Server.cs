using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.Benchmarks;

/// <summary>LiveFeed as a separate process, over a new SQLite file, with a signed-in administrator and without limits.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const string Email = "admin@example.org";
    private const string Password = "benchmark-password";
    private const int Unlimited = int.MaxValue;
    private readonly Child process;
    private readonly string data;
    private readonly bool ownsData;

    private Server(Child process, string data, bool ownsData, Uri address)
    {
        (this.process, this.data, this.ownsData, Address) = (process, data, ownsData, address);
        Http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public int Pid => process.Pid;

    public HttpClient Http { get; }

    public string AccessToken { get; private set; } = "";

    /// <summary>Processor time that the server has used.</summary>
    public TimeSpan Cpu => process.Cpu;

    public string DatabaseFile => Path.Combine(data, "livefeed.db");

    /// <summary>Physical memory of the server, in bytes.</summary>
    public long Memory => process.Memory;

    /// <summary>Starts the server as it is shipped.</summary>
    public static Task<Server> StartAsync(string? core = null, params string[] settings) =>
        StartAsync(["dotnet", Path.Combine(AppContext.BaseDirectory, "livefeed.dll")], core, settings, CancellationToken.None);

    /// <param name="command">The program to start; settings are added to it.</param>
    /// <param name="core">The processor that it may run on; null for any.</param>
    /// <param name="settings">More settings, such as <c>--LiveFeed:Feed:MemoryEntries=64</c>.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static Task<Server> StartAsync(
        IReadOnlyList<string> command, string? core, IReadOnlyList<string> settings, CancellationToken cancellationToken) =>
        StartAsync(command, core, Directory.CreateTempSubdirectory("livefeed-bench-").FullName, ownsData: true, settings, cancellationToken);

    /// <summary>Starts the server as it is shipped, over a data folder that stays.</summary>
    public static Task<Server> StartOverAsync(string data, params string[] settings) =>
        StartAsync(["dotnet", Path.Combine(AppContext.BaseDirectory, "livefeed.dll")], null, data, ownsData: false, settings, CancellationToken.None);

    private static async Task<Server> StartAsync(
        IReadOnlyList<string> command, string? core, string data, bool ownsData, IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        var port = LocalPort.FindFree();
        var process = Child.Start(
            [
                .. command, "--environment=Production", $"--urls=http://127.0.0.1:{port}",
                $"--LiveFeed:DataDirectory={data}", "--LiveFeed:Jwt:SigningKey=a-signing-key-of-the-benchmarks-and-of-nobody-else",
                $"--LiveFeed:Admin:Email={Email}", $"--LiveFeed:Admin:Password={Password}", "--LiveFeed:RateLimits:Enabled=false", "--LiveFeed:Statistics:Every=00:00:00",
                $"--LiveFeed:Streams:MaxPerAddress={Unlimited}", $"--LiveFeed:Streams:MaxPerUser={Unlimited}", .. settings,
            ],
            core);
        var server = new Server(process, data, ownsData, new Uri($"http://127.0.0.1:{port}"));
        try
        {
            await process.ListensAsync(port, cancellationToken);
            await server.SignInAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns a value of /metrics, summed over its labels; 0 if there is none yet.</summary>
    public async Task<double> MetricAsync(string name) => (await Http.GetStringAsync("/metrics")).Split('\n')
        .Where(line => line.StartsWith(name + " ", StringComparison.Ordinal) || line.StartsWith(name + "{", StringComparison.Ordinal))
        .Sum(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));

    /// <summary>Creates an event of generic sport that everyone may read.</summary>
    public Task CreateEventAsync(string id) => PostAsync("/api/events", new { id, name = "Benchmark", sport = "generic" });

    /// <summary>Creates an event with matches 1 to n, each claimed by the administrator.</summary>
    public async Task CreateEventAsync(string id, int matches)
    {
        await CreateEventAsync(id);
        await PutMatchesAsync(id, matches);
        for (var match = 1; match <= matches; match++)
            await PostAsync($"/api/events/{id}/claims/{match}", new { });
    }

    /// <summary>Creates an event in which teams meet in fours, six matches for each four, of which the administrator claims the first ones.</summary>
    /// <param name="id">The event.</param>
    /// <param name="matches">How many matches.</param>
    /// <param name="claimed">How many of them are claimed.</param>
    /// <param name="withPools">Whether the fours are pools, with standings.</param>
    public async Task CreateLeagueAsync(string id, int matches, int claimed, bool withPools)
    {
        const int matchesPerPool = 6;
        const int poolsPerDivision = 50;
        (int One, int Two)[] meetings = [(0, 1), (2, 3), (0, 2), (1, 3), (0, 3), (1, 2)];
        await CreateEventAsync(id);
        var pools = (matches + matchesPerPool - 1) / matchesPerPool;
        using var put = await Http.PutAsJsonAsync($"/api/events/{id}/schedule", new
        {
            divisions = Enumerable.Range(0, pools).GroupBy(pool => pool / poolsPerDivision).Select(division => new
            {
                id = division.Key,
                name = $"Division {division.Key}",
                pools = withPools ? division.Select(pool => new { id = $"{pool}", name = $"Pool {pool}", teams = Enumerable.Range(pool * 4, 4) }) : null,
            }),
            teams = Enumerable.Range(0, pools * 4).Select(team => new { id = team, name = $"Team {team}" }),
            matches = Enumerable.Range(0, matches).Select(match => (Match: match, Pool: match / matchesPerPool, Meeting: meetings[match % matchesPerPool])).Select(one => new
            {
                id = one.Match + 1,
                divisionId = one.Pool / poolsPerDivision,
                team1Id = (one.Pool * 4) + one.Meeting.One,
                team2Id = (one.Pool * 4) + one.Meeting.Two,
            }),
        });
        put.EnsureSuccessStatusCode();
        for (var match = 1; match <= claimed; match++)
            await PostAsync($"/api/events/{id}/claims/{match}", new { });
    }

    /// <summary>Adds matches 1 to n to an event. Each new match makes one feed entry.</summary>
    public async Task PutMatchesAsync(string id, int matches)
    {
        using var put = await Http.PutAsJsonAsync($"/api/events/{id}/schedule", new
        {
            matches = Enumerable.Range(1, matches).Select(match => new { id = match, team1Label = $"Team {match}", team2Label = "Others" }),
        });
        put.EnsureSuccessStatusCode();
    }

    public async Task PostAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Signs the administrator in, at the start and before the token ends.</summary>
    public async Task SignInAsync()
    {
        using var answer = await Http.PostAsJsonAsync("/api/auth/login", new { email = Email, password = Password });
        answer.EnsureSuccessStatusCode();
        AccessToken = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await process.DisposeAsync();
        if (ownsData)
            Directory.Delete(data, true);
    }
}
