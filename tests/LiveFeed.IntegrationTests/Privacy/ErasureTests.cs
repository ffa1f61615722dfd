using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.Domain.Accounts;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Privacy;

/// <summary>The erasure of an account: what goes, what stays, and when it is rejected.</summary>
public sealed class ErasureTests
{
    private const string Name = BusyUser.Name;
    private const string Room = "events/cup/teams/1";

    private static readonly string[] Settings =
        ["Jobs:PollEvery=00:00:00.100", "Feed:PresenceEvery=00:01:00", "RateLimits:MessageWrite:Permits=100000"];

    [Fact]
    public async Task Name_email_and_messages_are_nowhere_after_an_erasure()
    {
        await using var server = await LiveFeedServer.StartAsync(Settings);
        var (admin, user) = await BusyUser.CreateAsync(server);
        Assert.NotEmpty(await StoredTexts.FindAsync(server, Name));
        Assert.NotEmpty(await StoredTexts.FindAsync(server, user.Email));
        var cursors = (Event: (await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/feed")).Text("cursor"), Room: (await admin.GetAsync($"/api/feed?topic={Room}")).Text("cursor"));
        await using var ofEvent = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        Assert.Contains(Name, (await ofEvent.NextAsync())!.Data.GetRawText(), StringComparison.Ordinal);
        await using var ofRoom = await StreamClient.OpenAsync(admin.Http, $"/api/stream?topic={Room}");
        Assert.Contains(Name, (await ofRoom.UntilAsync(item => item.Kind == "snapshot")).Data.GetRawText(), StringComparison.Ordinal);

        Assert.Equal(204, (int)(await EraseAsync(user)).StatusCode);
        await StoredTexts.GoneAsync(server, Name, user.Email, "A secret", "A former secret");

        // Open streams get what replaces the name.
        foreach (var stream in new[] { ofEvent, ofRoom })
            await stream.UntilAsync(item => item.Kind == "snapshot" && item.Data.TextOrNull("reset") == "other-epoch" && !item.Data.GetRawText().Contains(Name, StringComparison.Ordinal));
        // Whoever comes back, from wherever in the feed, gets nothing of it: from memory and from the database.
        for (var restarted = 0; restarted < 2; restarted++)
        {
            foreach (var path in new[]
            {
                "/api/events/cup/feed", $"/api/events/cup/feed?after={cursors.Event}", $"/api/feed?topic={Room}", $"/api/feed?topic={Room}&after={cursors.Room}", "/api/events/cup",
                "/api/events/cup/announcements", "/api/events/cup/claims", "/api/events/cup/matches/1", "/api/events/cup/matches", "/api/events/cup/teams/1/messages", "/api/events/cup/members",
                "/api/events/cup/teams/1/players", "/api/events/other/teams/1/members", "/api/events/cup/scores/1/history", "/api/events/cup/invitations", "/api/events/cup/scorer-links",
            })
            {
                using var response = await admin.Http.GetAsync(path);
                var text = await response.Content.ReadAsStringAsync();
                Assert.True(response.IsSuccessStatusCode, $"{path}: {text}");
                Assert.DoesNotContain(Name, text, StringComparison.Ordinal);
                Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
            }

            await using var resumed = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream", cursors.Event);
            Assert.DoesNotContain(Name, (await resumed.NextAsync())!.Data.GetRawText(), StringComparison.Ordinal);
            await server.RestartAsync();
            admin = await server.AdminAsync();
        }

        Assert.Empty(server.Failures);
    }

    [Fact]
    public async Task What_stays_has_an_id_of_nobody_and_the_event_goes_on()
    {
        await using var server = await LiveFeedServer.StartAsync(Settings);
        var (admin, user) = await BusyUser.CreateAsync(server);
        await Expect.SuccessAsync(await EraseAsync(user));
        await StoredTexts.GoneAsync(server, Name);

        var score = await admin.GetAsync("/api/events/cup/scores/1");
        Assert.Equal((user.Id, 7), (score.Text("lastUpdatedBy"), score.GetProperty("sets")[0].GetProperty("team1").GetInt32()));
        Assert.Equal(User.ErasedName, (await admin.GetAsync("/api/events/cup/announcements")).Items().Single().GetProperty("by").Text("name"));
        var player = (await admin.GetAsync("/api/events/cup/teams/1/players")).GetProperty("items")[0];
        Assert.Equal(("Roster name", false), (player.Text("name"), player.TryGetProperty("userId", out _)));
        Assert.DoesNotContain((await admin.GetAsync("/api/events/cup/members")).Items(), member => member.Text("userId") == user.Id);
        // Nobody gets the id a role any more.
        await Expect.ProblemAsync(await admin.PutAsync($"/api/events/cup/members/{user.Id}", new { role = "media" }), 404, "user_not_found");
        await admin.ClaimAsync("cup", 2);
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 2, 1, 0));
        Assert.Empty(server.Failures);
    }

