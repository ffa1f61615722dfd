using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Testing;

/// <summary>
/// The whole server on a port of this machine, over a database of its own (<see cref="TestDatabase"/>). Rate limits, pauses after wrong
/// passwords, entries with statistics and the demo are off unless a test sets them.
/// </summary>
public sealed class LiveFeedServer : IAsyncDisposable
{
    public const string AdminEmail = "admin@example.org";
    public const string Password = "a-long-test-password";

    private readonly string[] settings;
    private readonly TimeProvider? time;
    private readonly bool ownsData;
    private readonly FailureLog failures;
    private WebApplication app;

    private LiveFeedServer(WebApplication app, string dataDirectory, bool ownsData, string[] settings, TimeProvider? time, FailureLog failures)
    {
        (this.app, DataDirectory, this.ownsData, this.settings, this.time) = (app, dataDirectory, ownsData, settings, time);
        this.failures = failures;
        Address = new Uri(app.Urls.First());
        Http = Client();
    }

    public Uri Address { get; }

    public string DataDirectory { get; }

    /// <summary>A client without an account.</summary>
    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>What this server has logged as errors, without those of other servers in the same run.</summary>
    public IReadOnlyCollection<string> Failures => failures.Failures;

    /// <param name="settings">Such as <c>Claims:Lease=00:00:05</c>: all under the section LiveFeed except those that begin with a
    /// slash.</param>
    public static Task<LiveFeedServer> StartAsync(params string[] settings) => StartAsync(null, null, settings);

    /// <summary>Starts a server over a new database on PostgreSQL, whatever the other tests run on.</summary>
    public static async Task<LiveFeedServer> StartOnPostgresAsync(params string[] settings)
    {
        var data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
        await TestDatabase.UsePostgresAsync(data);
        return await StartAsync(null, data, ownsData: true, settings);
    }

    /// <summary>Starts another server, or the next one, over an existing data folder, which stays.</summary>
    public static Task<LiveFeedServer> OverAsync(string dataDirectory, params string[] settings) => StartAsync(null, dataDirectory, settings);

    /// <param name="time">The server's clock; null for the real one.</param>
    /// <param name="dataDirectory">An existing data folder to use; null for a new one that is removed at the end.</param>
    /// <param name="settings">Such as <c>Claims:Lease=00:00:05</c>, all under the section LiveFeed.</param>
    public static Task<LiveFeedServer> StartAsync(TimeProvider? time, string? dataDirectory, params string[] settings) =>
        StartAsync(time, dataDirectory ?? Directory.CreateTempSubdirectory("livefeed-test-").FullName, dataDirectory is null, settings);

    private static async Task<LiveFeedServer> StartAsync(TimeProvider? time, string data, bool ownsData, string[] settings)
    {
        if (ownsData && !TestDatabase.IsServerOf(data))
            await SqliteTemplate.CopyToAsync(data);
        var failures = new FailureLog();
        var app = await RunAsync("http://127.0.0.1:0", data, settings, time, failures);
        return new LiveFeedServer(app, data, ownsData, settings, time, failures);
    }

    /// <summary>Stops, as at SIGTERM, and starts again on the same port over the same data.</summary>
    public async Task RestartAsync(Func<Task>? whileDown = null)
    {
        await StopAsync();
        if (whileDown is not null)
            await whileDown();
        app = await RunAsync(Address.ToString(), DataDirectory, settings, time, failures);
    }

    public async Task StopAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>Returns a client with nothing set but the address. Many may be open at once.</summary>
    public HttpClient Client() =>
        new(new SocketsHttpHandler { UseCookies = false, ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Signs in the administrator.</summary>
    public Task<ApiUser> AdminAsync() => SignInAsync(AdminEmail, Password);

    /// <summary>Signs in the administrator with a client of the caller's.</summary>
    public static Task<ApiUser> AdminAsync(HttpClient http) => SignInAsync(http, http, AdminEmail, Password);

    /// <summary>Registers a new account and signs it in.</summary>
    public async Task<ApiUser> RegisterAsync(string name)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        using var response = await Http.PostAsJsonAsync("/api/auth/register", new { email, password = Password, displayName = name });
        response.EnsureSuccessStatusCode();
        return await SignInAsync(email, Password);
    }

    public Task<ApiUser> SignInAsync(string email, string password) => SignInAsync(Http, Client(), email, password);

    private static async Task<ApiUser> SignInAsync(HttpClient http, HttpClient users, string email, string password)
    {
        using var response = await http.PostAsJsonAsync("/api/auth/login", new { email, password });
        response.EnsureSuccessStatusCode();
        var session = await response.Content.ReadFromJsonAsync<JsonElement>();
        return new ApiUser(
            users, session.GetProperty("user").GetProperty("id").GetString()!, email, session.GetProperty("accessToken").GetString()!,
            session.GetProperty("refreshToken").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        if (ownsData)
            await TestDatabase.RemoveAsync(DataDirectory);
    }

    private static async Task<WebApplication> RunAsync(string address, string data, string[] settings, TimeProvider? time, FailureLog failures)
    {
        string[] all =
        [
            "--environment=Production",
            $"--urls={address}",
            "--Logging:LogLevel:Default=Warning",
            $"--LiveFeed:DataDirectory={data}",
            "--LiveFeed:Jwt:SigningKey=a-signing-key-of-the-tests-and-of-nobody-else",
            $"--LiveFeed:Admin:Email={AdminEmail}",
            $"--LiveFeed:Admin:Password={Password}",
            "--LiveFeed:RateLimits:Enabled=false",
            "--LiveFeed:Auth:MaxSignInPause=00:00:00",
            "--LiveFeed:Statistics:Every=00:00:00",
            .. await TestDatabase.SettingsAsync(data),
            .. settings.Select(setting => setting.StartsWith('/') ? "--" + setting[1..] : "--LiveFeed:" + setting),
        ];
        var app = LiveFeedHost.Build(all, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(FailureLog.Instance);
            builder.Logging.AddProvider(failures);
            // Nobody guesses the passwords of tests, and most of a short test would be the time of their hashes.
            builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
            if (time is not null)
                builder.Services.Replace(ServiceDescriptor.Singleton(time));
        });
        await app.StartAsync();
        return app;
    }
}
