using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.OpenApi;

/// <summary>Compares the server's responses with those that the document describes.</summary>
public sealed class ResponsesTests(ApiDocument api) : IClassFixture<ApiDocument>
{
    [Fact]
    public async Task Every_response_of_an_events_life_is_as_documented()
    {
        var admin = await api.Server.AdminAsync();
        var reader = await api.Server.RegisterAsync("Jo");
        await CheckAsync(admin, "get", "/api/auth/me", "/api/auth/me");
        await CheckAsync(admin, "post", "/api/events", "/api/events", new { id = "cup", name = "Cup", sport = "volleyball" });
        await CheckAsync(admin, "patch", "/api/events/{eventId}", "/api/events/cup", new { name = "Cup 2026" });
        await CheckAsync(admin, "put", "/api/events/{eventId}/schedule", "/api/events/cup/schedule", Schedule);
        foreach (var (list, name) in new[] { ("teams", "teamId"), ("courts", "courtId"), ("divisions", "divisionId") })
        {
            await CheckAsync(admin, "post", $"/api/events/{{eventId}}/{list}", $"/api/events/cup/{list}", new { id = 9, name = "New" }, 201);
            await CheckAsync(admin, "post", $"/api/events/{{eventId}}/{list}", $"/api/events/cup/{list}", new { id = 9, name = "New" }, 409);
            await CheckAsync(admin, "patch", $"/api/events/{{eventId}}/{list}/{{{name}}}", $"/api/events/cup/{list}/9", new { name = "Other" }, 200);
            await CheckAsync(admin, "delete", $"/api/events/{{eventId}}/{list}/{{{name}}}", $"/api/events/cup/{list}/77", expected: 404);
            await CheckAsync(admin, "get", $"/api/events/{{eventId}}/{list}/{{{name}}}", $"/api/events/cup/{list}/77", expected: 404);
        }

        await CheckAsync(admin, "post", "/api/events/{eventId}/matches", "/api/events/cup/matches", new { team1Id = 1, team2Id = 2, startsAt = "2026-07-04T10:00:00Z", officials = new[] { new { duty = "referee", name = "Sam" } } }, 201);
        await CheckAsync(admin, "patch", "/api/events/{eventId}/matches/{matchId}", "/api/events/cup/matches/3", new { workTeamId = 9, tieId = "SF", leg = 1, notBefore = "2026-07-04T10:00:00Z", followedBy = 1 }, 200);
        await CheckAsync(admin, "patch", "/api/events/{eventId}/matches/{matchId}", "/api/events/cup/matches/3", new { courtId = 77 }, 422);
        await CheckAsync(admin, "delete", "/api/events/{eventId}/teams/{teamId}", "/api/events/cup/teams/1", expected: 409);
        await CheckAsync(admin, "put", "/api/events/{eventId}/members/{userId}", $"/api/events/cup/members/{reader.Id}", new { role = "media" });
        await CheckAsync(admin, "post", "/api/events/{eventId}/members", "/api/events/cup/members", new { email = reader.Email, role = "media" });
        await CheckAsync(admin, "put", "/api/events/{eventId}/teams/{teamId}/members/{userId}", $"/api/events/cup/teams/1/members/{reader.Id}", new { role = "player" }, 200);
        await CheckAsync(admin, "put", "/api/events/{eventId}/teams/{teamId}/members/{userId}", $"/api/events/cup/teams/77/members/{reader.Id}", new { role = "player" }, 404);
        await CheckAsync(reader, "put", "/api/events/{eventId}/teams/{teamId}/members/{userId}", $"/api/events/cup/teams/1/members/{reader.Id}", new { role = "coach" }, 403);
        await CheckAsync(admin, "post", "/api/events/{eventId}/teams/{teamId}/invitations", "/api/events/cup/teams/1/invitations", new { role = "family", uses = 2 }, 201);
        await CheckAsync(reader, "post", "/api/events/{eventId}/teams/{teamId}/invitations", "/api/events/cup/teams/1/invitations", new { role = "player" }, 403);
        await CheckAsync(admin, "delete", "/api/events/{eventId}/teams/{teamId}/invitations/{invitationId}", "/api/events/cup/teams/1/invitations/none", expected: 404);
        await CheckAsync(reader, "post", "/api/events/{eventId}/teams/{teamId}/messages", "/api/events/cup/teams/1/messages", new { text = "Hello", clientMessageId = "m-1" }, 201);
        await CheckAsync(reader, "post", "/api/events/{eventId}/teams/{teamId}/messages", "/api/events/cup/teams/1/messages", new { text = " " }, 400);
        await CheckAsync(admin, "delete", "/api/events/{eventId}/teams/{teamId}/messages/{messageId}", "/api/events/cup/teams/1/messages/none", expected: 404);
        await CheckAsync(admin, "post", "/api/events/{eventId}/invitations", "/api/events/cup/invitations", new { role = "coach" });
        var invitation = (await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/invitations", new { role = "coach" }))).Text("link")!.Split('#')[1];
        await CheckAsync(admin, "post", "/api/events/{eventId}/scorer-links", "/api/events/cup/scorer-links", new { courtId = 77 }, 404);
        await CheckAsync(admin, "post", "/api/events/{eventId}/scorer-links", "/api/events/cup/scorer-links", new { courtId = 1 }, 201);
        var secret = (await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/scorer-links", new { matchId = 1 }))).Text("link")!.Split('#')[1];
        await CheckAsync(admin, "post", "/api/auth/scorer-links/preview", "/api/auth/scorer-links/preview", new { secret }, 200);
        await CheckAsync(admin, "post", "/api/auth/scorer-links", "/api/auth/scorer-links", new { secret, name = "Kim" }, 200);
        await CheckAsync(admin, "post", "/api/auth/scorer-links", "/api/auth/scorer-links", new { secret, name = "" }, 400);
        await CheckAsync(admin, "delete", "/api/events/{eventId}/scorer-links/{scorerLinkId}", "/api/events/cup/scorer-links/none", expected: 404);
        await CheckAsync(admin, "post", "/api/events/{eventId}/announcements", "/api/events/cup/announcements", new { text = "Rain", until = "2099-07-04T10:00:00Z" }, 201);
        await CheckAsync(admin, "post", "/api/events/{eventId}/announcements", "/api/events/cup/announcements", new { text = "Rain", courtId = 77 }, 404);
        var announcement = (await admin.GetAsync("/api/events/cup/announcements")).Items().Single().Text("id")!;
        await CheckAsync(admin, "delete", "/api/events/{eventId}/announcements/{announcementId}", $"/api/events/cup/announcements/{new string('0', 32)}", expected: 404);
        await CheckAsync(reader, "put", "/api/follows/{topic}", "/api/follows/events/cup/teams/77", expected: 404);
        await CheckAsync(reader, "post", "/api/notifications/read", "/api/notifications/read", new { upTo = 1 }, 200);
        await CheckAsync(reader, "put", "/api/notifications/settings", "/api/notifications/settings", new { off = new[] { "set-ended" } }, 200);
        await CheckAsync(reader, "put", "/api/notifications/settings", "/api/notifications/settings", new { off = new[] { "gossip" } }, 400);
        await CheckAsync(admin, "post", "/api/events/{eventId}/webhooks", "/api/events/cup/webhooks", new { url = "http://receiver.invalid/" }, 400);
        var webhook = (await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/webhooks", new { url = "https://receiver.invalid/" }))).Text("id")!;
        await CheckAsync(admin, "patch", "/api/events/{eventId}/webhooks/{webhookId}", $"/api/events/cup/webhooks/{webhook}", new { rotateSecret = true }, 200);
        await CheckAsync(admin, "post", "/api/events/{eventId}/webhooks/{webhookId}/test", $"/api/events/cup/webhooks/{webhook}/test");
        await CheckAsync(admin, "post", "/api/events/{eventId}/schedule/preview", "/api/events/cup/schedule/preview", Schedule);
        await CheckAsync(admin, "post", "/api/events/{eventId}/schedule/preview", "/api/events/cup/schedule/preview", new { matches = new[] { 1 } });
        await CheckAsync(reader, "post", "/api/events/{eventId}/schedule/preview", "/api/events/cup/schedule/preview", Schedule);
        await CheckAsync(reader, "post", "/api/events/{eventId}/claims/{matchId}", "/api/events/cup/claims/1");
        await CheckAsync(admin, "get", "/api/leaderboards", "/api/leaderboards?event=none", expected: 404);
        await Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "other", name = "Other", sport = "volleyball" }));
        await CheckAsync(admin, "get", "/api/compare", "/api/compare?event=cup", expected: 400);
        foreach (var team1 in new[] { 3, 4 })
            await CheckAsync(reader, "post", "/api/events/{eventId}/scores", "/api/events/cup/scores", new { matchId = 1, sets = new[] { new { team1, team2 = 0 } }, status = "scheduled", clientUpdateId = $"u{team1}" });
        await CheckAsync(reader, "post", "/api/events/{eventId}/scores", "/api/events/cup/scores", new { matchId = 1, sets = new[] { new { team1 = 1, team2 = 0 } }, status = "inProgress", occurredAt = "2020-01-01T00:00:00Z" });
        await CheckAsync(reader, "put", "/api/events/{eventId}/matches/{matchId}/clock", "/api/events/cup/matches/1/clock", new { period = 1, state = "running", elapsedMs = 0 });
        await CheckAsync(reader, "put", "/api/events/{eventId}/matches/{matchId}/clock", "/api/events/cup/matches/1/clock", new { period = 0, state = "running", elapsedMs = 0 });
        await CheckAsync(reader, "post", "/api/events/{eventId}/matches/{matchId}/incidents", "/api/events/cup/matches/1/incidents", new { kind = "goal", side = 1 });
        await CheckAsync(admin, "post", "/api/events/{eventId}/teams/{teamId}/players", "/api/events/cup/teams/1/players", new { id = 1, name = "Ada", number = "7" }, 201);
        await CheckAsync(admin, "post", "/api/events/{eventId}/teams/{teamId}/players", "/api/events/cup/teams/1/players", new { id = 1, name = "Ada" }, 409);
        await CheckAsync(admin, "patch", "/api/events/{eventId}/teams/{teamId}/players/{playerId}", "/api/events/cup/teams/1/players/1", new { name = "Ada Striker" }, 200);
        await CheckAsync(admin, "put", "/api/events/{eventId}/teams/{teamId}/players", "/api/events/cup/teams/1/players", new { players = new[] { new { id = 1, name = "Ada", number = "12345" } } }, 422);
        await CheckAsync(admin, "delete", "/api/events/{eventId}/teams/{teamId}/players/{playerId}", "/api/events/cup/teams/1/players/77", expected: 404);
        await CheckAsync(reader, "put", "/api/events/{eventId}/matches/{matchId}/lineups/{side}", "/api/events/cup/matches/1/lineups/1", new { players = new object[] { new { person = 1, roles = new[] { "captain" } }, new { person = "Bea", starts = false } } }, 200);
        await CheckAsync(reader, "put", "/api/events/{eventId}/matches/{matchId}/lineups/{side}", "/api/events/cup/matches/1/lineups/1", new { players = new[] { new { person = 77 } } }, 422);
        var incident = (await Expect.SuccessAsync(await reader.PostAsync("/api/events/cup/matches/1/incidents", new { kind = "ace", side = 1, period = 1, person = "Ada" }))).Text("id")!;
        var message = (await admin.GetAsync("/api/events/cup/teams/1/messages")).GetProperty("items")[0].Text("id")!;
        await CheckAsync(admin, "put", "/api/events/{eventId}/coverage-plans", "/api/events/cup/coverage-plans", new { selectedMatches = new[] { 1, 2 } });
        await CheckAsync(admin, "post", "/api/events/{eventId}/import", "/api/events/cup/import", new { coveragePlans = new[] { new { selectedMatches = new[] { 9 } } } });
        await CheckAsync(reader, "delete", "/api/me", "/api/me", new { password = "not-the-password" }, 401);
        await CheckAsync(admin, "delete", "/api/me", "/api/me", new { password = LiveFeedServer.Password }, 409);
        await CheckAsync(admin, "post", "/api/streams/tickets", "/api/streams/tickets", new { });
        await CheckAsync(reader, "patch", "/api/events/{eventId}", "/api/events/cup", new { name = "Mine" });
        await CheckAsync(admin, "patch", "/api/events/{eventId}", "/api/events/cup", new { nmae = "Typo" });

        foreach (var operation in api.Operations.Where(operation => operation.Method == "get" && operation.Path is not ("/api/events/{eventId}/stream" or "/api/stream")))
        {
            var path = operation.Path.Replace("{eventId}", "cup", StringComparison.Ordinal).Replace("{matchId}", "1", StringComparison.Ordinal)
                .Replace("{messageId}", message, StringComparison.Ordinal).Replace("{webhookId}", webhook, StringComparison.Ordinal).Replace("{teamId}", "1", StringComparison.Ordinal).Replace("{courtId}", "1", StringComparison.Ordinal).Replace("{divisionId}", "1", StringComparison.Ordinal).Replace("{playerId}", "1", StringComparison.Ordinal).Replace("{side}", "1", StringComparison.Ordinal).Replace("{incidentId}", incident, StringComparison.Ordinal).Replace("{announcementId}", announcement, StringComparison.Ordinal);
            await CheckAsync(admin, "get", operation.Path, path.Replace("{userId}", reader.Id, StringComparison.Ordinal).Replace("{token}", invitation, StringComparison.Ordinal) + Required(operation, "?topic=events/cup") + (operation.Path == "/api/compare" ? "?event=cup&event=other" : ""), expected: 200);
        }
    }

