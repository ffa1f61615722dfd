using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Incidents;

public sealed class IncidentTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task An_incident_is_stored_read_and_published()
    {
        var id = await ClaimedAsync("football");
        var response = await server.Media.PostAsync(
            $"/api/events/{id}/matches/1/incidents", new { kind = "goal", period = 1, minute = 45, added = 2, side = 1, person = " Ada ", person2 = "Bea", detail = "Header", clientUpdateId = id + "-a" });
        Assert.Equal(201, (int)response.StatusCode);
        var location = response.Header("Location")!;
        var incident = await Expect.SuccessAsync(response);

        Assert.Equal($"/api/events/{id}/incidents/{incident.Text("id")}", location);
        Assert.Equal(("goal", 1, 45, 2, 1), (incident.Text("kind"), incident.Number("period"), incident.Number("minute"), incident.Number("added"), incident.Number("side")));
        Assert.Equal(("Ada", "Bea", "Header", id + "-a"), (incident.Text("person"), incident.Text("person2"), incident.Text("detail"), incident.Text("clientUpdateId")));
        Assert.Equal((server.Media.Id, server.Time.GetUtcNow(), server.Time.GetUtcNow()), (incident.Text("recordedBy"), incident.When("occurredAt"), incident.When("recordedAt")));
        Assert.Equal(incident.GetRawText(), (await server.Nobody.GetAsync(location).JsonAsync()).GetRawText());
        Assert.Equal([incident.GetRawText()], (await ListAsync(id)).Select(item => item.GetRawText()));
        var entry = Assert.Single(await server.Nobody.EntriesAsync(id, "types=incident"));
        Assert.Equal(("incident", $"incident/{incident.Text("id")}", "Ada"), (entry.Text("type"), entry.Text("key"), entry.Text("person")));
    }

    [Fact]
    public async Task Incidents_are_listed_as_they_were_recorded_in_pages()
    {
        var id = await ClaimedAsync();
        for (var minute = 1; minute <= 5; minute++)
            await PostAsync(id, new { kind = "note", minute });

        var page = await server.Nobody.GetAsync($"/api/events/{id}/matches/1/incidents?limit=2&offset=1").JsonAsync();

        Assert.Equal((5, 2, 1), (page.Number("total"), page.Number("limit"), page.Number("offset")));
        Assert.Equal([2, 3], page.Items().Select(incident => incident.Number("minute")));
        Assert.Empty((await server.Nobody.GetAsync($"/api/events/{id}/matches/2/incidents").JsonAsync()).Items());
    }

    [Fact]
    public async Task An_incident_takes_the_writers_own_claim_from_the_device_that_holds_it()
    {
        var id = await server.EventAsync();
        var body = new { kind = "note" };
        var path = $"/api/events/{id}/matches/1/incidents";
        await Expect.ProblemAsync(await server.Media.PostAsync(path, body), 403, "claim_required");
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/claims/1", new { deviceId = "phone" }));

        await Expect.ProblemAsync(await server.Organizer.PostAsync(path, body), 409, "claim_held");
        Assert.True((await Expect.ProblemAsync(await server.Media.PostAsync(path, body), 409, "claim_held")).GetProperty("sameAccount").GetBoolean());
        await Expect.ProblemAsync(await server.Spectator.PostAsync(path, body), 403, "role_required");
        await Expect.ProblemAsync(await server.Media.PostAsync($"/api/events/{id}/matches/77/incidents", body), 404, "match_not_found");
        await Expect.SuccessAsync(await server.Media.SendAsync("POST", path, body, ("X-Device-Id", "phone")));
    }

    [Fact]
    public async Task Recording_an_incident_renews_the_claim()
    {
        var id = await ClaimedAsync();
        server.Time.Advance(TimeSpan.FromMinutes(14));

        await PostAsync(id, new { kind = "note" });

        Assert.Equal(server.Time.GetUtcNow().AddMinutes(15), (await server.Nobody.GetAsync($"/api/events/{id}/claims/1").JsonAsync()).When("expiresAt"));
    }

    [Fact]
    public async Task An_incident_that_is_sent_twice_happened_once()
    {
        var id = await ClaimedAsync();
        var body = new { kind = "note", clientUpdateId = id + "-once" };
        var first = await PostAsync(id, body);

        var repeat = await server.Media.PostAsync($"/api/events/{id}/matches/1/incidents", body);

        Assert.Equal("true", repeat.Header("Idempotency-Replayed"));
        Assert.Equal(first.Text("id"), (await Expect.SuccessAsync(repeat)).Text("id"));
        Assert.Single(await ListAsync(id));
        await Expect.ProblemAsync(
            await server.Media.PostAsync($"/api/events/{id}/matches/1/incidents", new { kind = "injury", clientUpdateId = id + "-once" }), 422, "idempotency_key_reused");
    }

    [Theory]
    [InlineData("volleyball", """{"kind":"goal","side":1}""", "kind")]
    [InlineData("football", """{"kind":"ace","side":1}""", "kind")]
    [InlineData("beach-volleyball", """{"kind":"substitution","side":1}""", "kind")]
    [InlineData("football", """{"kind":"goal"}""", "side")]
    [InlineData("football", """{"kind":"goal","side":3}""", "side")]
    [InlineData("football", """{"kind":"goal","side":1,"period":0}""", "period")]
    [InlineData("football", """{"kind":"goal","side":1,"minute":-1}""", "minute")]
    [InlineData("football", """{"kind":"goal","side":1,"added":2}""", "added")]
    [InlineData("football", """{"kind":"goal","side":1,"person":" "}""", "person")]
    [InlineData("football", """{"kind":"note","person2":"a\nb"}""", "person2")]
    public async Task An_incident_that_cannot_be_is_rejected_with_its_field(string sport, string body, string field)
    {
        var id = await ClaimedAsync(sport);

        var problem = await Expect.ProblemAsync(await server.Media.SendAsync("POST", $"/api/events/{id}/matches/1/incidents", body), 422, "invalid_incident");

        Assert.Equal([field], problem.Positions());
        Assert.Empty(await ListAsync(id));
    }

    [Fact]
    public async Task A_retracted_incident_is_gone_for_readers_and_stays_in_the_history()
    {
        var id = await ClaimedAsync();
        var incident = await PostAsync(id, new { kind = "goal", side = 2 });
        var path = $"/api/events/{id}/incidents/{incident.Text("id")}";
        await using var stream = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{id}/stream");
        await stream.NextAsync();

        await Expect.SuccessAsync(await server.Media.DeleteAsync(path));

        var entry = (await stream.NextAsync())!.Data;
        Assert.Equal(("incident/" + incident.Text("id"), true, "retracted"), (entry.Text("key"), entry.GetProperty("removed").GetBoolean(), entry.Text("reason")));
        Assert.Empty(await server.Nobody.EntriesAsync(id, "types=incident"));
        Assert.Empty(await ListAsync(id));
        Assert.Equal(server.Time.GetUtcNow(), Assert.Single(await ListAsync(id, "?retracted=true")).When("retractedAt"));
        // The outbox repeats what got no response.
        await Expect.SuccessAsync(await server.Media.DeleteAsync(path));
    }

    [Fact]
    public async Task The_holder_and_organizers_retract_and_nobody_else()
    {
        var id = await ClaimedAsync();
        var path = $"/api/events/{id}/incidents/{(await PostAsync(id, new { kind = "note" })).Text("id")}";

        await Expect.ProblemAsync(await server.Coach.DeleteAsync(path), 409, "claim_held");
        await Expect.ProblemAsync(await server.Spectator.DeleteAsync(path), 403, "role_required");
        await Expect.SuccessAsync(await server.Organizer.DeleteAsync(path));
        foreach (var unknown in new[] { "x", new string('0', 32) })
            await Expect.ProblemAsync(await server.Media.DeleteAsync($"/api/events/{id}/incidents/{unknown}"), 404, "incident_not_found");
    }

    [Fact]
    public async Task The_time_of_an_incident_is_corrected_by_the_devices_clock()
    {
        var id = await server.EventAsync();
        var now = server.Time.GetUtcNow();
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/claims/1", new { deviceTime = now.AddMinutes(7) }));

        Assert.Equal(now.AddSeconds(-30), (await PostAsync(id, new { kind = "note", occurredAt = now.AddMinutes(7).AddSeconds(-30) })).When("occurredAt"));
        Assert.Equal(now, (await PostAsync(id, new { kind = "note", occurredAt = now.AddDays(-2) })).When("occurredAt"));
        Assert.Equal(now, (await PostAsync(id, new { kind = "note", occurredAt = now.AddHours(1) })).When("occurredAt"));
    }

    /// <summary>Creates an event in which media has claimed match 1.</summary>
    private async Task<string> ClaimedAsync(string sport = "generic")
    {
        var id = await server.EventAsync(sport: sport);
        await server.Media.ClaimAsync(id, 1);
        return id;
    }

    private async Task<JsonElement> PostAsync(string id, object body) =>
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/matches/1/incidents", body));

    private async Task<List<JsonElement>> ListAsync(string id, string query = "") =>
        [.. (await server.Nobody.GetAsync($"/api/events/{id}/matches/1/incidents{query}").JsonAsync()).Items()];
}
