using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Members;

public sealed class MemberTests(ContractServer server) : IClassFixture<ContractServer>
{
    [Theory]
    [InlineData("admin", true, true)]
    [InlineData("organizer", true, true)]
    [InlineData("media", true, false)]
    [InlineData("coach", true, false)]
    [InlineData("spectator", false, false)]
    [InlineData("stranger", false, false)]
    public async Task Each_role_may_do_what_it_is_for(string role, bool scores, bool manages)
    {
        var id = await server.EventAsync();
        var person = server.Person(role);

        await AllowedAsync(scores, await person.PostAsync($"/api/events/{id}/claims/1"));
        if (scores)
            await Expect.SuccessAsync(await person.ScoreAsync(id, 1, 1, 0));
        else
            await AllowedAsync(false, await person.ScoreAsync(id, 1, 1, 0));
        // Planning one's own coverage needs no role.
        await Expect.SuccessAsync(await person.PutAsync($"/api/events/{id}/coverage-plans", new { selectedMatches = new[] { 1 } }));

        await AllowedAsync(manages, await person.PatchAsync($"/api/events/{id}", new { name = "Renamed" }));
        await AllowedAsync(manages, await person.PutAsync($"/api/events/{id}/schedule", TestSchedule.Of(5)));
        await AllowedAsync(manages, await person.Http.GetAsync($"/api/events/{id}/members"));
        await AllowedAsync(manages, await person.PutAsync($"/api/events/{id}/members/{server.Stranger.Id}", new { role = "coach" }));
        await AllowedAsync(manages, await person.DeleteAsync($"/api/events/{id}/members/{server.Spectator.Id}"));
        await AllowedAsync(manages, await person.Http.GetAsync($"/api/events/{id}/scores/conflicts"));
        await AllowedAsync(manages, await person.Http.GetAsync($"/api/events/{id}/export"));
        await AllowedAsync(manages, await person.PostAsync($"/api/events/{id}/import"));
        await AllowedAsync(manages, await person.DeleteAsync($"/api/events/{id}"));
    }

    [Fact]
    public async Task Nobody_known_can_write_anything()
    {
        var id = await server.EventAsync();
        foreach (var (method, rest) in new[]
        {
            ("PATCH", ""), ("DELETE", ""), ("PUT", "/schedule"), ("POST", "/scores"), ("GET", "/scores/conflicts"), ("POST", "/claims/1"),
            ("DELETE", "/claims/1"), ("GET", "/coverage-plans"), ("PUT", "/coverage-plans"), ("DELETE", "/coverage-plans"), ("GET", "/members"),
            ("POST", "/members"), ("POST", "/schedule/preview"), ("GET", "/members/x"), ("PUT", "/members/x"), ("DELETE", "/members/x"), ("POST", "/import"), ("GET", "/export"),
        })
            await Expect.ProblemAsync(await server.Nobody.SendAsync(method, $"/api/events/{id}{rest}", method is "GET" or "DELETE" ? null : "{}"), 401, "token_required");
    }

    [Fact]
    public async Task A_role_in_one_event_is_none_in_another()
    {
        var (mine, other) = (await server.EventAsync(), server.NewId());
        await server.Admin.CreateEventAsync(other);

        await server.Organizer.ClaimAsync(mine, 1);
        await Expect.ProblemAsync(await server.Organizer.PostAsync($"/api/events/{other}/claims/1"), 403, "role_required");
        await Expect.ProblemAsync(await server.Organizer.PatchAsync($"/api/events/{other}", new { name = "Mine" }), 403, "role_required");
    }

    [Fact]
    public async Task A_role_is_given_changed_and_taken_away_with_effect_at_once()
    {
        var id = await server.EventAsync();
        var path = $"/api/events/{id}/members/{server.Stranger.Id}";

        var given = await Expect.SuccessAsync(await server.Organizer.PutAsync(path, new { role = "coach", teamIds = new[] { 1, -7, 1 } }));
        Assert.Equal("coach", given.Text("role"));
        Assert.Equal("Stan Stranger", given.Text("name"));
        Assert.Equal([1, -7], given.GetProperty("teamIds").EnumerateArray().Select(team => team.GetInt32()));
        await server.Stranger.ClaimAsync(id, 1);

        await Expect.SuccessAsync(await server.Organizer.PutAsync(path, new { role = "spectator" }));
        await Expect.ProblemAsync(await server.Stranger.ScoreAsync(id, 1, 1, 0), 403, "role_required");
        var stored = await server.Stranger.GetAsync(path);
        Assert.Equal("spectator", stored.Text("role"));
        Assert.Empty(stored.GetProperty("teamIds").EnumerateArray());

        Assert.Equal(204, (int)(await server.Organizer.DeleteAsync(path)).StatusCode);
        await Expect.ProblemAsync(await server.Organizer.DeleteAsync(path), 404, "member_not_found");
        await Expect.ProblemAsync(await server.Stranger.Http.GetAsync(path), 404, "member_not_found");
    }

