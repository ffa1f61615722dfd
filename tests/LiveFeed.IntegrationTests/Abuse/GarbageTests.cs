using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.Domain;
using LiveFeed.IntegrationTests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Abuse;

/// <summary>
/// Garbage of every kind, sent to every call that writes. It is rejected with a documented code, and never makes the server fail.
/// </summary>
public sealed class GarbageTests(ContractServer server) : IClassFixture<ContractServer>
{
    private static readonly HashSet<string> Vocabulary = [.. Enum.GetValues<ErrorCode>().Select(code => code.ToWireName())];

    private const string NewMatch =
        """{"id":9,"divisionId":1,"courtId":1,"team1Id":1,"team2Label":"B","startsAt":"2026-07-04T10:00:00Z","endsAt":"2026-07-04T11:00:00Z","number":"M9","officials":[{"duty":"referee","userId":"x","name":"Sam"}],"workTeamId":2,"notBefore":"2026-07-04T10:00:00Z","followedBy":1,"tieId":"SF","leg":1}""";

    private const string Draw =
        """{"divisionId":1,"kind":"pools","teams":[{"id":1,"seed":1,"group":"x"},{"name":"*","seed":2},{"name":"*b"},{"name":"*c"}],"fromPools":{"first":1,"pools":["A"]},"thirdPlace":false,"consolation":false,"resetFinal":false,"legs":2,"poolCount":2,"poolSize":2,"advancing":1,"numberPrefix":"G","firstNumber":100,"add":true}""";

