using LiveFeed.Infrastructure.Persistence;
using LiveFeed.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static LiveFeed.IntegrationTests.ScorerLinks.ScorerLinkRequests;

namespace LiveFeed.IntegrationTests.ScorerLinks;

/// <summary>How organizers make, list and revoke scorer links, and how helpers come in.</summary>
public sealed class ScorerLinkTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task Whoever_has_the_link_learns_what_it_is_for_and_scores_under_the_given_name()
    {
        var id = await server.EventAsync(visibility: "members");
        var made = await server.Organizer.MakeLinkAsync(id, new { courtId = 1, name = "Court 1, morning" });

        Assert.StartsWith($"{server.Server.Address}scorer/#", made.Text("link"), StringComparison.Ordinal);
        Assert.Equal(server.Time.GetUtcNow().AddDays(1), made.When("expiresAt"));
        var found = await Expect.SuccessAsync(await server.Nobody.PreviewAsync(made));
        Assert.Equal((id, $"Event {id}", "Court 1"), (found.Text("eventId"), found.Text("eventName"), found.GetProperty("court").Text("name")));
        var helper = await server.Server.HelperAsync(made, " Kim  Helper\u200b");
        await helper.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await helper.ScoreAsync(id, 1, 3, 2));
        var claim = await helper.GetAsync($"/api/events/{id}/claims/1");
        Assert.Equal((helper.Id, "Kim  Helper"), (claim.GetProperty("claimedBy").Text("id"), claim.GetProperty("claimedBy").Text("name")));
        var me = await helper.GetAsync("/api/auth/me");
        Assert.Equal((helper.Id, null), (me.Text("id"), me.TextOrNull("email")));
    }

    [Fact]
    public async Task A_link_without_a_time_ends_with_the_events_last_day_where_it_takes_place()
    {
        var id = await server.EventAsync();
        var (now, today) = (server.Time.GetUtcNow(), new DateTimeOffset(server.Time.GetUtcNow().Date, TimeSpan.Zero));

        // 20:00 in UTC is 5:00 on the next day in Tokyo. That day ends at 15:00 in UTC.
        Assert.Equal(today.AddDays(4).AddHours(15).AddMilliseconds(-1), await EndAsync(today.AddDays(3).AddHours(20)));
        Assert.Equal(now.AddDays(30), await EndAsync(today.AddDays(100)));
        Assert.Equal(now.AddDays(1), await EndAsync(today.AddDays(-2)));

        async Task<DateTimeOffset> EndAsync(DateTimeOffset endsAt)
        {
            await Expect.SuccessAsync(await server.Admin.PatchAsync($"/api/events/{id}", new { startsAt = today.AddDays(-3), endsAt, timeZone = "Asia/Tokyo" }));
            return (await server.Organizer.MakeLinkAsync(id, new { courtId = 1 })).When("expiresAt");
        }
    }

    [Fact]
    public async Task Opening_a_link_claims_nothing_and_lets_nobody_in()
    {
        var id = await server.EventAsync();
        var made = await server.Organizer.MakeLinkAsync(id, new { matchId = 2 });

        for (var i = 0; i < 3; i++)
        {
            (await server.Nobody.GetAsync("/scorer/")).EnsureSuccessStatusCode();
            await Expect.SuccessAsync(await server.Nobody.PreviewAsync(made));
        }

        Assert.Empty((await server.Admin.GetAsync($"/api/events/{id}/claims")).Items());
        Assert.Empty(Assert.Single((await server.Organizer.GetAsync($"/api/events/{id}/scorer-links")).Items()).GetProperty("helpers").EnumerateArray());
    }

    [Fact]
    public async Task The_same_name_on_the_same_device_stays_the_same_helper_who_goes_on_with_the_match()
    {
        var id = await server.EventAsync();
        var made = await server.Organizer.MakeLinkAsync(id, new { courtId = 1 });
        var helper = await server.Server.HelperAsync(made, "Kim", "tablet");
        await helper.ClaimAsync(id, 1);

        var again = await server.Server.HelperAsync(made, "Kim", "tablet");

        Assert.Equal(helper.Id, again.Id);
        await Expect.SuccessAsync(await again.ScoreAsync(id, 1, 1, 0));
        foreach (var (name, device) in new (string, string?)[] { ("Lee", "tablet"), ("Kim", "phone"), ("Kim", null) })
            Assert.NotEqual(helper.Id, (await server.Server.HelperAsync(made, name, device)).Id);
        var listed = Assert.Single((await server.Organizer.GetAsync($"/api/events/{id}/scorer-links")).Items());
        Assert.Equal(["Kim", "Kim", "Kim", "Lee"], listed.GetProperty("helpers").EnumerateArray().Select(one => one.Text("name")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200b")]
    [InlineData("Line\nbreak")]
    [InlineData("Admin")]
    [InlineData("x-81")]
    public async Task A_name_that_shows_nothing_or_is_taken_for_staff_is_rejected(string name)
    {
        var id = await server.EventAsync();
        var made = await server.Organizer.MakeLinkAsync(id, new { courtId = 1 });

        var problem = await Expect.ProblemAsync(await server.Nobody.UseAsync(made, name == "x-81" ? new string('x', 81) : name), 400, "invalid_request");

        Assert.Equal(["name"], problem.Positions());
    }

    [Fact]
    public async Task Only_organizers_make_list_and_revoke()
    {
        var id = await server.EventAsync();
        var made = await server.Organizer.MakeLinkAsync(id, new { courtId = 1 });
        var helper = await server.Server.HelperAsync(made);
        var path = $"/api/events/{id}/scorer-links";

        foreach (var person in new[] { server.Media, server.Stranger, helper })
        {
            await Expect.ProblemAsync(await person.PostAsync(path, new { courtId = 1 }), 403, "role_required");
            await Expect.ProblemAsync(await person.Http.GetAsync(path), 403, "role_required");
            await Expect.ProblemAsync(await person.DeleteAsync($"{path}/{made.Text("id")}"), 403, "role_required");
        }

        await Expect.ProblemAsync(await server.Nobody.SendAsync("POST", path, """{"courtId":1}"""), 401, "token_required");
        var other = await server.EventAsync();
        await Expect.ProblemAsync(await server.Organizer.DeleteAsync($"/api/events/{other}/scorer-links/{made.Text("id")}"), 404, "scorer_link_not_found");
        Assert.Single((await server.Organizer.GetAsync(path)).Items());
    }

    [Fact]
    public async Task The_list_never_has_the_secret_of_which_only_the_hash_is_stored()
    {
        var id = await server.EventAsync();
        var made = await server.Organizer.MakeLinkAsync(id, new { courtId = 1, name = "Morning" });

        var listed = Assert.Single((await server.Admin.GetAsync($"/api/events/{id}/scorer-links")).Items());

        Assert.Equal(("Olga Organizer", "Morning", 1), (listed.GetProperty("createdBy").Text("name"), listed.Text("name"), listed.Number("courtId")));
        Assert.DoesNotContain(SecretOf(made), listed.GetRawText(), StringComparison.Ordinal);
        await using var db = server.Server.Services.GetRequiredService<ILiveFeedContextFactory>().Create();
        Assert.False(await db.ScorerLinks.AnyAsync(row => row.Hash == SecretOf(made) || row.Id == SecretOf(made)));
    }

    [Theory]
    [InlineData("{}", "courtId")]
    [InlineData("""{"courtId":1,"matchId":1}""", "courtId")]
    [InlineData("""{"courtId":1,"name":" "}""", "name")]
    [InlineData("""{"courtId":1,"expiresAt":"2020-01-01T00:00:00Z"}""", "expiresAt")]
    [InlineData("""{"courtId":1,"expiresAt":"2040-01-01T00:00:00Z"}""", "expiresAt")]
    public async Task What_a_link_is_for_and_its_time_are_checked(string body, string field)
    {
        var id = await server.EventAsync();

        var response = await server.Organizer.SendAsync("POST", $"/api/events/{id}/scorer-links", body);

        Assert.Equal([field], (await Expect.ProblemAsync(response, 400, "invalid_request")).Positions());
    }

    [Fact]
    public async Task A_link_is_for_a_court_or_match_that_there_is()
    {
        var id = await server.EventAsync();

        await Expect.ProblemAsync(await server.Organizer.PostAsync($"/api/events/{id}/scorer-links", new { courtId = 77 }), 404, "court_not_found");
        await Expect.ProblemAsync(await server.Organizer.PostAsync($"/api/events/{id}/scorer-links", new { matchId = 77 }), 404, "match_not_found");
    }

    [Fact]
    public async Task The_twenty_first_open_link_of_an_event_is_rejected_until_one_is_revoked()
    {
        var id = await server.EventAsync();
        var first = await server.Organizer.MakeLinkAsync(id, new { courtId = 1 });
        for (var i = 0; i < 19; i++)
            await server.Organizer.MakeLinkAsync(id, new { courtId = 1 });

        var problem = await Expect.ProblemAsync(await server.Organizer.PostAsync($"/api/events/{id}/scorer-links", new { courtId = 1 }), 409, "limit_reached");

        Assert.Contains("Revoke one first", problem.Text("detail"), StringComparison.Ordinal);
        await Expect.SuccessAsync(await server.Organizer.DeleteAsync($"/api/events/{id}/scorer-links/{first.Text("id")}"));
        await server.Organizer.MakeLinkAsync(id, new { courtId = 1 });
    }

    [Fact]
    public async Task A_link_lets_in_no_more_helpers_than_is_set()
    {
        await using var small = await LiveFeedServer.StartAsync("ScorerLinks:MaxHelpers=2");
        var admin = await small.AdminAsync();
        await admin.CreateEventAsync("cup");
        var made = await admin.MakeLinkAsync("cup", new { courtId = 1 });
        foreach (var device in new[] { "a", "b", "a" })
            await Expect.SuccessAsync(await small.Http.UseAsync(made, "Kim", device));

        await Expect.ProblemAsync(await small.Http.UseAsync(made, "Kim", "c"), 409, "limit_reached");
    }

    [Fact]
    public async Task A_text_that_is_no_secret_is_not_found()
    {
        foreach (var secret in new[] { "", "x", new string('x', 300) })
        {
            await Expect.ProblemAsync(await server.Stranger.PostAsync("/api/auth/scorer-links/preview", new { secret }), 404, "scorer_link_not_found");
            await Expect.ProblemAsync(await server.Stranger.PostAsync("/api/auth/scorer-links", new { secret, name = "Kim" }), 404, "scorer_link_not_found");
        }
    }

    [Fact]
    public async Task Nobody_signs_in_as_a_helper_or_gives_one_a_role_or_a_password()
    {
        var id = await server.EventAsync();
        var helper = await server.Server.HelperAsync(await server.Organizer.MakeLinkAsync(id, new { courtId = 1 }));

        await Expect.ProblemAsync(await server.Organizer.PutAsync($"/api/events/{id}/members/{helper.Id}", new { role = "organizer" }), 404, "user_not_found");
        await Expect.ProblemAsync(await server.Organizer.PutAsync($"/api/events/{id}/teams/1/members/{helper.Id}", new { role = "coach" }), 404, "user_not_found");
        await Expect.ProblemAsync(await server.Admin.PostAsync("/api/auth/password-reset", new { userId = helper.Id }), 404, "user_not_found");
        await Expect.ProblemAsync(await server.Nobody.SendAsync("POST", "/api/auth/login", $$"""{"email":"helper {{helper.Id}}","password":""}"""), 401, "invalid_credentials");
    }
}