    [Fact]
    public async Task Every_parameter_of_the_query_string_that_is_not_text_is_rejected_by_name_if_it_is_wrong()
    {
        var admin = await api.Server.AdminAsync();
        await Expect.SuccessAsync(await admin.Http.PostAsJsonAsync("/api/events", new { id = "odd", name = "Odd", sport = "volleyball" }));
        await Expect.SuccessAsync(await admin.PostAsync("/api/events/odd/teams", new { id = 1, name = "Blue" }));
        foreach (var operation in api.Operations)
        {
            var path = operation.Path.Replace("{eventId}", "odd", StringComparison.Ordinal).Replace("{matchId}", "1", StringComparison.Ordinal).Replace("{teamId}", "1", StringComparison.Ordinal);
            foreach (var parameter in operation.Parameters.Where(parameter => (string?)parameter["in"] == "query" && !IsText(parameter["schema"]!)))
            {
                var name = (string)parameter["name"]!;
                using var request = new HttpRequestMessage(new HttpMethod(operation.Method.ToUpperInvariant()), $"{path}?{name}=~{(name == "topic" ? "" : Required(operation, "&topic=events/odd"))}");
                if (operation.Body is not null)
                    request.Content = JsonContent.Create(operation.Path.EndsWith("/schedule", StringComparison.Ordinal) ? Schedule : operation.Method == "patch" ? new { } : operation.Path.EndsWith("/scorer-links", StringComparison.Ordinal) ? new { secret = "none", name = "Jo" } : new { email = "jo@example.org", password = "none" });
                var problem = await Expect.ProblemAsync(await admin.Http.SendAsync(request), 400, "invalid_request");
                Assert.True(problem.Positions().SequenceEqual([name]), $"{operation}: {problem}");
                Assert.Contains(name == "types" ? "type" : name, problem.Text("detail"), StringComparison.Ordinal);
            }
        }

        static bool IsText(JsonNode schema) => (string?)schema["type"] == "string" && schema["enum"] is null;
    }