    /// <summary>
    /// Every call that writes, with a body that it accepts, or none. <c>*</c> stands for something new, <c>@</c> for a user's id.
    /// </summary>
    private static readonly Dictionary<string, string?> Writes = new()
    {
        ["POST /api/auth/register"] = """{"email":"*@example.org","password":"a-long-password","displayName":"Jo"}""",
        ["POST /api/auth/login"] = """{"email":"*@example.org","password":"a-long-password"}""",
        ["POST /api/auth/refresh"] = """{"refreshToken":"x"}""",
        ["POST /api/auth/logout"] = """{"refreshToken":"x"}""",
        ["POST /api/events"] = """{"id":"*","name":"An event","sport":"volleyball","visibility":"public","startsAt":"2026-07-04T10:00:00Z","endsAt":"2026-07-05T10:00:00Z","bestOf":3,"timeZone":"Europe/Berlin","format":"volleyball","publicNames":"initials"}""",
        ["PATCH /api/events/{eventId}"] = """{"name":"Renamed","sport":"generic","visibility":"members","startsAt":"2026-07-04T10:00:00Z","endsAt":"2026-07-05T10:00:00Z","bestOf":null,"archived":false,"timeZone":"UTC","format":{"kind":"sum","periods":1},"publicNames":"none"}""",
        ["DELETE /api/events/{eventId}"] = null,
        ["PUT /api/events/{eventId}/schedule"] = """{"divisions":[{"id":1,"name":"One"}],"courts":[{"id":1,"name":"One"}],"teams":[{"id":1,"name":"A","divisionId":1,"players":[{"id":1,"name":"Jo","number":"7","userId":"@"}]}],"matches":[{"id":1,"divisionId":1,"courtId":1,"team1Id":1,"team2Label":"B","startsAt":"2026-07-04T10:00:00Z","endsAt":"2026-07-04T11:00:00Z"}]}""",
        ["POST /api/events/{eventId}/matches"] = NewMatch,
        ["PATCH /api/events/{eventId}/matches/{matchId}"] = NewMatch.Replace("\"id\":9,", "", StringComparison.Ordinal),
        ["DELETE /api/events/{eventId}/matches/{matchId}"] = null,
        ["POST /api/events/{eventId}/teams"] = """{"id":9,"name":"A","divisionId":1}""",
        ["PATCH /api/events/{eventId}/teams/{teamId}"] = """{"name":"A","divisionId":1}""",
        ["DELETE /api/events/{eventId}/teams/{teamId}"] = null,
        ["POST /api/events/{eventId}/teams/{teamId}/players"] = """{"id":9,"name":"Jo","number":"00","userId":"@"}""",
        ["PUT /api/events/{eventId}/teams/{teamId}/players"] = """{"players":[{"id":9,"name":"Jo","number":"7","userId":"@"},{"name":"Ann"}]}""",
        ["PATCH /api/events/{eventId}/teams/{teamId}/players/{playerId}"] = """{"name":"Jo","number":"00","userId":"@"}""",
        ["DELETE /api/events/{eventId}/teams/{teamId}/players/{playerId}"] = null,
        ["PUT /api/events/{eventId}/matches/{matchId}/lineups/{side}"] = """{"players":[{"person":"Jo","number":"7","starts":true,"roles":["captain","goalkeeper"]},{"person":1,"starts":false}]}""",
        ["POST /api/events/{eventId}/courts"] = """{"id":9,"name":"One"}""",
        ["PATCH /api/events/{eventId}/courts/{courtId}"] = """{"name":"One"}""",
        ["DELETE /api/events/{eventId}/courts/{courtId}"] = null,
        ["POST /api/events/{eventId}/divisions"] = """{"id":9,"name":"One"}""",
        ["PATCH /api/events/{eventId}/divisions/{divisionId}"] = """{"name":"One"}""",
        ["DELETE /api/events/{eventId}/divisions/{divisionId}"] = null,
        ["POST /api/events/{eventId}/draws"] = Draw.Replace(""","fromPools":{"first":1,"pools":["A"]}""", "", StringComparison.Ordinal),
        ["POST /api/events/{eventId}/draws/preview"] = Draw,
        // Accepts files of any kind, and reports in its response what is wrong with them: SchedulePreviewTests has its garbage.
        ["POST /api/events/{eventId}/schedule/preview"] = null,
        ["POST /api/events/{eventId}/members"] = """{"email":"*@example.org","role":"media","teamIds":[1,2]}""",
        ["PUT /api/events/{eventId}/members/{userId}"] = """{"role":"media","teamIds":[1,2]}""",
        ["DELETE /api/events/{eventId}/members/{userId}"] = null,
        ["PUT /api/events/{eventId}/teams/{teamId}/members/{userId}"] = """{"role":"player"}""",
        ["DELETE /api/events/{eventId}/teams/{teamId}/members/{userId}"] = null,
        ["POST /api/events/{eventId}/teams/{teamId}/invitations"] = """{"role":"family","uses":1,"expiresAt":"2026-07-04T10:00:00Z"}""",
        ["DELETE /api/events/{eventId}/teams/{teamId}/invitations/{invitationId}"] = null,
        ["POST /api/events/{eventId}/teams/{teamId}/messages"] = """{"text":"Hello","clientMessageId":"*"}""",
        ["DELETE /api/events/{eventId}/teams/{teamId}/messages/{messageId}"] = null,
        ["POST /api/events/{eventId}/teams/{teamId}/typing"] = null,
        ["POST /api/events/{eventId}/claims/{matchId}"] = """{"expiresAt":"2026-07-04T10:00:00Z"}""",
        ["DELETE /api/events/{eventId}/claims/{matchId}"] = null,
        ["POST /api/events/{eventId}/scores"] = """{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"inProgress","occurredAt":"2026-07-04T10:00:00Z","clientUpdateId":"*","outcome":{"kind":"retired","winner":1,"note":"x"},"decider":{"kind":"shootOut","team1":1,"team2":0},"points":{"team1":"15","team2":"0"},"server":1,"reason":"x"}""",
        ["PUT /api/events/{eventId}/matches/{matchId}/official"] = """{"official":true}""",
        ["PUT /api/events/{eventId}/standings/{poolId}/ranks"] = """{"ranks":[{"teamId":1,"rank":1,"reason":"x"}]}""",
        ["POST /api/events/{eventId}/matches/{matchId}/incidents"] = """{"kind":"goal","period":1,"minute":45,"added":2,"side":1,"person":"Jo","person2":"Ann","detail":"Header","occurredAt":"2026-07-04T10:00:00Z","clientUpdateId":"*"}""",
        ["DELETE /api/events/{eventId}/incidents/{incidentId}"] = null,
        ["PUT /api/events/{eventId}/matches/{matchId}/clock"] = """{"period":1,"state":"running","elapsedMs":1000,"added":2,"occurredAt":"2026-07-04T10:00:00Z","correction":true,"clientUpdateId":"*"}""",
        ["PUT /api/events/{eventId}/coverage-plans"] = """{"selectedMatches":[1,2]}""",
        ["DELETE /api/events/{eventId}/coverage-plans"] = null,
        ["POST /api/events/{eventId}/import"] = """{"scores":[{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"final","lastUpdated":"2026-07-04T10:00:00Z"}],"claims":[{"matchId":1,"claimedBy":"@","claimedAt":"2026-07-04T10:00:00Z","expiresAt":"2099-07-04T10:00:00Z"}],"coveragePlans":[{"selectedMatches":[1],"userId":"@","updatedAt":"2026-07-04T10:00:00Z"}]}""",
        ["POST /api/streams/tickets"] = null,
        ["PUT /api/follows/{*topic}"] = null,
        ["DELETE /api/follows/{*topic}"] = null,
        ["POST /api/notifications/read"] = """{"upTo":1}""",
        ["PUT /api/notifications/settings"] = """{"off":["set-ended"]}""",
        ["PUT /api/auth/password"] = """{"currentPassword":"x","newPassword":"another-long-password"}""",
        ["DELETE /api/me"] = """{"password":"x"}""",
        ["POST /api/auth/password-reset"] = """{"email":"jo@example.org"}""",
        ["PUT /api/auth/password-reset"] = """{"token":"x","newPassword":"another-long-password"}""",
        ["DELETE /api/auth/sessions"] = null,
        ["DELETE /api/auth/sessions/{sessionId}"] = null,
        ["POST /api/events/{eventId}/invitations"] = """{"role":"media","teamIds":[1,2],"uses":1,"expiresAt":"2026-07-04T10:00:00Z"}""",
        ["DELETE /api/events/{eventId}/invitations/{invitationId}"] = null,
        ["POST /api/invitations/{token}/accept"] = null,
        ["POST /api/events/{eventId}/scorer-links"] = """{"courtId":1,"name":"Morning","expiresAt":"2026-07-04T10:00:00Z"}""",
        ["DELETE /api/events/{eventId}/scorer-links/{scorerLinkId}"] = null,
        ["POST /api/auth/scorer-links/preview"] = """{"secret":"x"}""",
        ["POST /api/auth/scorer-links"] = """{"secret":"x","name":"Jo","deviceId":"tablet"}""",
        ["POST /api/events/{eventId}/announcements"] = """{"text":"Rain","courtId":1,"until":"2099-07-04T10:00:00Z"}""",
        ["DELETE /api/events/{eventId}/announcements/{announcementId}"] = null,
        ["POST /api/events/{eventId}/webhooks"] = """{"url":"https://receiver.invalid/","types":["score-update"],"secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}""",
        ["PATCH /api/events/{eventId}/webhooks/{webhookId}"] = """{"url":"https://receiver.invalid/","types":["score-update"],"paused":true,"rotateSecret":true}""",
        ["DELETE /api/events/{eventId}/webhooks/{webhookId}"] = null,
        ["POST /api/events/{eventId}/webhooks/{webhookId}/test"] = null,
        ["POST /api/events/{eventId}/scores/batch"] = """{"scores":[{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"inProgress","occurredAt":"2026-07-04T10:00:00Z","clientUpdateId":"*"}]}""",
    };