    [Fact]
    public async Task A_member_may_read_its_own_membership_and_nobody_elses()
    {
        var id = await server.EventAsync();

        Assert.Equal("media", (await server.Media.GetAsync($"/api/events/{id}/members/{server.Media.Id}")).Text("role"));
        await Expect.ProblemAsync(await server.Media.Http.GetAsync($"/api/events/{id}/members/{server.Coach.Id}"), 403, "role_required");
    }

    [Fact]
    public async Task Only_users_become_members_and_only_known_roles_are_given()
    {
        var id = await server.EventAsync();

        await Expect.ProblemAsync(await server.Organizer.PutAsync($"/api/events/{id}/members/nobody", new { role = "media" }), 404, "user_not_found");
        foreach (var role in new[] { "\"admin\"", "\"owner\"", "3", "null", "\"\"" })
        {
            var response = await server.Organizer.SendAsync("PUT", $"/api/events/{id}/members/{server.Stranger.Id}", $$"""{"role":{{role}}}""");
            Assert.Equal(["role"], (await Expect.ProblemAsync(response, 400, "invalid_json")).Positions());
        }
    }

    [Fact]
    public async Task A_person_is_added_by_email_address_however_it_is_written()
    {
        var id = await server.EventAsync();

        var added = await Expect.SuccessAsync(await server.Organizer.PostAsync(
            $"/api/events/{id}/members", new { email = $" {server.Stranger.Email.ToUpperInvariant()} ", role = "coach", teamIds = new[] { 1 } }));

        Assert.Equal((server.Stranger.Id, "coach"), (added.Text("userId"), added.Text("role")));
        await server.Stranger.ClaimAsync(id, 1);
        await Expect.ProblemAsync(
            await server.Organizer.PostAsync($"/api/events/{id}/members", new { email = "nobody@example.org", role = "coach" }), 404, "user_not_found");
    }

    [Fact]
    public async Task A_user_who_may_not_manage_an_event_does_not_learn_which_addresses_have_accounts()
    {
        var id = await server.EventAsync();
        foreach (var email in new[] { server.Coach.Email, "nobody@example.org", "nonsense" })
        {
            foreach (var person in new[] { server.Media, server.Stranger })
                await Expect.ProblemAsync(await person.PostAsync($"/api/events/{id}/members", new { email, role = "organizer" }), 403, "role_required");
        }
    }

    [Fact]
    public async Task An_event_keeps_its_last_organizer()
    {
        var id = server.NewId();
        await server.Admin.CreateEventAsync(id);
        var (last, next) = ($"/api/events/{id}/members/{server.Admin.Id}", $"/api/events/{id}/members/{server.Organizer.Id}");

        await Expect.ProblemAsync(await server.Admin.DeleteAsync(last), 409, "last_organizer");
        await Expect.ProblemAsync(await server.Admin.PutAsync(last, new { role = "media" }), 409, "last_organizer");
        await Expect.ProblemAsync(
            await server.Admin.PostAsync($"/api/events/{id}/members", new { email = LiveFeedServer.AdminEmail, role = "media" }), 409, "last_organizer");
        await Expect.SuccessAsync(await server.Admin.PutAsync(last, new { role = "organizer" }));

        await Expect.SuccessAsync(await server.Admin.PutAsync(next, new { role = "organizer" }));
        Assert.Equal(204, (int)(await server.Organizer.DeleteAsync(last)).StatusCode);
        await Expect.ProblemAsync(await server.Organizer.DeleteAsync(next), 409, "last_organizer");
    }

    [Fact]
    public async Task Members_are_listed_by_name_in_pages()
    {
        var id = await server.EventAsync();

        var all = await server.Organizer.GetAsync($"/api/events/{id}/members");
        var page = await server.Organizer.GetAsync($"/api/events/{id}/members?limit=2&offset=1");

        string[] names = ["Administrator", "Carl Coach", "Mia Media", "Olga Organizer", "Sam Spectator"];
        Assert.Equal(names, all.Items().Select(member => member.Text("name")!));
        Assert.Equal(names[1..3], page.Items().Select(member => member.Text("name")!));
        Assert.Equal(5, page.Number("total"));
    }

    private static async Task AllowedAsync(bool allowed, HttpResponseMessage response)
    {
        if (allowed)
            await Expect.SuccessAsync(response);
        else
            await Expect.ProblemAsync(response, 403, "role_required");
    }
}
