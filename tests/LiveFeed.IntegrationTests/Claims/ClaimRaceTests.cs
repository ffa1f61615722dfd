using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Claims;

/// <summary>Invariant 8: at most one live claim per match, under any race, on any number of instances.</summary>
public sealed class ClaimRaceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Of_fifty_users_who_claim_a_match_at_once_exactly_one_wins(int instances)
    {
        await using var first = await LiveFeedServer.StartAsync();
        await using var second = await LiveFeedServer.OverAsync(first.DataDirectory);
        await using var third = await LiveFeedServer.OverAsync(first.DataDirectory);
        var servers = new[] { first, second, third }.Take(instances).ToArray();
        var admin = await first.AdminAsync();
        await admin.CreateEventAsync("cup", 10);
        var users = await Task.WhenAll(Enumerable.Range(1, 50).Select(i => servers[i % instances].RegisterAsync($"Scorer {i}")));
        foreach (var user in users)
            await admin.AddMemberAsync("cup", user.Id);

        for (var match = 1; match <= 10; match++)
        {
            var responses = await Task.WhenAll(users.Select(user => user.PostAsync($"/api/events/cup/claims/{match}")));
            var winner = Assert.Single(responses, response => response.StatusCode == HttpStatusCode.Created);
            var holder = (await Expect.SuccessAsync(winner)).GetProperty("claimedBy").GetProperty("id").GetString();
            foreach (var loser in responses.Where(response => response != winner))
            {
                var problem = await Expect.ProblemAsync(loser, 409, "claim_held");
                Assert.Equal(holder, problem.GetProperty("holder").GetProperty("id").GetString());
            }
        }

        var claims = await first.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/claims");
        Assert.Equal(10, claims.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Only_the_winner_of_a_race_can_score_and_the_others_change_nothing()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        var users = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => server.RegisterAsync($"Scorer {i}")));
        foreach (var user in users)
            await admin.AddMemberAsync("cup", user.Id);

        // Claims and scores race each other: a score counts only under the scorer's own claim.
        var responses = await Task.WhenAll(users.SelectMany((user, i) => new[]
        {
            user.PostAsync("/api/events/cup/claims/1"), user.ScoreAsync("cup", 1, i, 0),
        }));
        var holder = (await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/claims/1")).GetProperty("claimedBy").GetProperty("id").GetString();
        var log = await Feed.LogProbe.ReadAsync(server.Http, "cup");
        var writers = log.Entries.Values.Where(entry => entry.GetProperty("type").GetString() == "score-update")
            .Select(entry => entry.GetProperty("lastUpdatedBy").GetString()).Distinct();
        Assert.All(writers, writer => Assert.Equal(holder, writer));
        Assert.DoesNotContain(responses, response => (int)response.StatusCode >= 500);
    }

    [Fact]
    public async Task An_expired_claim_ends_by_itself_and_the_feed_hears_of_it_within_a_second()
    {
        var time = TestTime.Create();
        await using var server = await LiveFeedServer.StartAsync(time, null, "Claims:Lease=00:05:00");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        await stream.NextAsync();
        var claim = await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/claims/1");

        // The clock stands still from one second after the end on: a sweep that is due later never comes.
        time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        time.Advance(TimeSpan.FromMilliseconds(1) + TimeSpan.FromSeconds(1));
        var expired = (await stream.UntilAsync(item => item.Kind == "claim-update")).Data;
        Assert.Equal("expired", expired.GetProperty("state").GetString());
        var late = expired.GetProperty("at").GetDateTimeOffset() - claim.GetProperty("expiresAt").GetDateTimeOffset();
        Assert.InRange(late, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await Expect.ProblemAsync(await server.Http.GetAsync("/api/events/cup/claims/1"), 404, "claim_not_found");
        await Expect.ProblemAsync(await admin.ScoreAsync("cup", 1, 1, 0), 403, "claim_required");
    }
}
