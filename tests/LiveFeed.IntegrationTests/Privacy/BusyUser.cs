using System.Net.Http.Json;
using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Scores;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Privacy;

/// <summary>A user who has done everything that is stored with a user's id.</summary>
internal static class BusyUser
{
    public const string Name = "Zephyrine Quux";

    /// <summary>Creates the events "cup", where a user has done everything, and "other", where the user plays.</summary>
    public static async Task<(ApiUser Admin, ApiUser User)> CreateAsync(LiveFeedServer server)
    {
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 2);
        await admin.CreateEventAsync("other", 2);
        var user = await server.RegisterAsync(Name);
        // Its response is stored for repeats.
        var given = new HttpRequestMessage(HttpMethod.Put, $"/api/events/cup/members/{user.Id}") { Content = JsonContent.Create(new { role = "organizer" }) };
        given.Headers.Add("Idempotency-Key", "0123456789abcdef");
        await Expect.SuccessAsync(await admin.Http.SendAsync(given));
        await Expect.SuccessAsync(await admin.PutAsync($"/api/events/other/teams/1/members/{user.Id}", new { role = "player" }));
        await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/teams/1/players", new { players = new[] { new { id = 1, name = "Roster name", userId = user.Id } } }));
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup/matches/2", new { officials = new[] { new { duty = "referee", userId = user.Id, name = Name } } }));

        await user.ClaimAsync("cup", 2);
        await Expect.SuccessAsync(await user.DeleteAsync("/api/events/cup/claims/2"));
        await user.ClaimAsync("cup", 1);
        await Expect.SuccessAsync(await user.ScoreAsync("cup", 1, 7, 0));
        await using (var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create())
        {
            var now = TimeProvider.System.GetUtcNow();
            db.ScoreConflicts.Add(new ScoreConflict
            {
                Id = "late",
                EventId = EventId.From("cup"),
                MatchId = new MatchId(1),
                Sets = [new SetScore(1, 0)],
                Status = MatchStatus.InProgress,
                OccurredAt = now,
                ReceivedAt = now,
                UserId = UserId.From(user.Id),
                CurrentVersion = 1,
            });
            await db.SaveChangesAsync();
        }

        await Expect.SuccessAsync(await user.PutAsync("/api/events/cup/matches/1/clock", new { period = 1, state = "running", elapsedMs = 0 }));
        await Expect.SuccessAsync(await user.PostAsync("/api/events/cup/matches/1/incidents", new { kind = "goal", side = 1 }));
        await Expect.SuccessAsync(await user.PutAsync("/api/events/cup/matches/1/lineups/1", new { players = new[] { new { person = 1 } } }));
        await Expect.SuccessAsync(await user.PostAsync("/api/events/cup/webhooks", new { url = "https://receiver.invalid/" }));
        await Expect.SuccessAsync(await user.PostAsync("/api/events/cup/announcements", new { text = "Rain" }));
        await Expect.SuccessAsync(await user.PostAsync("/api/events/cup/invitations", new { role = "media" }));
        await Expect.SuccessAsync(await user.PostAsync("/api/events/cup/scorer-links", new { courtId = 1 }));
        await Expect.SuccessAsync(await user.PutAsync("/api/events/cup/coverage-plans", new { selectedMatches = new[] { 1 } }));
        await Expect.SuccessAsync(await user.PutAsync("/api/follows/events/cup", new { }));
        await Expect.SuccessAsync(await user.PutAsync("/api/notifications/settings", new { off = new[] { "set-ended" } }));
        var sun = await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/announcements", new { text = "Sun" }));
        await Eventually.TrueAsync(async () => (await user.GetAsync("/api/notifications")).GetProperty("items").EnumerateArray().Any(item => item.Text("kind") == "announcement"));
        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/announcements/{sun.Text("id")}"));
        var former = await Expect.SuccessAsync(await user.PostAsync("/api/events/cup/teams/1/messages", new { text = "A former secret" }));
        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/teams/1/messages/{former.Text("id")}"));
        await Expect.SuccessAsync(await user.PostAsync("/api/events/cup/teams/1/messages", new { text = "A secret" }));
        await Expect.SuccessAsync(await user.PostAsync("/api/events/other/teams/1/messages", new { text = "A secret" }));
        return (admin, user);
    }
}