    // They don't use the key: a preview writes nothing, a batch has one for each score, a secret is never stored to be sent again, and neither is that somebody is writing.
    private static readonly string[] WithoutKey = ["/preview", "/batch", "/invitations", "/scorer-links", "/webhooks", "/typing"];

    public static TheoryData<string> AllWrites => new(Writes.Keys);

    public static TheoryData<string> WritesWithBody => new(Writes.Where(write => write.Value is not null).Select(write => write.Key));

    [Fact]
    public void The_table_names_every_call_that_writes()
    {
        var mapped = server.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
                .Where(method => method is not ("GET" or "HEAD"))
                .Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"));

        Assert.Equal(mapped.Order(StringComparer.Ordinal), Writes.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(WritesWithBody))]
    public async Task A_body_that_is_no_such_JSON_object_is_rejected(string write)
    {
        var (method, path) = await AddressAsync(write);
        foreach (var (what, body) in Bodies())
            await RejectedAsync(what, await SendAsync(method, path, body), 400, "invalid_json");
        // No body at all, for calls that must have one. For calls that can do without a body this is not garbage.
        foreach (var body in new[] { null, "", "null" })
            await NoFailureAsync($"body {body}", await SendAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body)));
        Assert.Empty(server.NewFailures());
    }

    [Theory]
    [MemberData(nameof(WritesWithBody))]
    public async Task A_member_that_is_there_twice_or_is_none_is_rejected_with_its_name(string write)
    {
        var (method, path) = await AddressAsync(write);
        var good = Writes[write]!;
        var first = JsonDocument.Parse(good).RootElement.EnumerateObject().First();

        var doubled = await SendAsync(method, path, Encoding.UTF8.GetBytes($"{good[..^1]},\"{first.Name}\":{first.Value.GetRawText()}}}"));
        Assert.Contains(first.Name, (await RejectedAsync("a member twice", doubled, 400, "invalid_json")).Positions().Single());
        var unknown = await SendAsync(method, path, Encoding.UTF8.GetBytes($"{good[..^1]},\"nonsense\":1}}"));
        Assert.Equal(["nonsense"], (await RejectedAsync("an unknown member", unknown, 400, "invalid_json")).Positions());
        var capitals = await SendAsync(method, path, Encoding.UTF8.GetBytes(good.Replace(first.Name, first.Name.ToUpperInvariant())));
        await RejectedAsync("a member in capitals", capitals, 400, "invalid_json");
        Assert.Empty(server.NewFailures());
    }

    [Theory]
    [MemberData(nameof(WritesWithBody))]
    public async Task Whatever_stands_in_the_place_of_a_value_the_server_never_fails(string write)
    {
        string[] instead =
        [
            "null", "{}", "[]", "[null]", "[[]]", "[{}]", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "-1", "1.5", "2147483648", "1e999", "true", "\"2026-07-01\"",
            "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.999Z\"", $"\"{new string('x', 1_000)}\"", "\"🏐\\u202e\\u2028\"",
        ];
        var (method, path) = await AddressAsync(write);
        foreach (var position in Positions(JsonNode.Parse(Writes[write]!)!).Distinct().ToList())
        {
            foreach (var value in instead)
                await NoFailureAsync($"{position} = {value}", await SendAsync(method, path, Encoding.UTF8.GetBytes(Replace(Writes[write]!, position, value))));
        }

        Assert.Empty(server.NewFailures());
    }

    [Theory]
    [MemberData(nameof(WritesWithBody))]
    public async Task A_body_that_is_not_declared_as_JSON_in_UTF_8_is_rejected(string write)
    {
        var (method, path) = await AddressAsync(write);
        foreach (var type in new[]
        {
            null, "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/octet-stream",
            "application/jsonp", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/json; charset=utf-7", "nonsense", "/",
        })
            await RejectedAsync(type ?? "no type", await SendAsync(method, path, Encoding.UTF8.GetBytes(Writes[write]!), type), 415, "unsupported_media_type");
        Assert.Empty(server.NewFailures());
    }

    [Theory]
    [MemberData(nameof(WritesWithBody))]
    public async Task A_body_that_is_too_large_is_rejected_whether_or_not_it_states_its_length(string write)
    {
        var (method, path) = await AddressAsync(write);
        var most = path.EndsWith("/schedule", StringComparison.Ordinal) || path.EndsWith("/import", StringComparison.Ordinal) ? 8 * 1024 * 1024 : 64 * 1024;
        var body = new byte[most + 1];
        Array.Fill(body, (byte)' ');
        foreach (var chunked in new[] { false, true })
            await RejectedAsync($"chunked {chunked}", await SendAsync(method, path, body, chunked: chunked), 413, "body_too_large");
        Assert.Empty(server.NewFailures());
    }

    [Theory]
    [MemberData(nameof(AllWrites))]
    public async Task Garbage_in_the_address_and_the_headers_is_rejected(string write)
    {
        var (method, path) = await AddressAsync(write);
        var body = Writes[write] is { } good ? Encoding.UTF8.GetBytes(good) : null;
        if (path.Contains("/claims/", StringComparison.Ordinal))
        {
            foreach (var id in new[] { "x", "1.5", "2147483648", "-2147483649", "1e3", "0x1", "NaN", "%20", "1%00" })
                await NoFailureAsync($"match {id}", await SendAsync(method, path[..(path.LastIndexOf('/') + 1)] + id, body), ofFramework: id == "1%00");
        }

        foreach (var key in new[] { "two words", new string('k', 129), "tab\there" })
        {
            var response = await SendAsync(method, path, body, headers: [("Idempotency-Key", key)]);
            if (path.StartsWith("/api/events", StringComparison.Ordinal) && !Array.Exists(WithoutKey, path.Contains))
                await RejectedAsync($"key {key}", response, 400, "invalid_idempotency_key");
            else
                await NoFailureAsync($"key {key}", response);
        }

        foreach (var match in new[] { "*", "W/\"v1\"", "\"", "nonsense", "\"v1" })
            await NoFailureAsync($"If-Match {match}", await SendAsync(method, path, body, headers: [("If-Match", match)]));
        Assert.Empty(server.NewFailures());
    }

    private static IEnumerable<(string What, byte[] Body)> Bodies()
    {
        foreach (var text in new[]
        {
            "{", "}", "[]", "42", "\"text\"", "true", "{}{}", "{'a':1}", "{\"a\":", "{\"a\":1,}", "{/* */}", "NaN", "Infinity", "{\"nonsense\":NaN}", "{\"nonsense\":1}",
            "{\"\\ud800\":1}", "{\"a\\u0000b\":1}", "{\"\":1}", "undefined", "<xml/>", "a=b&c=d", "\0\0\0",
        })
            yield return (text, Encoding.UTF8.GetBytes(text));
        yield return ("arrays in arrays", Encoding.UTF8.GetBytes(new string('[', 60_000)));
        yield return ("objects in objects", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 10_000))));
        yield return ("no UTF-8", [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        yield return ("UTF-16", Encoding.Unicode.GetBytes("{}"));
    }

    private static IEnumerable<string> Positions(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value is null ? [] : Positions(member.Value).Prepend(member.Value.GetPath())),
        JsonArray items => items.SelectMany(item => Positions(item!).Prepend(item!.GetPath())),
        _ => [],
    };

    /// <summary>Returns the same JSON with another value at one location.</summary>
    private static string Replace(string json, string position, string value)
    {
        const string mark = "\"here it goes\"";
        var root = JsonNode.Parse(json)!;
        var target = Find(root, position);
        target.ReplaceWith(JsonNode.Parse(mark));
        return root.ToJsonString().Replace(mark, value);
    }

    private static JsonNode Find(JsonNode node, string position) => node.GetPath() == position ? node : node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().First(value => IsIn(position, value.GetPath())) is var next ? Find(next, position) : node,
        JsonArray items => Find(items.OfType<JsonNode>().First(item => IsIn(position, item.GetPath())), position),
        _ => throw new ArgumentException("There is no such position.", nameof(position)),
    };

    private static bool IsIn(string position, string path) => position == path || position.StartsWith(path + ".", StringComparison.Ordinal) || position.StartsWith(path + "[", StringComparison.Ordinal);

    /// <summary>Returns the address of a call, on an event of its own that has everything the call needs.</summary>
    private async Task<(string Method, string Path)> AddressAsync(string write)
    {
        var parts = write.Split(' ');
        var id = await server.EventAsync();
        await server.Admin.ClaimAsync(id, 1);
        return (parts[0], parts[1].Replace("{*topic}", $"events/{id}").Replace("{eventId}", id).Replace("{matchId}", "1").Replace("{teamId}", "1").Replace("{playerId}", "1").Replace("{side}", "1").Replace("{courtId}", "1").Replace("{divisionId}", "1").Replace("{incidentId}", new string('0', 32)).Replace("{userId}", server.Media.Id));
    }

    private Task<HttpResponseMessage> SendAsync(
        string method, string path, byte[]? body, string? type = "application/json", bool chunked = false, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            var text = Encoding.UTF8.GetString(body);
            request.Content = new ByteArrayContent(
                text.Contains('*') || text.Contains('@') ? Encoding.UTF8.GetBytes(text.Replace("\"@\"", $"\"{server.Media.Id}\"").Replace("*", Guid.NewGuid().ToString("N"))) : body);
            if (type is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            request.Headers.TransferEncodingChunked = chunked;
            request.Headers.ExpectContinue = !chunked && body.Length > 64 * 1024;
        }

        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return server.Admin.Http.SendAsync(request);
    }

    private static async Task<JsonElement> RejectedAsync(string what, HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{what}: {(int)response.StatusCode} {text}");
        Assert.True(text.Contains($"\"{code}\"", StringComparison.Ordinal), $"{what}: {text}");
        return await Expect.ProblemAsync(response, status, code);
    }

    /// <summary>Asserts that the call was accepted or rejected and did not fail, and that a rejection has the documented form.</summary>
    private static async Task NoFailureAsync(string what, HttpResponseMessage response, bool ofFramework = false)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode is >= 200 and < 500, $"{what}: {(int)response.StatusCode} {text}");
        if ((int)response.StatusCode < 400 || ofFramework)
            return;
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(JsonDocument.Parse(text).RootElement.TryGetProperty("code", out var code) && Vocabulary.Contains(code.GetString()!), $"{what}: {text}");
        Assert.DoesNotContain("LiveFeed.", text);
        Assert.DoesNotContain("System.", text);
    }
}
