using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Teams;

public sealed class TeamInvitationTests
{
    private const string Path = $"{TeamRoom.Team}/invitations";

    [Fact]
    public async Task Whoever_has_a_coachs_link_learns_what_it_is_for_and_reads_and_writes_in_the_room()
    {
        await using var room = await TeamRoom.StartAsync("members");
        var made = await InviteAsync(room.Coach, new { role = "family", uses = 2 });

        var found = await Expect.SuccessAsync(await room.Server.Http.GetAsync($"/api/invitations/{Secret(made)}"));
        Assert.Equal(("cup", 1, "Team 1", "family"), (found.Text("eventId"), found.GetProperty("team").Number("id"), found.GetProperty("team").Text("name"), found.GetProperty("team").Text("role")));
        await Expect.ProblemAsync(await room.Stranger.PostAsync($"{TeamRoom.Team}/messages", new { text = "Hello" }), 403, "not_a_member");

        Assert.Equal("spectator", (await AcceptAsync(room.Stranger, made)).Text("role"));

        await TeamRoom.PostAsync(room.Stranger, "Hello");
        Assert.Equal("family", await RoleAsync(room, room.Stranger));
        Assert.Equal(1, Assert.Single((await room.Coach.GetAsync(Path)).Items()).Number("usesLeft"));
    }

    [Fact]
    public async Task The_newcomer_hears_the_room_and_the_others_see_the_newcomer_on_open_streams()
    {
        await using var room = await TeamRoom.StartAsync();
        await using var follows = await TeamRoom.FollowAsync(room.Player);
        await AcceptAsync(room.Stranger, await InviteAsync(room.Coach, new { role = "player" }));

        await using var newcomer = await TeamRoom.FollowAsync(room.Stranger);
        var id = await TeamRoom.PostAsync(room.Player, "Welcome");

        await newcomer.UntilAsync(item => item.Data.Text("id") == id);
        await follows.UntilAsync(item => item.Data.Text("id") == id);
    }

    [Fact]
    public async Task Coaches_invite_players_and_families_and_only_organizers_invite_coaches()
    {
        await using var room = await TeamRoom.StartAsync();
        foreach (var person in new[] { room.Player, room.Family, room.Stranger })
        {
            await Expect.ProblemAsync(await person.PostAsync(Path, new { role = "family" }), 403, "role_required");
            await Expect.ProblemAsync(await person.Http.GetAsync(Path), 403, person == room.Stranger ? "not_a_member" : "role_required");
        }

        await Expect.ProblemAsync(await room.Coach.PostAsync(Path, new { role = "coach" }), 403, "role_required");
        await Expect.ProblemAsync(await room.Coach.PostAsync($"{TeamRoom.Event}/teams/2/invitations", new { role = "player" }), 403, "role_required");
        var made = await InviteAsync(room.Organizer, new { role = "coach" });

        Assert.Equal("coach", (await AcceptAsync(room.Stranger, made)).Text("role"));
        Assert.Equal("coach", await RoleAsync(room, room.Stranger));
    }

    [Fact]
    public async Task A_higher_role_is_never_lowered_and_uses_nothing_up()
    {
        await using var room = await TeamRoom.StartAsync();
        var made = await InviteAsync(room.Coach, new { role = "family" });

        foreach (var person in new[] { room.Coach, room.Player, room.Family })
            await AcceptAsync(person, made);

        Assert.Equal(("coach", "player", "family"), (await RoleAsync(room, room.Coach), await RoleAsync(room, room.Player), await RoleAsync(room, room.Family)));
        Assert.Equal(1, Assert.Single((await room.Coach.GetAsync(Path)).Items()).Number("usesLeft"));
    }

    [Fact]
    public async Task It_ends_with_its_makers_right_with_the_team_and_when_it_is_revoked()
    {
        await using var room = await TeamRoom.StartAsync();
        var former = await InviteAsync(room.Coach, new { role = "player" });
        var revoked = await InviteAsync(room.Organizer, new { role = "player" });
        var other = await Expect.SuccessAsync(await room.Organizer.PostAsync($"{TeamRoom.Event}/teams/2/invitations", new { role = "player" }));

        // It is no invitation of the event, nor of another team.
        await Expect.ProblemAsync(await room.Organizer.DeleteAsync($"{TeamRoom.Event}/invitations/{revoked.Text("id")}"), 404, "invitation_not_found");
        await Expect.ProblemAsync(await room.Coach.DeleteAsync($"{Path}/{other.Text("id")}"), 404, "invitation_not_found");
        Assert.Empty((await room.Organizer.GetAsync($"{TeamRoom.Event}/invitations")).Items());
        await Expect.SuccessAsync(await room.Coach.DeleteAsync($"{Path}/{revoked.Text("id")}"));
        await Expect.SuccessAsync(await room.Organizer.DeleteAsync($"{TeamRoom.Team}/members/{room.Coach.Id}"));

        foreach (var made in new[] { former, revoked })
        {
            await Expect.ProblemAsync(await room.Stranger.PostAsync($"/api/invitations/{Secret(made)}/accept"), 404, "invitation_not_found");
            await Expect.ProblemAsync(await room.Server.Http.GetAsync($"/api/invitations/{Secret(made)}"), 404, "invitation_not_found");
        }

        Assert.Null(await RoleAsync(room, room.Stranger));
    }

    [Fact]
    public async Task A_team_has_no_more_open_invitations_than_is_set()
    {
        await using var room = await TeamRoom.StartAsync("public", "Invitations:MaxOpenOfTeam=1", "Invitations:MaxOpen=1");
        await InviteAsync(room.Coach, new { role = "family" });

        await Expect.ProblemAsync(await room.Coach.PostAsync(Path, new { role = "family" }), 409, "limit_reached");

        await Expect.SuccessAsync(await room.Organizer.PostAsync($"{TeamRoom.Event}/teams/2/invitations", new { role = "player" }));
        await Expect.SuccessAsync(await room.Organizer.PostAsync($"{TeamRoom.Event}/invitations", new { role = "media" }));
    }

    [Fact]
    public async Task One_that_makes_a_coach_of_an_organizer_says_why_it_does_not()
    {
        await using var room = await TeamRoom.StartAsync();
        var made = await InviteAsync(room.Organizer, new { role = "coach" });

        await Expect.ProblemAsync(await room.Organizer.PostAsync($"/api/invitations/{Secret(made)}/accept"), 400, "invalid_request");

        Assert.Equal("coach", (await AcceptAsync(room.Stranger, made)).Text("role"));
    }

    private static async Task<JsonElement> InviteAsync(ApiUser by, object body) => await Expect.SuccessAsync(await by.PostAsync(Path, body));

    private static string Secret(JsonElement invitation) => invitation.Text("link")!.Split('#')[1];

    private static async Task<JsonElement> AcceptAsync(ApiUser user, JsonElement invitation) =>
        await Expect.SuccessAsync(await user.PostAsync($"/api/invitations/{Secret(invitation)}/accept"));

    private static async Task<string?> RoleAsync(TeamRoom room, ApiUser user) =>
        (await room.Organizer.GetAsync($"{TeamRoom.Team}/members")).Items().Where(member => member.Text("userId") == user.Id).Select(member => member.Text("role")).SingleOrDefault();
}