    private static string Required(Operation operation, string query) => operation.Parameters.Any(parameter => (string?)parameter["name"] == "topic") ? query : "";

    private static object Schedule => new
    {
        divisions = new[] { new { id = 1, name = "Women" } },
        courts = new[] { new { id = 1, name = "Centre" } },
        teams = new[] { new { id = 1, name = "Blue", divisionId = 1 }, new { id = 2, name = "Red", divisionId = 1 } },
        matches = new object[]
        {
            new { id = 1, divisionId = 1, team1Id = 1, team2Id = 2, startsAt = "2026-07-04T10:00:00Z", endsAt = "2026-07-04T11:00:00Z" },
            new { id = 2, team1Label = "Winner of 1", team2Label = "Loser of 1", startsAt = "2026-07-04T10:30:00Z", endsAt = "2026-07-04T11:30:00Z" },
        },
    };

    private async Task CheckAsync(ApiUser user, string method, string path, string address, object? body = null, int? expected = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), address) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await user.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var said = $"{method} {address}: {(int)response.StatusCode} {text}";
        Assert.True(expected is null || (int)response.StatusCode == expected, said);
        var documented = api.Root["paths"]![path]![method]!["responses"]![$"{(int)response.StatusCode}"];
        Assert.True(documented is not null, $"Not documented: {said}");
        var media = documented!["content"]![response.Content.Headers.ContentType!.MediaType!];
        // A file that is no JSON is a text, or bytes.
        var wrong = api.Schema.Check(response.Content.Headers.ContentType.MediaType!.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(text) : JsonValue.Create(text), media!["schema"]!);
        Assert.True(wrong.Count == 0, $"{string.Join(", ", wrong)} in {said}");
        if (!response.IsSuccessStatusCode)
            Assert.Contains($"`{JsonNode.Parse(text)!["code"]}`", (string?)documented["description"], StringComparison.Ordinal);
        string[] headers = ["ETag", "Location"];
        Assert.Equal(headers.Where(name => documented["headers"]?[name] is not null), headers.Where(name => response.Headers.NonValidated.Contains(name)));
    }
}
