using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Clocks;

public sealed class MatchClockTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task A_clock_is_set_read_and_published_with_the_servers_time()
    {
        var id = await ClaimedAsync();

        var clock = await PutAsync(id, new { period = 1, state = "running", elapsedMs = 90_000, added = 3, clientUpdateId = id + "-a" });

        Assert.Equal((1, 1, "running", 90_000, 3, id + "-a"), (clock.Number("matchId"), clock.Number("period"), clock.Text("state"), clock.Number("elapsedMs"), clock.Number("added"), clock.Text("clientUpdateId")));
        Assert.Equal(server.Time.GetUtcNow(), clock.When("at"));
        var read = await server.Nobody.GetAsync($"/api/events/{id}/matches/1/clock").JsonAsync();
        Assert.Equal((90_000, server.Time.GetUtcNow()), (read.Number("elapsedMs"), read.When("at")));
        var entry = await EntryAsync(id);
        Assert.Equal(("clock-update", "clock/1", 90_000, id + "-a"), (entry.Text("type"), entry.Text("key"), entry.Number("elapsedMs"), entry.Text("clientUpdateId")));
        Assert.Equal(server.Time.GetUtcNow(), entry.When("at"));
    }

    [Fact]
    public async Task A_clock_takes_the_claim_and_renews_it()
    {
        var id = await server.EventAsync();
        var body = new { period = 1, state = "running", elapsedMs = 0 };
        var path = $"/api/events/{id}/matches/1/clock";
        await Expect.ProblemAsync(await server.Media.PutAsync(path, body), 403, "claim_required");
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/claims/1", new { deviceId = "phone" }));
        server.Time.Advance(TimeSpan.FromMinutes(14));

        await Expect.ProblemAsync(await server.Coach.PutAsync(path, body), 409, "claim_held");
        await Expect.ProblemAsync(await server.Media.PutAsync(path, body), 409, "claim_held");
        await Expect.SuccessAsync(await server.Media.SendAsync("PUT", path, body, ("X-Device-Id", "phone")));

        Assert.Equal(server.Time.GetUtcNow().AddMinutes(15), (await server.Nobody.GetAsync($"/api/events/{id}/claims/1").JsonAsync()).When("expiresAt"));
    }

    [Theory]
    [InlineData(2, 59_999, "elapsedMs")]
    [InlineData(1, 90_000, "period")]
    public async Task A_clock_that_runs_backwards_is_rejected_unless_it_is_a_correction(int period, int elapsedMs, string field)
    {
        var id = await ClaimedAsync();
        await PutAsync(id, new { period = 2, state = "stopped", elapsedMs = 60_000 });

        var problem = await Expect.ProblemAsync(
            await server.Media.PutAsync($"/api/events/{id}/matches/1/clock", new { period, state = "stopped", elapsedMs }), 422, "invalid_clock");

        Assert.Equal([field], problem.Positions());
        Assert.Equal(60_000, problem.GetProperty("current").Number("elapsedMs"));
        Assert.Equal(elapsedMs, (await PutAsync(id, new { period, state = "stopped", elapsedMs, correction = true })).Number("elapsedMs"));
        // The next period begins at 0 again.
        await PutAsync(id, new { period = 3, state = "running", elapsedMs = 0 });
    }

    [Theory]
    [InlineData("""{"period":0,"state":"running","elapsedMs":0}""", "period")]
    [InlineData("""{"period":1,"state":"running","elapsedMs":-1}""", "elapsedMs")]
    [InlineData("""{"period":1,"state":"running","elapsedMs":86400001}""", "elapsedMs")]
    [InlineData("""{"period":1,"state":"running","elapsedMs":0,"added":-1}""", "added")]
    public async Task A_clock_that_cannot_be_is_rejected_with_its_field(string body, string field)
    {
        var id = await ClaimedAsync();

        Assert.Equal([field], (await Expect.ProblemAsync(await server.Media.SendAsync("PUT", $"/api/events/{id}/matches/1/clock", body), 422, "invalid_clock")).Positions());
    }

    [Fact]
    public async Task A_clock_that_was_started_without_a_network_has_run_on_when_it_arrives()
    {
        var id = await ClaimedAsync();
        var startedAt = server.Time.GetUtcNow();
        server.Time.Advance(TimeSpan.FromSeconds(40));

        var clock = await PutAsync(id, new { period = 1, state = "running", elapsedMs = 5_000, occurredAt = startedAt });

        // Both say the same: readers count on from at.
        Assert.Equal((5_000, startedAt), (clock.Number("elapsedMs"), clock.When("at")));
        var entry = await EntryAsync(id);
        Assert.Equal((45_000, server.Time.GetUtcNow()), (entry.Number("elapsedMs"), entry.When("at")));
        // It was stopped ten seconds after it had started: what counts is what the clock showed.
        await PutAsync(id, new { period = 1, state = "stopped", elapsedMs = 15_000, occurredAt = startedAt.AddSeconds(10) });
        Assert.Equal(15_000, (await EntryAsync(id)).Number("elapsedMs"));
    }

    [Fact]
    public async Task A_clock_that_is_sent_twice_is_set_once()
    {
        var id = await ClaimedAsync();
        var body = new { period = 1, state = "running", elapsedMs = 0, clientUpdateId = id + "-once" };
        await PutAsync(id, body);
        await PutAsync(id, new { period = 1, state = "stopped", elapsedMs = 10_000 });

        var repeat = await server.Media.PutAsync($"/api/events/{id}/matches/1/clock", body);

        Assert.Equal("true", repeat.Header("Idempotency-Replayed"));
        Assert.Equal("stopped", (await EntryAsync(id)).Text("state"));
    }

    /// <summary>Creates an event in which media has claimed match 1.</summary>
    private async Task<string> ClaimedAsync()
    {
        var id = await server.EventAsync();
        await server.Media.ClaimAsync(id, 1);
        return id;
    }

    private async Task<JsonElement> PutAsync(string id, object body) => await Expect.SuccessAsync(await server.Media.PutAsync($"/api/events/{id}/matches/1/clock", body));

    private Task<JsonElement> EntryAsync(string id) => server.Nobody.EntryAsync(id, "clock/1");
}
