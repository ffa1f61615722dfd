using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Scores;

public sealed class IdempotencyTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const string Replayed = "Idempotency-Replayed";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_repeated_score_gets_the_first_response_and_changes_nothing(bool byHeader)
    {
        var (id, key) = (await ClaimedAsync(), NewKey());
        var body = byHeader ? """{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"inProgress"}"""
            : $$"""{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"inProgress","clientUpdateId":"{{key}}"}""";
        (string, string)[] headers = byHeader ? [("Idempotency-Key", key)] : [];
        var path = $"/api/events/{id}/scores";

        var first = await server.Media.SendAsync("POST", path, body, headers);
        Assert.Null(first.Header(Replayed));
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 7, 0));
        var cursor = await CursorAsync(id);
        var repeat = await server.Media.SendAsync("POST", path, body, headers);

        Assert.Equal((201, 201), ((int)first.StatusCode, (int)repeat.StatusCode));
        Assert.Equal("true", repeat.Header(Replayed));
        Assert.Equal(first.Header("ETag"), repeat.Header("ETag"));
        Assert.Equal(first.Header("Location"), repeat.Header("Location"));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await repeat.Content.ReadAsStringAsync());
        Assert.Equal(7, (await server.Nobody.GetAsync($"{path}/1").JsonAsync()).GetProperty("sets")[0].Number("team1"));
        Assert.Equal(cursor, await CursorAsync(id));
    }

    [Fact]
    public async Task What_is_stored_of_large_responses_is_bounded_for_each_user_and_the_newest_are_kept()
    {
        await using var bounded = await LiveFeedServer.StartAsync("Database:MaxStoredResponses=100000");
        var admin = await bounded.AdminAsync();
        // All at the same time, so that the response lists many conflicts.
        await admin.CreateEventAsync("cup", matches: 200);
        var path = "/api/events/cup/coverage-plans";
        var bodies = Enumerable.Range(0, 20).Select(round => new { selectedMatches = Enumerable.Range(1, 180 + round) }).ToList();
        foreach (var (round, body) in bodies.Index())
            await Expect.SuccessAsync(await admin.SendAsync("PUT", path, body, ("Idempotency-Key", $"round-{round}")));

        var repeats = new List<bool>();
        foreach (var (round, body) in bodies.Index().Reverse())
            repeats.Add((await admin.SendAsync("PUT", path, body, ("Idempotency-Key", $"round-{round}"))).Header("Idempotency-Replayed") == "true");

        Assert.True(repeats[0]);
        Assert.False(repeats[^1]);
    }

    [Fact]
    public async Task How_many_responses_are_stored_is_bounded_for_each_user_and_the_newest_are_kept()
    {
        var time = TestTime.Create();
        await using var bounded = await LiveFeedServer.StartAsync(time, null, "Database:MaxStoredKeys=100");
        var admin = await bounded.AdminAsync();
        await admin.CreateEventAsync("cup", matches: 1);
        await admin.ClaimAsync("cup", 1);
        for (var point = 1; point <= 150; point++)
        {
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, point, 0, clientUpdateId: $"point-{point}"));
            time.Advance(TimeSpan.FromMilliseconds(1));
        }

        time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("true", (await admin.ScoreAsync("cup", 1, 51, 0, clientUpdateId: "point-51")).Header(Replayed));
        // The key means nothing any more, so it may be used for another request.
        await Eventually.TrueAsync(async () => (await admin.ScoreAsync("cup", 1, 200, 0, clientUpdateId: "point-50")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_repeat_gets_its_response_although_the_claim_is_gone()
    {
        var (id, key) = (await ClaimedAsync(), NewKey());
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0, clientUpdateId: key));
        Assert.Equal(204, (int)(await server.Organizer.DeleteAsync($"/api/events/{id}/claims/1")).StatusCode);

        Assert.Equal("true", (await server.Media.ScoreAsync(id, 1, 1, 0, clientUpdateId: key)).Header(Replayed));
    }

    [Fact]
    public async Task A_key_with_another_body_is_rejected_and_changes_nothing()
    {
        var (id, key) = (await ClaimedAsync(), NewKey());
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0, clientUpdateId: key));

        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 1, 2, 0, clientUpdateId: key), 422, "idempotency_key_reused");
        await Expect.ProblemAsync(
            await server.Media.SendAsync("POST", $"/api/events/{id}/claims/1", null, ("Idempotency-Key", key)), 422, "idempotency_key_reused");

        Assert.Equal(1, (await server.Nobody.GetAsync($"/api/events/{id}/scores/1").JsonAsync()).Number("version"));
    }

    [Fact]
    public async Task A_key_is_its_users_own()
    {
        var (id, key) = (await ClaimedAsync(), NewKey());
        await server.Coach.ClaimAsync(id, 2);

        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0, clientUpdateId: key));
        var other = await server.Coach.ScoreAsync(id, 2, 2, 0, clientUpdateId: key);

        Assert.Equal(201, (int)other.StatusCode);
        Assert.Null(other.Header(Replayed));
    }

    [Fact]
    public async Task A_rejection_is_not_remembered_so_the_same_key_succeeds_once_its_cause_is_mended()
    {
        var (id, key) = (await server.EventAsync(), NewKey());
        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 1, 1, 0, clientUpdateId: key), 403, "claim_required");
        await server.Media.ClaimAsync(id, 1);

        var response = await server.Media.ScoreAsync(id, 1, 1, 0, clientUpdateId: key);

        Assert.Equal(201, (int)response.StatusCode);
        Assert.Null(response.Header(Replayed));
    }

    [Fact]
    public async Task A_repeated_stale_update_is_one_conflict()
    {
        var (id, key) = (await ClaimedAsync(), NewKey());
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 2, 0));
        await Expect.SuccessAsync(await server.Media.DeleteAsync($"/api/events/{id}/claims/1"));
        server.Time.Advance(TimeSpan.FromSeconds(1));
        await server.Media.ClaimAsync(id, 1);
        var body = new
        {
            matchId = 1,
            sets = new[] { new { team1 = 1, team2 = 0 } },
            status = "inProgress",
            clientUpdateId = key,
            occurredAt = server.Time.GetUtcNow().AddMinutes(-1),
        };

        var first = await server.Media.PostAsync($"/api/events/{id}/scores", body);
        Assert.Null(first.Header(Replayed));
        var repeat = await server.Media.PostAsync($"/api/events/{id}/scores", body);
        Assert.Equal("true", repeat.Header(Replayed));

        var (once, again) = (await Expect.ProblemAsync(first, 409, "stale_update"), await Expect.ProblemAsync(repeat, 409, "stale_update"));
        Assert.Equal(once.GetProperty("current").ToString(), again.GetProperty("current").ToString());
        Assert.Equal(1, (await server.Organizer.GetAsync($"/api/events/{id}/scores/conflicts")).Number("total"));
    }

    [Fact]
    public async Task The_header_wins_over_the_bodys_own_id()
    {
        var (id, key, own) = (await ClaimedAsync(), NewKey(), NewKey());
        var body = $$"""{"matchId":1,"sets":[],"status":"inProgress","clientUpdateId":"{{own}}"}""";
        var score = await Expect.SuccessAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/scores", body, ("Idempotency-Key", key)));

        Assert.Equal(own, score.Text("clientUpdateId"));
        Assert.Equal("true", (await server.Media.SendAsync("POST", $"/api/events/{id}/scores", body, ("Idempotency-Key", key))).Header(Replayed));
        Assert.Null((await server.Media.SendAsync("POST", $"/api/events/{id}/scores", body)).Header(Replayed));
    }

    [Theory]
    [InlineData("two words", null, "Idempotency-Key")]
    [InlineData(null, "two words", "clientUpdateId")]
    [InlineData(null, "", "clientUpdateId")]
    [InlineData(null, "ünicode", "clientUpdateId")]
    [InlineData("a-good-key", "line\nbreak", "clientUpdateId")]
    [InlineData(null, "129", "clientUpdateId")]
    [InlineData("129", null, "Idempotency-Key")]
    [InlineData("a-good-key", "129", "clientUpdateId")]
    public async Task A_key_is_1_to_128_printable_characters(string? key, string? clientUpdateId, string position)
    {
        var id = await ClaimedAsync();
        var body = JsonSerializer.Serialize(new { matchId = 1, sets = Array.Empty<object>(), status = "inProgress", clientUpdateId = Long(clientUpdateId) });

        var response = await server.Media.SendAsync("POST", $"/api/events/{id}/scores", body, key is null ? [] : [("Idempotency-Key", Long(key)!)]);

        Assert.Equal([position], (await Expect.ProblemAsync(response, 400, "invalid_idempotency_key")).Positions());

        static string? Long(string? text) => text == "129" ? new string('k', 129) : text;
    }

    [Theory]
    [InlineData("POST", "", """{"id":"*","name":"An event","sport":"generic"}""")]
    [InlineData("PATCH", "/*", """{"name":"Renamed"}""")]
    [InlineData("DELETE", "/*", null)]
    [InlineData("PUT", "/*/schedule", """{"matches":[{"id":1,"team1Label":"A","team2Label":"B"}]}""")]
    [InlineData("POST", "/*/claims/2", null)]
    [InlineData("DELETE", "/*/claims/1", null)]
    [InlineData("PUT", "/*/coverage-plans", """{"selectedMatches":[1]}""")]
    [InlineData("DELETE", "/*/coverage-plans", null)]
    [InlineData("PUT", "/*/members/@", """{"role":"coach"}""")]
    [InlineData("DELETE", "/*/members/@", null)]
    [InlineData("POST", "/*/import", """{"scores":[{"matchId":1,"sets":[],"status":"final","lastUpdated":"2026-07-04T12:00:00Z"}]}""")]
    public async Task Every_write_accepts_a_key_and_responds_to_its_repeat(string method, string address, string? body)
    {
        var (id, key) = (await ClaimedAsync(), NewKey());
        var fresh = server.NewId();
        var path = "/api/events" + address.Replace("*", id).Replace("@", server.Spectator.Id);
        var text = body?.Replace("*", fresh);

        var first = await server.Admin.SendAsync(method, path, text, ("Idempotency-Key", key));
        Assert.Null(first.Header(Replayed));
        var repeat = await server.Admin.SendAsync(method, path, text, ("Idempotency-Key", key));

        Assert.True(first.IsSuccessStatusCode, await first.Content.ReadAsStringAsync());
        Assert.Equal(first.StatusCode, repeat.StatusCode);
        Assert.Equal("true", repeat.Header(Replayed));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await repeat.Content.ReadAsStringAsync());
        await Expect.ProblemAsync(
            await server.Admin.SendAsync("PUT", $"/api/events/{id}/coverage-plans", """{"selectedMatches":[2]}""", ("Idempotency-Key", key)), 422,
            "idempotency_key_reused");
    }

    [Theory]
    [InlineData("POST", "/import", """{"scores":[{"matchId":1,"sets":[],"status":"final","lastUpdated":"2026-07-04T12:00:00Z"}]}""")]
    [InlineData("PATCH", "", """{"name":"New name"}""")]
    [InlineData("POST", "/claims/2", "{}")]
    public async Task A_repeat_is_rejected_once_its_sender_may_not_do_it_any_more(string method, string path, string body)
    {
        var (id, key) = (await ClaimedAsync(), NewKey());
        Task<HttpResponseMessage> SendAsync() => server.Organizer.SendAsync(method, $"/api/events/{id}{path}", body, ("Idempotency-Key", key));
        await Expect.SuccessAsync(await SendAsync());

        await Expect.SuccessAsync(await server.Admin.DeleteAsync($"/api/events/{id}/members/{server.Organizer.Id}"));
        await Expect.ProblemAsync(await SendAsync(), 403, "role_required");
        await server.Admin.AddMemberAsync(id, server.Organizer.Id, "organizer");
        Assert.Equal("true", (await SendAsync()).Header(Replayed));

        await Expect.SuccessAsync(await server.Admin.DeleteAsync($"/api/events/{id}"));
        await Expect.ProblemAsync(await SendAsync(), 404, "event_not_found");
    }

    [Fact]
    public async Task A_repeat_gets_its_response_although_the_event_is_archived()
    {
        var (id, key) = (await ClaimedAsync(), NewKey());
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0, clientUpdateId: key));
        await Expect.SuccessAsync(await server.Admin.PatchAsync($"/api/events/{id}", new { archived = true }));

        Assert.Equal("true", (await server.Media.ScoreAsync(id, 1, 1, 0, clientUpdateId: key)).Header(Replayed));
    }

    private static string NewKey() => Guid.NewGuid().ToString();

    private async Task<string> CursorAsync(string id) => (await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync()).Text("cursor")!;

    private async Task<string> ClaimedAsync()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);
        return id;
    }
}

public sealed class ForgottenKeyTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task After_24_hours_a_key_is_free()
    {
        // Between two cleanups, so that the time frees the key and not a cleanup.
        server.Time.Advance(TimeSpan.FromMinutes(1));
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0, clientUpdateId: "key"));

        server.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        var media = await server.Server.SignInAsync(server.Media.Email, LiveFeedServer.Password);
        Assert.Equal("true", (await media.ScoreAsync(id, 1, 1, 0, clientUpdateId: "key")).Header("Idempotency-Replayed"));
        server.Time.Advance(TimeSpan.FromMilliseconds(1));

        await media.ClaimAsync(id, 1);
        var response = await media.ScoreAsync(id, 1, 2, 0, clientUpdateId: "key");
        Assert.Equal(2, (await Expect.SuccessAsync(response)).Number("version"));
        Assert.Null(response.Header("Idempotency-Replayed"));
        Assert.Equal("true", (await media.ScoreAsync(id, 1, 2, 0, clientUpdateId: "key")).Header("Idempotency-Replayed"));
    }
}
