using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Events;

public sealed class EventTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task The_events_that_somebody_may_manage_are_listed_alone()
    {
        var (mine, others) = (await server.EventAsync(), server.NewId());
        await server.Admin.CreateEventAsync(others);

        var managed = (await server.Organizer.GetAsync("/api/events?managed=true&limit=1000")).Items().Select(item => item.Text("id")).ToList();

        Assert.Contains(mine, managed);
        Assert.DoesNotContain(others, managed);
        Assert.Empty((await server.Media.GetAsync("/api/events?managed=true")).Items());
        Assert.Equal(0, (await server.Nobody.GetAsync("/api/events?managed=true").JsonAsync()).Number("total"));
        Assert.Contains(others, (await server.Admin.GetAsync("/api/events?managed=true&limit=1000")).Items().Select(item => item.Text("id")));
        Assert.Equal(["managed"], (await Expect.ProblemAsync(await server.Nobody.GetAsync("/api/events?managed=1"), 400, "invalid_request")).Positions());
    }

    [Fact]
    public async Task A_new_event_is_returned_with_its_address_and_its_version()
    {
        var id = server.NewId();

        var response = await server.Admin.SendAsync("POST", "/api/events", new
        {
            id,
            name = "Summer Cup",
            sport = "volleyball",
            visibility = "public",
            startsAt = "2026-07-04T12:00:00.1234567+02:00",
            endsAt = "2026-07-05T10:00:00Z",
            bestOf = 3,
        });

        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal($"/api/events/{id}", response.Header("Location"));
        Assert.Equal("\"v1\"", response.Header("ETag"));
        var created = await response.JsonAsync();
        Assert.Equal(id, created.Text("id"));
        Assert.Equal("2026-07-04T10:00:00.123Z", created.Text("startsAt"));
        Assert.Equal("2026-07-05T10:00:00.000Z", created.Text("endsAt"));
        Assert.Equal(3, created.Number("bestOf"));
        Assert.False(created.GetProperty("archived").GetBoolean());
        Assert.Equal(created.ToString(), (await server.Nobody.GetAsync($"/api/events/{id}").JsonAsync()).ToString());
    }

    [Fact]
    public async Task An_event_has_a_time_zone_and_readers_get_it_with_its_entry()
    {
        var id = server.NewId();
        await Expect.SuccessAsync(await server.Admin.PostAsync("/api/events", new { id, name = "Cup", sport = "generic" }));
        Assert.Equal("UTC", (await server.Admin.GetAsync($"/api/events/{id}")).Text("timeZone"));

        var changed = await Expect.SuccessAsync(await server.Admin.PatchAsync($"/api/events/{id}", new { timeZone = "Europe/Berlin" }));

        Assert.Equal(("Europe/Berlin", 2), (changed.Text("timeZone"), changed.Number("version")));
        Assert.Equal("Europe/Berlin", (await server.Admin.PatchAsync($"/api/events/{id}", new { name = "Renamed" }).JsonAsync()).Text("timeZone"));
        Assert.Equal("Europe/Berlin", (await server.Admin.GetAsync($"/api/events/{id}/export")).GetProperty("event").Text("timeZone"));
        var feed = await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync();
        Assert.Contains("\"timeZone\":\"Europe/Berlin\"", feed.GetRawText());
    }

    [Fact]
    public async Task An_operator_chooses_the_time_zone_of_events_that_name_none()
    {
        await using var own = await LiveFeedServer.StartAsync("Events:TimeZone=Europe/Paris");
        var admin = await own.AdminAsync();
        await Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "cup", name = "Cup", sport = "generic" }));
        await Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "away", name = "Cup", sport = "generic", timeZone = "Asia/Tokyo" }));

        Assert.Equal("Europe/Paris", (await admin.GetAsync("/api/events/cup")).Text("timeZone"));
        Assert.Equal("Asia/Tokyo", (await admin.GetAsync("/api/events/away")).Text("timeZone"));
    }

    [Fact]
    public async Task A_name_is_stored_as_it_can_be_shown()
    {
        var id = await server.EventAsync();

        Assert.Equal("Jos\u00E9 Cup", (await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{id}", new { name = " \u202EJose\u0301 Cup\uFEFF" }))).Text("name"));
        await Expect.ProblemAsync(await server.Organizer.PatchAsync($"/api/events/{id}", new { name = "\u2800" }), 400, "invalid_request");
    }

    [Fact]
    public async Task Its_maker_becomes_its_organizer()
    {
        await using var own = await LiveFeedServer.StartAsync("Events:AnyUserMayCreate=true");
        var maker = await own.RegisterAsync("Maker");

        await maker.CreateEventAsync("mine");

        Assert.Equal("organizer", (await maker.GetAsync($"/api/events/mine/members/{maker.Id}")).Text("role"));
    }

    [Fact]
    public async Task Only_administrators_create_events_unless_configured()
    {
        var body = new { id = server.NewId(), name = "Mine", sport = "generic" };

        await Expect.ProblemAsync(await server.Stranger.PostAsync("/api/events", body), 403, "forbidden");
        await Expect.ProblemAsync(await server.Nobody.SendAsync("POST", "/api/events", "{}"), 401, "token_required");
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_counts_versions_only_for_real_changes()
    {
        var id = await server.EventAsync(sport: "volleyball", bestOf: 3);

        var renamed = await server.Organizer.PatchAsync($"/api/events/{id}", new { name = "Renamed", startsAt = "2026-07-04T10:00:00Z" });
        Assert.Equal("\"v2\"", renamed.Header("ETag"));
        var view = await Expect.SuccessAsync(renamed);
        Assert.Equal(("Renamed", "volleyball", 3, 2), (view.Text("name"), view.Text("sport"), view.Number("bestOf"), view.Number("version")));

        var same = await server.Organizer.PatchAsync($"/api/events/{id}", new { name = "Renamed" });
        Assert.Equal("\"v2\"", same.Header("ETag"));
        Assert.Equal("Renamed", (await server.Admin.GetAsync($"/api/events/{id}")).Text("name"));
    }

    [Fact]
    public async Task A_patch_for_another_version_is_rejected_and_changes_nothing()
    {
        var id = await server.EventAsync();
        var read = await server.Nobody.GetAsync($"/api/events/{id}");
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}", new { name = "First" }, ("If-Match", read.Header("ETag")!)));

        await Expect.ProblemAsync(
            await server.Organizer.SendAsync("PATCH", $"/api/events/{id}", new { name = "Second" }, ("If-Match", read.Header("ETag")!)), 412, "version_mismatch");

        Assert.Equal("First", (await server.Admin.GetAsync($"/api/events/{id}")).Text("name"));
    }

    [Theory]
    [InlineData("""{"name":""}""", 400, "invalid_request", "name")]
    [InlineData("""{"name":"two\nlines"}""", 400, "invalid_request", "name")]
    [InlineData("""{"startsAt":"2026-07-05T00:00:00Z","endsAt":"2026-07-04T00:00:00Z"}""", 400, "invalid_request", "endsAt")]
    [InlineData("""{"timeZone":"Europe/Nowhere"}""", 400, "invalid_request", "timeZone")]
    [InlineData("""{"timeZone":""}""", 400, "invalid_request", "timeZone")]
    [InlineData("""{"sport":"chess"}""", 422, "unknown_sport", "sport")]
    [InlineData("""{"sport":"tennis","bestOf":4}""", 422, "invalid_format", "bestOf")]
    [InlineData("""{"sport":"football","bestOf":3}""", 422, "invalid_format", "bestOf")]
    [InlineData("""{"format":"chess"}""", 422, "invalid_format", "format")]
    [InlineData("""{"format":{"kind":"sets","bestOf":4,"setTo":25}}""", 422, "invalid_format", "format.bestOf")]
    [InlineData("""{"format":{"kind":"sets","bestOf":3,"setTo":0}}""", 422, "invalid_format", "format.setTo")]
    [InlineData("""{"format":{"kind":"sets","bestOf":3,"setTo":25,"cap":20}}""", 422, "invalid_format", "format.cap")]
    [InlineData("""{"format":{"kind":"sets","bestOf":3,"setTo":25,"periods":2}}""", 422, "invalid_format", "format.periods")]
    [InlineData("""{"format":{"kind":"games","bestOf":3,"gamesTo":6,"tieBreakAt":3}}""", 422, "invalid_format", "format.tieBreakAt")]
    [InlineData("""{"format":{"kind":"sum","periods":0}}""", 422, "invalid_format", "format.periods")]
    [InlineData("""{"format":{"kind":"sets","preset":"volleyball","bestOf":3,"setTo":25}}""", 422, "invalid_format", "format.preset")]
    [InlineData("""{"bestOf":3,"format":"volleyball"}""", 422, "invalid_format", "bestOf")]
    [InlineData("""{"format":{"kind":"sets","bestOf":3,"setTo":25,"wide":true}}""", 400, "invalid_json", "format")]
    [InlineData("""{"format":7}""", 400, "invalid_json", "format")]
    public async Task An_impossible_change_is_rejected_with_its_position(string body, int status, string code, string position)
    {
        var id = await server.EventAsync();

        var problem = await Expect.ProblemAsync(await server.Organizer.SendAsync("PATCH", $"/api/events/{id}", body), status, code);

        Assert.Equal([position], problem.Positions());
        Assert.Equal(1, (await server.Admin.GetAsync($"/api/events/{id}")).Number("version"));
    }

    [Fact]
    public async Task A_reader_that_has_the_version_gets_304()
    {
        var id = await server.EventAsync();
        var etag = (await server.Nobody.GetAsync($"/api/events/{id}")).Header("ETag")!;

        foreach (var names in new[] { etag, "W/" + etag, "\"other\", " + etag, "*" })
        {
            var same = await server.Nobody.SendAsync("GET", $"/api/events/{id}", null, ("If-None-Match", names));
            Assert.Equal(304, (int)same.StatusCode);
            Assert.Equal(etag, same.Header("ETag"));
            Assert.Empty(await same.Content.ReadAsByteArrayAsync());
        }

        await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{id}", new { name = "Renamed" }));
        Assert.Equal(200, (int)(await server.Nobody.SendAsync("GET", $"/api/events/{id}", null, ("If-None-Match", etag))).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/schedule")]
    [InlineData("/matches")]
    [InlineData("/matches/1")]
    [InlineData("/teams")]
    [InlineData("/scores")]
    [InlineData("/scores/1")]
    [InlineData("/scores/1/history")]
    [InlineData("/scores/conflicts")]
    [InlineData("/claims")]
    [InlineData("/claims/1")]
    [InlineData("/coverage-plans")]
    [InlineData("/members")]
    [InlineData("/feed")]
    [InlineData("?limit=3")]
    public async Task Every_resource_that_changes_has_an_ETag_that_spares_an_unchanged_response(string resource)
    {
        var id = await server.EventAsync();
        await server.Admin.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Admin.ScoreAsync(id, 1, 1, 0));
        var path = resource.StartsWith('?') ? "/api/events" + resource : $"/api/events/{id}{resource}";

        var first = await server.Admin.Http.GetAsync(path);
        var etag = first.Header("ETag");

        Assert.Equal(200, (int)first.StatusCode);
        Assert.Matches("^\"[^\"]+\"$", etag);
        Assert.Equal(304, (int)(await server.Admin.SendAsync("GET", path, null, ("If-None-Match", etag!))).StatusCode);
        Assert.Equal(200, (int)(await server.Admin.SendAsync("GET", path, null, ("If-None-Match", "\"another\""))).StatusCode);
    }

    [Fact]
    public async Task A_removed_event_is_gone_with_all_that_was_in_it_and_its_id_can_be_used_anew()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0));
        var cursor = (await server.Nobody.GetAsync($"/api/events/{id}/feed").JsonAsync()).Text("cursor")!;

        await Expect.ProblemAsync(await server.Media.DeleteAsync($"/api/events/{id}"), 403, "role_required");
        Assert.Equal(204, (int)(await server.Organizer.DeleteAsync($"/api/events/{id}")).StatusCode);

        foreach (var rest in new[] { "", "/scores", "/matches/1", "/feed", "/claims" })
            await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/events/{id}{rest}"), 404, "event_not_found");
        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 1, 2, 0), 404, "event_not_found");
        await Expect.ProblemAsync(await server.Admin.DeleteAsync($"/api/events/{id}"), 404, "event_not_found");

        await Expect.SuccessAsync(await server.Admin.PostAsync("/api/events", new { id, name = "Anew", sport = "generic" }));
        Assert.Equal(0, (await server.Admin.GetAsync($"/api/events/{id}/scores")).Number("total"));
        Assert.Equal(0, (await server.Admin.GetAsync($"/api/events/{id}/matches")).Number("total"));
        Assert.Equal(1, (await server.Admin.GetAsync($"/api/events/{id}/members")).Number("total"));
        Assert.Equal("other-epoch", (await server.Admin.GetAsync($"/api/events/{id}/feed?after={cursor}")).Text("reset"));
    }

    [Fact]
    public async Task An_archived_event_can_be_read_and_reopened_but_takes_no_writes()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{id}", new { archived = true }));

        await Expect.ProblemAsync(await server.Media.ScoreAsync(id, 1, 1, 0), 409, "event_archived");
        await Expect.ProblemAsync(await server.Media.PostAsync($"/api/events/{id}/claims/2"), 409, "event_archived");
        await Expect.ProblemAsync(await server.Organizer.PutAsync($"/api/events/{id}/schedule", TestSchedule.Of(1)), 409, "event_archived");
        await Expect.ProblemAsync(await server.Organizer.PostAsync($"/api/events/{id}/import"), 409, "event_archived");
        await Expect.ProblemAsync(
            await server.Spectator.PutAsync($"/api/events/{id}/coverage-plans", new { selectedMatches = new[] { 1 } }), 409, "event_archived");
        Assert.Equal(4, (await server.Stranger.GetAsync($"/api/events/{id}/matches")).Number("total"));

        await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{id}", new { archived = false }));
        await Expect.SuccessAsync(await server.Media.ScoreAsync(id, 1, 1, 0));
    }
}
