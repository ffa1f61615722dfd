using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.Domain;
using LiveFeed.Domain.Formats;
using Microsoft.Data.Sqlite;

namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>A hall that installs this version over the data of an earlier one.</summary>
/// <param name="name">The recording of the earlier version; see Data/README.md.</param>
public abstract class EarlierVersionTests(string name) : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
    private readonly EarlierVersion earlier = new(name);

    protected LiveFeedServer Server { get; private set; } = null!;

    private string DatabaseFile => Path.Combine(data, "livefeed.db");

    public async Task InitializeAsync()
    {
        earlier.UnpackTo(DatabaseFile);
        Server = await LiveFeedServer.StartAsync(earlier.Time, data);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(data, true);
    }

    [SqliteFact]
    public void The_file_opens_and_is_whole_and_a_copy_is_kept_if_the_schema_changed()
    {
        Assert.Equal("ok", Query("PRAGMA integrity_check"));
        Assert.Null(Query("PRAGMA foreign_key_check"));
        var changed = Query("SELECT COUNT(*) FROM __EFMigrationsHistory") is not 1L;
        Assert.Equal(changed ? 1 : 0, Directory.GetFiles(data, "*.bak").Length);
        Assert.Empty(Server.Failures);
    }

    [SqliteFact]
    public async Task Every_read_has_the_same_response()
    {
        var users = new Dictionary<string, HttpClient> { [""] = Server.Http };
        foreach (var who in earlier.Reads.Select(read => read.Who).Where(who => who.Length > 0).Distinct())
            users[who] = (await Server.SignInAsync($"{who}@example.org", LiveFeedServer.Password)).Http;

        var differences = new List<string>();
        foreach (var read in earlier.Reads)
        {
            using var response = await users[read.Who].GetAsync(read.Path);
            var body = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
            if ((int)response.StatusCode != read.Status || !IsSame(read, body))
                differences.Add($"{read.Path} as {(read.Who.Length > 0 ? read.Who : "nobody")}: {read.Status} {read.Body} is now {(int)response.StatusCode} {body.ToJsonString()}");
        }

        Assert.Empty(differences);
    }

    [SqliteFact]
    public async Task A_stream_resumes_exactly_after_its_last_entry_and_goes_on_live()
    {
        var missed = earlier.Reads.Single(read => read.Path.Contains($"after={earlier.EarlierCursor}", StringComparison.Ordinal))
            .Body.GetProperty("entries").EnumerateArray().ToList();
        await using var stream = await StreamClient.OpenAsync(Server.Http, "/api/events/cup/stream", earlier.EarlierCursor);
        var position = long.Parse(earlier.EarlierCursor.Split('.')[1], CultureInfo.InvariantCulture);
        Assert.NotEmpty(missed);
        foreach (var entry in missed)
        {
            var item = await stream.NextAsync();
            Assert.Equal(++position, item!.Sequence);
            Assert.Equal(entry.GetRawText(), item.Data.GetRawText());
        }

        await Expect.SuccessAsync(await (await Server.AdminAsync()).PatchAsync("/api/events/cup", new { name = "Next year" }));
        var live = await stream.UntilAsync(item => item.Type == "message");
        Assert.Equal((position + 1, "event-update"), (live.Sequence, live.Kind));
    }

    [SqliteFact]
    public async Task A_repeated_update_gets_the_first_response_and_changes_nothing()
    {
        using var http = Server.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", earlier.AccessToken);
        var before = await http.GetStringAsync("/api/events/cup/feed");
        using var repeated = await http.PostAsJsonAsync("/api/events/cup/scores", earlier.Update);
        var response = await Expect.SuccessAsync(repeated);
        Assert.True(JsonElement.DeepEquals(earlier.Response, response), $"{earlier.Response} is now {response}");
        Assert.Equal(before, await http.GetStringAsync("/api/events/cup/feed"));
    }

    [SqliteFact]
    public async Task A_claim_and_a_score_go_on()
    {
        var media = await Server.SignInAsync("media@example.org", LiveFeedServer.Password);
        var score = await Expect.SuccessAsync(await media.ScoreAsync("cup", -17, 3, 1));
        Assert.Equal(earlier.Response.GetProperty("version").GetInt32() + 1, score.GetProperty("version").GetInt32());
    }

    [SqliteFact]
    public async Task A_session_goes_on()
    {
        var session = await Expect.SuccessAsync(await Server.Http.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = earlier.RefreshToken }));
        Assert.Equal("coach@example.org", session.GetProperty("user").GetProperty("email").GetString());
        // The token is as it was; what follows it is derived from it, so a repeat returns the same.
        var repeated = await Expect.SuccessAsync(await Server.Http.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = earlier.RefreshToken }));
        Assert.Equal(session.GetProperty("refreshToken").GetString(), repeated.GetProperty("refreshToken").GetString());
        await Expect.SuccessAsync(
            await Server.Http.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = session.GetProperty("refreshToken").GetString() }));
        await Expect.ProblemAsync(
            await Server.Http.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = earlier.RefreshToken }), 401, "refresh_superseded");
    }

    private static bool IsSame(RecordedRead read, JsonNode body)
    {
        var before = JsonNode.Parse(read.Body.GetRawText())!;
        if (read.Status >= 400)
            return JsonNode.DeepEquals(before["code"], body["code"]);
        // The only thing that is meant to differ.
        foreach (var export in new[] { before, body }.OfType<JsonObject>())
            export.Remove("exportedAt");
        RemoveWhatIsNew(before, body);
        return JsonNode.DeepEquals(before, body);
    }

    // Events have a time zone, a format and publicNames since; those of before are in UTC, are played as their sport and bestOf say, and publish names.
    private static void RemoveWhatIsNew(JsonNode? before, JsonNode? body)
    {
        if (before is JsonObject was && body is JsonObject now)
        {
            if (!was.ContainsKey("timeZone") && now["timeZone"]?.GetValue<string>() == "UTC")
                now.Remove("timeZone");
            if (!was.ContainsKey("publicNames") && now["publicNames"]?.GetValue<string>() == "full")
                now.Remove("publicNames");
            if (!was.ContainsKey("format") && JsonNode.DeepEquals(now["format"], FormatOf(was)))
                now.Remove("format");
            foreach (var (name, member) in was)
                RemoveWhatIsNew(member, now[name]);
        }
        else if (before is JsonArray items && body is JsonArray others)
        {
            foreach (var (item, other) in items.Zip(others))
                RemoveWhatIsNew(item, other);
        }
    }

    private static JsonNode? FormatOf(JsonObject liveEvent) => Sports.Find(liveEvent["sport"]?.GetValue<string>() ?? "") is { } sport
        ? JsonSerializer.SerializeToNode(Sports.FormatOf(sport, liveEvent["bestOf"]?.GetValue<int>()), ApiJson.Options)
        : null;

    protected object? Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