    [Fact]
    public async Task An_erased_account_is_signed_out_everywhere_and_its_address_is_free()
    {
        await using var server = await LiveFeedServer.StartAsync(Settings);
        var user = await server.RegisterAsync(Name);
        var elsewhere = await server.SignInAsync(user.Email, LiveFeedServer.Password);
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var stream = await StreamClient.OpenAsync(elsewhere.Http, "/api/events/cup/stream");
        await stream.NextAsync();

        await Expect.SuccessAsync(await EraseAsync(user));
        Assert.Equal("session_ended", (await stream.UntilAsync(item => item.Type == "bye")).Data.Text("code"));
        foreach (var session in new[] { user, elsewhere })
        {
            await Expect.ProblemAsync(await session.Http.GetAsync("/api/auth/me"), 401, "session_ended");
            await Expect.ProblemAsync(await server.Http.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = session.RefreshToken }), 401, "invalid_refresh_token");
        }

        await Expect.ProblemAsync(await server.Http.PostAsJsonAsync("/api/auth/login", new { email = user.Email, password = LiveFeedServer.Password }), 401, "invalid_credentials");
        await Expect.SuccessAsync(await server.Http.PostAsJsonAsync("/api/auth/register", new { email = user.Email, password = LiveFeedServer.Password, displayName = "Somebody else" }));
        Assert.NotEqual(user.Id, (await server.SignInAsync(user.Email, LiveFeedServer.Password)).Id);
    }

    [Fact]
    public async Task A_wrong_password_erases_nothing()
    {
        await using var server = await LiveFeedServer.StartAsync(Settings);
        var user = await server.RegisterAsync(Name);
        await Expect.ProblemAsync(await EraseAsync(user, "another-password"), 401, "invalid_credentials");
        Assert.Equal(Name, (await user.GetAsync("/api/auth/me")).Text("displayName"));
        await server.SignInAsync(user.Email, LiveFeedServer.Password);
    }

    [Fact]
    public async Task The_last_administrator_stays_and_another_one_can_go()
    {
        await using var server = await LiveFeedServer.StartAsync(Settings);
        var admin = await server.AdminAsync();
        await Expect.ProblemAsync(await EraseAsync(admin), 409, "last_administrator");
        var second = await server.RegisterAsync(Name);
        await MakeAdministratorAsync(server, second);
        // Both at once: one of them stays.
        var statuses = await Task.WhenAll(EraseAsync(admin), EraseAsync(second));
        Assert.Equal([204, 409], statuses.Select(response => (int)response.StatusCode).Order());
    }

    [Fact]
    public async Task The_only_organizer_hands_an_event_over_first()
    {
        await using var server = await LiveFeedServer.StartAsync([.. Settings, "Events:AnyUserMayCreate=true"]);
        var user = await server.RegisterAsync(Name);
        var other = await server.RegisterAsync("Otto Organizer");
        foreach (var id in new[] { "open", "shared", "archived" })
            await user.CreateEventAsync(id);
        await user.AddMemberAsync("shared", other.Id, "organizer");
        await Expect.SuccessAsync(await user.PatchAsync("/api/events/archived", new { archived = true }));

        var problem = await Expect.ProblemAsync(await EraseAsync(user), 409, "last_organizer");
        Assert.Equal(["open"], problem.GetProperty("events").EnumerateArray().Select(one => one.Text("id")));
        Assert.Contains("Event open", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(Name, (await user.GetAsync("/api/auth/me")).Text("displayName"));

        await user.AddMemberAsync("open", other.Id, "organizer");
        // Both organizers at once: one of them stays.
        var statuses = await Task.WhenAll(EraseAsync(user), EraseAsync(other));
        Assert.Equal([204, 409], statuses.Select(response => (int)response.StatusCode).Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_written_while_the_account_is_erased_is_erased_too_or_rejected(bool byAnotherInstance)
    {
        await using var server = await LiveFeedServer.StartAsync(Settings);
        await using var other = await LiveFeedServer.OverAsync(server.DataDirectory, Settings);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 40);
        var user = await server.RegisterAsync(Name);
        await admin.AddMemberAsync("cup", user.Id, "organizer");
        var others = Task.WhenAll(Enumerable.Range(1, 20).Select(async match =>
        {
            await admin.ClaimAsync("cup", match);
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", match, 1, 0));
        }));
        var writer = byAnotherInstance ? await other.SignInAsync(user.Email, LiveFeedServer.Password) : user;
        var own = Enumerable.Range(21, 20).SelectMany(match => new[]
        {
            writer.PostAsync($"/api/events/cup/claims/{match}"), writer.PostAsync("/api/events/cup/teams/1/messages", new { text = $"A secret {match}" }),
            writer.PostAsync("/api/events/cup/announcements", new { text = $"Announcement {match}" }),
        }).ToList();
        var erased = await EraseAsync(user);
        Assert.Equal(204, (int)erased.StatusCode);
        var responses = await Task.WhenAll(own);
        Assert.All(responses, response => Assert.True((int)response.StatusCode is 200 or 201 or 401 or 403, $"{(int)response.StatusCode}"));
        // What others write meanwhile is not lost.
        await others;
        Assert.Equal(20, (await admin.GetAsync("/api/events/cup/scores?limit=100")).Items().Count());
        await StoredTexts.GoneAsync(server, Name, user.Email, "A secret");
        await using var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create();
        Assert.Equal(0, await db.Claims.CountAsync(claim => claim.HolderId == UserId.From(user.Id)));
        Assert.Equal(0, await db.Members.CountAsync(member => member.UserId == UserId.From(user.Id)));
        Assert.Empty(server.Failures);
    }

    [Fact]
    public async Task An_erased_administrator_writes_nothing_with_a_token_that_another_instance_still_accepts()
    {
        await using var server = await LiveFeedServer.StartAsync(Settings);
        // It doesn't hear in time that the session has ended.
        await using var other = await LiveFeedServer.OverAsync(server.DataDirectory, [.. Settings, "Feed:TailCheck=01:00:00"]);
        await (await server.AdminAsync()).CreateEventAsync("cup");
        var user = await server.RegisterAsync(Name);
        await MakeAdministratorAsync(server, user);
        var elsewhere = await other.SignInAsync(user.Email, LiveFeedServer.Password);
        await elsewhere.ClaimAsync("cup", 1);
        await Expect.SuccessAsync(await EraseAsync(user));
        foreach (var (path, body) in new (string, object)[]
        {
            ("/api/events/cup/claims/2", new { }), ("/api/events/cup/teams/1/messages", new { text = "A secret" }), ("/api/events/cup/announcements", new { text = "Rain" }),
            ("/api/events", new { id = "mine", name = "Mine", sport = "generic" }),
        })
            await Expect.ProblemAsync(await elsewhere.PostAsync(path, body), 401, "session_ended");
        await StoredTexts.GoneAsync(server, Name);
    }

    [Fact]
    public async Task What_another_instance_stores_a_little_later_is_erased_by_the_second_run()
    {
        await using var server = await LiveFeedServer.StartAsync(Settings);
        var (admin, user) = await BusyUser.CreateAsync(server);
        await Expect.SuccessAsync(await EraseAsync(user));
        await StoredTexts.GoneAsync(server, Name);
        await Eventually.TrueAsync(async () => await TestDatabase.CountAsync(server.DataDirectory, "SELECT count(*) FROM jobs WHERE kind = 'erased-user' AND owner IS NULL") == 1);
        await admin.ClaimAsync("cup", 2);
        await using (var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create())
        {
            var id = UserId.From(user.Id);
            await db.Claims.ExecuteUpdateAsync(set => set.SetProperty(claim => claim.HolderId, id).SetProperty(claim => claim.HolderName, Name));
            await db.Jobs.Where(job => job.Kind == "erased-user").ExecuteUpdateAsync(set => set.SetProperty(job => job.DueAt, job => job.CreatedAt));
        }

        await StoredTexts.GoneAsync(server, Name);
        await Expect.ProblemAsync(await admin.ScoreAsync("cup", 2, 1, 0), 403, "claim_required");
    }

    [Fact]
    public async Task A_job_that_was_interrupted_goes_on_after_a_restart()
    {
        // Nothing is done before the restart.
        await using var server = await LiveFeedServer.StartAsync(["Jobs:PollEvery=00:01:00", "Jobs:Lease=00:05:00", .. Settings[1..]]);
        var (_, user) = await BusyUser.CreateAsync(server);
        await Expect.SuccessAsync(await EraseAsync(user));
        Assert.NotEmpty(await StoredTexts.FindAsync(server, Name));
        await server.StopAsync();
        await using var next = await LiveFeedServer.OverAsync(server.DataDirectory, Settings);
        await StoredTexts.GoneAsync(next, Name, user.Email, "A secret");
        await server.RestartAsync();
    }

    private static async Task MakeAdministratorAsync(LiveFeedServer server, ApiUser account)
    {
        await using var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create();
        await db.Users.Where(user => user.Email == account.Email).ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, GlobalRole.Admin));
    }

    private static Task<HttpResponseMessage> EraseAsync(ApiUser user, string password = LiveFeedServer.Password) =>
        user.Http.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/me") { Content = JsonContent.Create(new { password }) });
}
