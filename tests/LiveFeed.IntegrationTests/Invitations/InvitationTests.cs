using System.Text.Json;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Invitations;

public sealed class InvitationTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Fact]
    public async Task Whoever_has_the_link_learns_what_it_is_for_and_gets_the_role()
    {
        var id = await server.EventAsync(visibility: "members");
        var made = await InviteAsync(server.Organizer, id, new { role = "coach", teamIds = new[] { 3 } });
        var user = await server.Server.RegisterAsync("Jo");

        Assert.StartsWith($"{server.Server.Address}join/#", made.Text("link"), StringComparison.Ordinal);
        Assert.Equal(server.Time.GetUtcNow().AddDays(7), made.When("expiresAt"));
        var found = await Expect.SuccessAsync(await server.Nobody.GetAsync($"/api/invitations/{Secret(made)}"));
        Assert.Equal((id, $"Event {id}", "coach"), (found.Text("eventId"), found.Text("eventName"), found.Text("role")));
        var member = await Expect.SuccessAsync(await AcceptAsync(user, made));
        Assert.Equal("coach", member.Text("role"));
        Assert.Equal([3], member.GetProperty("teamIds").EnumerateArray().Select(team => team.GetInt32()));
        await user.ClaimAsync(id, 1);
    }

    [Fact]
    public async Task Only_organizers_invite_list_and_revoke()
    {
        var id = await server.EventAsync();
        var made = await InviteAsync(server.Organizer, id, new { role = "media" });
        var path = $"/api/events/{id}/invitations";
        foreach (var person in new[] { server.Media, server.Stranger })
        {
            await Expect.ProblemAsync(await person.PostAsync(path, new { role = "organizer" }), 403, "role_required");
            await Expect.ProblemAsync(await person.Http.GetAsync(path), 403, "role_required");
            await Expect.ProblemAsync(await person.DeleteAsync($"{path}/{made.Text("id")}"), 403, "role_required");
        }

        await Expect.ProblemAsync(await server.Nobody.SendAsync("POST", path, """{"role":"media"}"""), 401, "token_required");
        await Expect.ProblemAsync(await server.Nobody.SendAsync("POST", $"/api/invitations/{Secret(made)}/accept"), 401, "token_required");
        Assert.Single((await server.Organizer.GetAsync(path)).Items());
    }

    [Fact]
    public async Task The_list_names_who_made_each_invitation_and_never_its_secret_which_is_stored_hashed()
    {
        var id = await server.EventAsync();
        var made = await InviteAsync(server.Organizer, id, new { role = "media", uses = 5 });

        var listed = Assert.Single((await server.Admin.GetAsync($"/api/events/{id}/invitations")).Items());

        Assert.Equal(("Olga Organizer", 5), (listed.GetProperty("createdBy").Text("name"), listed.Number("usesLeft")));
        Assert.DoesNotContain(Secret(made), listed.GetRawText(), StringComparison.Ordinal);
        await using var db = server.Server.Services.GetRequiredService<ILiveFeedContextFactory>().Create();
        Assert.False(await db.Invitations.AnyAsync(row => row.Hash == Secret(made) || row.Id == Secret(made)));
    }

    [Fact]
    public async Task A_higher_role_is_never_lowered_and_uses_nothing_up()
    {
        var id = await server.EventAsync();
        var made = await InviteAsync(server.Organizer, id, new { role = "coach" });

        Assert.Equal("media", (await Expect.SuccessAsync(await AcceptAsync(server.Media, made))).Text("role"));
        Assert.Equal("organizer", (await Expect.SuccessAsync(await AcceptAsync(server.Organizer, made))).Text("role"));
        Assert.Equal("coach", (await Expect.SuccessAsync(await AcceptAsync(server.Coach, made))).Text("role"));
        Assert.Equal("coach", (await Expect.SuccessAsync(await AcceptAsync(server.Spectator, made))).Text("role"));
    }

    [Fact]
    public async Task An_invitation_serves_as_often_as_it_says_under_any_race()
    {
        var id = await server.EventAsync();
        var made = await InviteAsync(server.Organizer, id, new { role = "media", uses = 2 });
        var users = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => server.Server.RegisterAsync("Jo")));

        var responses = await Task.WhenAll(users.Select(user => AcceptAsync(user, made)));

        Assert.Equal(2, responses.Count(response => response.IsSuccessStatusCode));
        foreach (var response in responses.Where(response => !response.IsSuccessStatusCode))
            await Expect.ProblemAsync(response, 404, "invitation_not_found");
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/invitations/{Secret(made)}"), 404, "invitation_not_found");
    }

    [Fact]
    public async Task A_revoked_invitation_lets_nobody_in()
    {
        var id = await server.EventAsync();
        var made = await InviteAsync(server.Organizer, id, new { role = "media" });

        Assert.Equal(204, (int)(await server.Admin.DeleteAsync($"/api/events/{id}/invitations/{made.Text("id")}")).StatusCode);

        await Expect.ProblemAsync(await AcceptAsync(server.Stranger, made), 404, "invitation_not_found");
        await Expect.ProblemAsync(await server.Admin.DeleteAsync($"/api/events/{id}/invitations/{made.Text("id")}"), 404, "invitation_not_found");
    }

    [Fact]
    public async Task An_invitation_ends_at_its_time()
    {
        var id = await server.EventAsync();
        var made = await InviteAsync(server.Organizer, id, new { role = "media", expiresAt = server.Time.GetUtcNow().AddMinutes(1) });

        server.Time.Advance(TimeSpan.FromMinutes(1));

        await Expect.ProblemAsync(await AcceptAsync(server.Stranger, made), 404, "invitation_not_found");
        Assert.Empty((await server.Organizer.GetAsync($"/api/events/{id}/invitations")).Items());
    }

    [Fact]
    public async Task An_invitation_of_somebody_who_is_no_organizer_any_more_lets_nobody_in()
    {
        var id = await server.EventAsync();
        var former = await server.Server.RegisterAsync("Fay Former");
        await server.Admin.AddMemberAsync(id, former.Id, "organizer");
        var made = await InviteAsync(former, id, new { role = "organizer" });

        await Expect.SuccessAsync(await server.Admin.DeleteAsync($"/api/events/{id}/members/{former.Id}"));

        await Expect.ProblemAsync(await AcceptAsync(former, made), 404, "invitation_not_found");
        await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/invitations/{Secret(made)}"), 404, "invitation_not_found");
    }

    [Fact]
    public async Task An_event_has_no_more_open_invitations_than_is_set()
    {
        await using var small = await LiveFeedServer.StartAsync("Invitations:MaxOpen=2");
        var admin = await small.AdminAsync();
        await admin.CreateEventAsync("cup");
        var first = await InviteAsync(admin, "cup", new { role = "media" });
        await InviteAsync(admin, "cup", new { role = "media" });

        var problem = await Expect.ProblemAsync(await admin.PostAsync("/api/events/cup/invitations", new { role = "media" }), 409, "limit_reached");

        Assert.Contains("Revoke one first", problem.Text("detail"), StringComparison.Ordinal);
        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/invitations/{first.Text("id")}"));
        await InviteAsync(admin, "cup", new { role = "media" });
    }

    [Theory]
    [InlineData("""{"role":"media","uses":0}""", "uses")]
    [InlineData("""{"role":"media","uses":1001}""", "uses")]
    [InlineData("""{"role":"media","expiresAt":"2020-01-01T00:00:00Z"}""", "expiresAt")]
    [InlineData("""{"role":"media","expiresAt":"2030-01-01T00:00:00Z"}""", "expiresAt")]
    public async Task Uses_and_time_are_bounded(string body, string field)
    {
        var id = await server.EventAsync();

        var response = await server.Organizer.SendAsync("POST", $"/api/events/{id}/invitations", body);

        Assert.Equal([field], (await Expect.ProblemAsync(response, 400, "invalid_request")).Positions());
    }

    [Fact]
    public async Task A_text_that_is_no_secret_is_not_found()
    {
        foreach (var text in new[] { "x", new string('x', 300) })
        {
            await Expect.ProblemAsync(await server.Nobody.GetAsync($"/api/invitations/{text}"), 404, "invitation_not_found");
            await Expect.ProblemAsync(await server.Stranger.PostAsync($"/api/invitations/{text}/accept"), 404, "invitation_not_found");
        }
    }

    private static string Secret(JsonElement made) => made.Text("link")!.Split('#')[1];

    private static async Task<JsonElement> InviteAsync(ApiUser user, string eventId, object body) =>
        await Expect.SuccessAsync(await user.PostAsync($"/api/events/{eventId}/invitations", body));

    private static Task<HttpResponseMessage> AcceptAsync(ApiUser user, JsonElement made) => user.PostAsync($"/api/invitations/{Secret(made)}/accept");
}
