using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LiveFeed.UnitTests.Replay;

/// <summary>A request as the stub received it.</summary>
internal sealed record Call(string Method, string Path, string Body, string? Token)
{
    public string Route => $"{Method} {Path}";

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}

/// <summary>
/// A stub that responds to a replay over a real connection, and fails on demand. It knows no rule of the API: the real API is tested
/// elsewhere. The stub is for what the real one does rarely.
/// </summary>
internal sealed class StubApi : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Route, Func<HttpContext, Task> Fault)> faults = new();
    private readonly ConcurrentDictionary<int, JsonElement> scores = new();
    private int tokens;

    private StubApi(WebApplication app) => this.app = app;

    public ConcurrentQueue<Call> Calls { get; } = new();

    public HttpClient Http { get; private set; } = new();

    /// <summary>The winner of every stored score; null for the team that leads its last period.</summary>
    public int? Winner { get; set; }

    public static async Task<StubApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var stub = new StubApi(builder.Build());
        stub.app.Run(stub.RespondAsync);
        await stub.app.StartAsync();
        stub.Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(stub.app.Urls.First() + "/") };
        return stub;
    }

    /// <summary>Makes the next call of that route get this response. Faults come in the order in which they were given.</summary>
    public void Fail(string route, int status, string? code = null, string? retryAfter = null, string? position = null)
    {
        var errors = new Dictionary<string, string[]>();
        if (position is not null)
            errors[position] = ["wrong"];
        Next(route, async context =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null)
                context.Response.Headers.RetryAfter = retryAfter;
            await context.Response.WriteAsJsonAsync(new { code, detail = "as requested", errors });
        });
    }

    /// <summary>Makes the next call of that route do its work and never get a response.</summary>
    public void LoseResponse(string route) => Next(route, context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Makes the next call of that route succeed, after this action.</summary>
    public void Before(string route, Action action) => Next(route, context =>
    {
        action();
        return context.Response.WriteAsJsonAsync(new { });
    });

    private void Next(string route, Func<HttpContext, Task> fault) => faults.Enqueue((route, fault));

    public IEnumerable<Call> Of(string route) => Calls.Where(call => call.Route == route);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    private async Task RespondAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var token = context.Request.Headers.Authorization.ToString() is { Length: > 7 } header ? header[7..] : null;
        var call = new Call(context.Request.Method, context.Request.Path.Value!, await reader.ReadToEndAsync(), token);
        Calls.Enqueue(call);
        if (faults.TryPeek(out var next) && next.Route == call.Route && faults.TryDequeue(out next))
            await next.Fault(context);
        else
            await context.Response.WriteAsJsonAsync(ResponseTo(call));
    }

    private static int? Leader(JsonElement[] periods)
    {
        var last = periods.LastOrDefault();
        return last.ValueKind == JsonValueKind.Undefined
            ? null
            : last.GetProperty("team1").GetInt32().CompareTo(last.GetProperty("team2").GetInt32()) switch { > 0 => 1, < 0 => 2, _ => null };
    }

    private static JsonElement? Member(JsonElement score, string name) => score.TryGetProperty(name, out var value) ? value : null;

    private static int? WinnerOf(JsonElement score) =>
        Member(score, "outcome") is { } outcome ? Member(outcome, "winner")?.GetInt32()
        : Member(score, "decider") is { } decider ? Leader([decider])
        : Leader([.. score.GetProperty("sets").EnumerateArray()]);

    private object ResponseTo(Call call)
    {
        if (call.Path is "/api/auth/login" or "/api/auth/refresh")
        {
            var number = Interlocked.Increment(ref tokens);
            return new { accessToken = $"access-{number}", expiresIn = 3600, refreshToken = $"refresh-{number}", user = new { id = "u" } };
        }

        if (call.Path is "/api/auth/register" or "/api/auth/me")
            return new { id = "u1", displayName = "Someone" };
        if (!call.Path.EndsWith("/scores", StringComparison.Ordinal))
            return new { };
        if (call.Method == "POST")
            return scores[call.Json.GetProperty("matchId").GetInt32()] = call.Json;
        var items = scores.Values.Select(score => new
        {
            matchId = score.GetProperty("matchId"),
            sets = score.GetProperty("sets"),
            status = score.GetProperty("status"),
            winner = Winner ?? WinnerOf(score),
            outcome = Member(score, "outcome"),
            decider = Member(score, "decider"),
        });
        return new { items, total = scores.Count, limit = 100, offset = 0 };
    }
}
