using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Durability;

/// <summary>
/// Two servers write to one database server at once. What a command has read must still be true when it commits, whatever the other server
/// does meanwhile. SQLite, with its single writer, would hide a failure of this.
/// </summary>
public sealed class DatabaseRaceTests : IAsyncLifetime
{
    private const int Rounds = 40;

    private LiveFeedServer first = null!;
    private LiveFeedServer second = null!;
    private ApiUser admin = null!;
    private ApiUser there = null!;

    public async Task InitializeAsync()
    {
        if (PostgresCluster.WhyMissing is not null)
            return;
        first = await LiveFeedServer.StartOnPostgresAsync();
        second = await LiveFeedServer.OverAsync(first.DataDirectory);
        (admin, there) = (await first.AdminAsync(), await second.AdminAsync());
    }

    public async Task DisposeAsync()
    {
        if (first is null)
            return;
        await second.DisposeAsync();
        await first.DisposeAsync();
    }

    [PostgresFact]
    public async Task Two_organizers_who_remove_each_other_at_once_leave_one()
    {
        var (here, away) = (await first.RegisterAsync("Here"), await second.RegisterAsync("Away"));
        for (var round = 1; round <= Rounds; round++)
        {
            var id = $"cup-{round}";
            await admin.CreateEventAsync(id, 1);
            await admin.AddMemberAsync(id, here.Id, "organizer");
            await admin.AddMemberAsync(id, away.Id, "organizer");
            await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/{id}/members/{admin.Id}"));

            var responses = await Task.WhenAll(
                here.DeleteAsync($"/api/events/{id}/members/{away.Id}"), away.DeleteAsync($"/api/events/{id}/members/{here.Id}"));

            Assert.Single(responses, response => response.IsSuccessStatusCode);
            Assert.Contains((int)responses.Single(response => !response.IsSuccessStatusCode).StatusCode, new[] { 403, 409 });
            var members = (await admin.GetAsync($"/api/events/{id}/members")).GetProperty("items").EnumerateArray();
            Assert.Equal("organizer", Assert.Single(members).GetProperty("role").GetString());
        }
    }

    [PostgresFact]
    public async Task A_score_posted_while_its_match_is_removed_is_rejected_or_keeps_its_match()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var id = $"cup-{round}";
            await admin.CreateEventAsync(id, 2);
            await admin.ClaimAsync(id, 2);

            var responses = await Task.WhenAll(admin.PutAsync($"/api/events/{id}/schedule", TestSchedule.Of(1)), there.ScoreAsync(id, 2, 1, 0));

            // Whichever came first, the other one is rejected: nobody's score is lost without a word.
            if ((int)responses[1].StatusCode == 201)
            {
                await Expect.ProblemAsync(responses[0], 409, "scored_matches_affected");
                await Expect.SuccessAsync(await admin.Http.GetAsync($"/api/events/{id}/scores/2"));
                continue;
            }

            await Expect.SuccessAsync(responses[0]);
            await Expect.ProblemAsync(responses[1], 404, "match_not_found");
            await Expect.ProblemAsync(await admin.Http.GetAsync($"/api/events/{id}/scores/2"), 404, "score_not_found");
            var snapshot = await first.Http.GetFromJsonAsync<JsonElement>($"/api/events/{id}/feed");
            Assert.DoesNotContain(snapshot.GetProperty("entries").EnumerateArray(), entry => entry.GetProperty("key").GetString() is "score/2" or "match/2" or "claim/2");
        }
    }

    [PostgresFact]
    public async Task A_write_to_an_event_that_is_removed_meanwhile_is_done_or_finds_no_event()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            var id = $"cup-{round}";
            await admin.CreateEventAsync(id, 4);
            await admin.ClaimAsync(id, 1);

            var writes = Task.WhenAll(
                there.ScoreAsync(id, 1, 1, 0), there.PostAsync($"/api/events/{id}/claims/2"), there.PatchAsync($"/api/events/{id}", new { name = "Renamed" }),
                there.PutAsync($"/api/events/{id}/coverage-plans", new { selectedMatches = new[] { 1 } }));
            await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/{id}"));

            foreach (var response in await writes)
            {
                if (!response.IsSuccessStatusCode)
                    await Expect.ProblemAsync(response, 404, "event_not_found");
            }
        }
    }

    [PostgresFact]
    public async Task A_session_that_ends_while_it_is_renewed_has_ended()
    {
        var user = await first.RegisterAsync("Somebody");
        for (var round = 1; round <= Rounds; round++)
        {
            var session = await first.SignInAsync(user.Email, LiveFeedServer.Password);
            var body = new { refreshToken = session.RefreshToken };

            var responses = await Task.WhenAll(first.Http.PostAsJsonAsync("/api/auth/logout", body), second.Http.PostAsJsonAsync("/api/auth/refresh", body));

            await Expect.SuccessAsync(responses[0]);
            if (!responses[1].IsSuccessStatusCode)
            {
                await Expect.ProblemAsync(responses[1], 401, "invalid_refresh_token");
                continue;
            }

            var successor = (await Expect.SuccessAsync(responses[1])).GetProperty("refreshToken").GetString();
            await Expect.ProblemAsync(await second.Http.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = successor }), 401, "invalid_refresh_token");
        }
    }
}
