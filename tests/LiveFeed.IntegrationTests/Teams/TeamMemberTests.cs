using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Teams;

/// <summary>Who belongs to a team, who says so, and what follows from it.</summary>
public sealed class TeamMemberTests
{
    [Fact]
    public async Task Everybody_finds_the_own_teams_of_all_events()
    {
        await using var room = await TeamRoom.StartAsync();
        await room.Organizer.CreateEventAsync("abc", 2, "members");
        await Expect.SuccessAsync(await room.Organizer.PutAsync($"/api/events/abc/teams/2/members/{room.Player.Id}", new { role = "family" }));
        await Expect.SuccessAsync(await room.Organizer.PutAsync($"/api/events/abc/teams/1/members/{room.Player.Id}", new { role = "coach" }));

        Assert.Equal(["Event abc: Team 1 coach", "Event abc: Team 2 family", "Event cup: Team 1 player"], await OwnAsync(room.Player));
        Assert.Equal(["Event cup: Team 1 coach"], await OwnAsync(room.Coach));
        Assert.Empty(await OwnAsync(room.Stranger));
        Assert.Empty(await OwnAsync(room.Organizer));

        await Expect.SuccessAsync(await room.Organizer.PatchAsync("/api/events/abc", new { archived = true }));
        await Expect.SuccessAsync(await room.Coach.DeleteAsync($"{TeamRoom.Team}/members/{room.Family.Id}"));
        Assert.Equal(["Event cup: Team 1 player", "Event abc: Team 1 coach", "Event abc: Team 2 family"], await OwnAsync(room.Player));
        Assert.Empty(await OwnAsync(room.Family));
    }

    private static async Task<IEnumerable<string>> OwnAsync(ApiUser user) =>
        (await user.GetAsync("/api/me/teams")).Items().Select(team => $"{team.Text("eventName")}: {team.Text("teamName")} {team.Text("role")}");

    [Fact]
    public async Task A_team_s_members_are_listed_for_the_team_and_for_organizers()
    {
        await using var room = await TeamRoom.StartAsync();
        foreach (var reader in new[] { room.Family, room.Player, room.Coach, room.Organizer })
        {
            var list = await reader.GetAsync($"{TeamRoom.Team}/members");
            Assert.Equal(["Carla Coach coach", "Fay Family family", "Paul Player player"], Lines(list));
        }

        await Expect.ProblemAsync(await room.Stranger.Http.GetAsync($"{TeamRoom.Team}/members"), 403, "not_a_member");
        await Expect.ProblemAsync(await room.Server.Http.GetAsync($"{TeamRoom.Team}/members"), 401, "token_required");
        await Expect.ProblemAsync(await room.Coach.Http.GetAsync($"{TeamRoom.Event}/teams/2/members"), 403, "not_a_member");
        await Expect.ProblemAsync(await room.Organizer.Http.GetAsync($"{TeamRoom.Event}/teams/99/members"), 404, "team_not_found");
    }

    [Fact]
    public async Task A_coach_manages_players_and_families_of_the_own_team_only()
    {
        await using var room = await TeamRoom.StartAsync();
        var stranger = $"members/{room.Stranger.Id}";
        await Expect.ProblemAsync(await room.Coach.PutAsync($"{TeamRoom.Event}/teams/2/{stranger}", new { role = "player" }), 403, "role_required");
        await Expect.ProblemAsync(await room.Coach.PutAsync($"{TeamRoom.Team}/{stranger}", new { role = "coach" }), 403, "role_required");
        await Expect.ProblemAsync(await room.Player.PutAsync($"{TeamRoom.Team}/{stranger}", new { role = "family" }), 403, "role_required");
        await Expect.ProblemAsync(await room.Stranger.PutAsync($"{TeamRoom.Team}/{stranger}", new { role = "family" }), 403, "role_required");
        await Expect.ProblemAsync(await room.Coach.PutAsync($"{TeamRoom.Team}/members/nobody", new { role = "family" }), 404, "user_not_found");
        await Expect.SuccessAsync(await room.Coach.PutAsync($"{TeamRoom.Team}/{stranger}", new { role = "family" }));
        // A coach neither makes nor unmakes coaches.
        await room.GiveAsync(room.Organizer, room.Stranger, "coach");
        await Expect.ProblemAsync(await room.Coach.DeleteAsync($"{TeamRoom.Team}/{stranger}"), 403, "role_required");
        await Expect.ProblemAsync(await room.Coach.PutAsync($"{TeamRoom.Team}/{stranger}", new { role = "player" }), 403, "role_required");
        await Expect.SuccessAsync(await room.Organizer.DeleteAsync($"{TeamRoom.Team}/{stranger}"));
        await Expect.ProblemAsync(await room.Organizer.DeleteAsync($"{TeamRoom.Team}/{stranger}"), 404, "member_not_found");
    }

    [Fact]
    public async Task A_coach_of_a_team_is_a_coach_of_the_event_and_the_other_way_round()
    {
        await using var room = await TeamRoom.StartAsync();
        var member = await room.Organizer.GetAsync($"{TeamRoom.Event}/members/{room.Coach.Id}");
        Assert.Equal(("coach", 1), (member.Text("role"), member.GetProperty("teamIds")[0].GetInt32()));
        await room.Coach.ClaimAsync("cup", 1);

        await Expect.SuccessAsync(await room.Organizer.PutAsync($"{TeamRoom.Event}/members/{room.Stranger.Id}", new { role = "coach", teamIds = new[] { 2 } }));
        Assert.Equal(["Stan Stranger coach"], Lines(await room.Stranger.GetAsync($"{TeamRoom.Event}/teams/2/members")));
        await Expect.SuccessAsync(await room.Organizer.PutAsync($"{TeamRoom.Event}/members/{room.Coach.Id}", new { role = "coach", teamIds = new[] { 2 } }));
        await Expect.ProblemAsync(await room.Coach.Http.GetAsync($"{TeamRoom.Team}/members"), 403, "not_a_member");
        Assert.Equal(["Carla Coach coach", "Stan Stranger coach"], Lines(await room.Coach.GetAsync($"{TeamRoom.Event}/teams/2/members")));
        // Who has a role that is about the whole event is none of a team's coaches.
        await Expect.SuccessAsync(await room.Organizer.PutAsync($"{TeamRoom.Event}/members/{room.Stranger.Id}", new { role = "media" }));
        await Expect.ProblemAsync(await room.Organizer.PutAsync($"{TeamRoom.Team}/members/{room.Stranger.Id}", new { role = "coach" }), 400, "invalid_request");
    }

    [Fact]
    public async Task Who_joins_a_team_may_read_a_members_event_and_who_leaves_the_event_leaves_its_teams()
    {
        await using var room = await TeamRoom.StartAsync("members");
        await Expect.SuccessAsync(await room.Family.Http.GetAsync(TeamRoom.Event));
        await using var reader = await TeamRoom.FollowAsync(room.Family);
        await Expect.SuccessAsync(await room.Organizer.DeleteAsync($"{TeamRoom.Event}/members/{room.Family.Id}"));
        await TeamRoom.PostAsync(room.Player, "Without them");
        Assert.Equal(("topic-closed", "access_revoked"), await ClosingAsync(reader));
        Assert.Equal(["Carla Coach coach", "Paul Player player"], Lines(await room.Coach.GetAsync($"{TeamRoom.Team}/members")));
        // Of an event that is for its members, nobody else learns which teams it has.
        await Expect.ProblemAsync(await room.Stranger.Http.GetAsync($"{TeamRoom.Event}/teams/99/members"), 403, "not_a_member");
        await Expect.ProblemAsync(await room.Stranger.PostAsync($"{TeamRoom.Event}/teams/99/messages", new { text = "Hello" }), 403, "not_a_member");
        await Expect.ProblemAsync(await room.Server.Http.GetAsync("/api/feed?topic=events/cup/teams/99"), 401, "token_required");
    }

    [Theory]
    [InlineData("coach")]
    [InlineData("self")]
    public async Task Who_leaves_a_team_hears_nothing_that_is_written_after(string by)
    {
        await using var room = await TeamRoom.StartAsync();
        await using var leaving = await TeamRoom.FollowAsync(room.Family);
        await using var staying = await TeamRoom.FollowAsync(room.Player);
        await Expect.SuccessAsync(await (by == "self" ? room.Family : room.Coach).DeleteAsync($"{TeamRoom.Team}/members/{room.Family.Id}"));
        await TeamRoom.PostAsync(room.Coach, "Among us");

        Assert.Equal(("topic-closed", "access_revoked"), await ClosingAsync(leaving));
        Assert.Equal("message", (await staying.NextAsync())!.Kind);
        await Expect.ProblemAsync(await room.Family.Http.GetAsync(TeamRoom.Stream), 403, "not_a_member");
    }

    [Fact]
    public async Task An_organizer_who_is_one_no_longer_reads_in_no_room()
    {
        await using var room = await TeamRoom.StartAsync();
        await Expect.SuccessAsync(await room.Organizer.PutAsync($"{TeamRoom.Event}/members/{room.Stranger.Id}", new { role = "organizer" }));
        await using var reader = await TeamRoom.FollowAsync(room.Stranger);
        await Expect.SuccessAsync(await room.Organizer.PutAsync($"{TeamRoom.Event}/members/{room.Stranger.Id}", new { role = "spectator" }));
        await TeamRoom.PostAsync(room.Coach, "Among us");
        Assert.Equal(("topic-closed", "access_revoked"), await ClosingAsync(reader));
    }

    [Theory]
    [InlineData("team")]
    [InlineData("event")]
    public async Task A_room_ends_with_its_team_and_its_event(string removed)
    {
        await using var room = await TeamRoom.StartAsync();
        await Expect.SuccessAsync(await room.Organizer.PostAsync($"{TeamRoom.Event}/teams", new { id = 77, name = "Extra" }));
        await TeamRoom.PostAsync(room.Organizer, "Hello", $"{TeamRoom.Event}/teams/77");
        await using var reader = await StreamClient.OpenAsync(room.Organizer.Http, "/api/stream?topic=events/cup/teams/77");
        await reader.NextAsync();
        await Expect.SuccessAsync(await room.Organizer.DeleteAsync(removed == "team" ? $"{TeamRoom.Event}/teams/77" : TeamRoom.Event));
        Assert.Equal(("topic-closed", "topic_deleted"), await ClosingAsync(reader));
        await Expect.ProblemAsync(
            await room.Organizer.Http.GetAsync("/api/stream?topic=events/cup/teams/77"), 404, removed == "team" ? "team_not_found" : "event_not_found");

        // What comes again under its name has nothing of it.
        if (removed == "event")
            await room.Organizer.CreateEventAsync("cup");
        await Expect.SuccessAsync(await room.Organizer.PostAsync($"{TeamRoom.Event}/teams", new { id = 77, name = "Extra" }));
        Assert.Empty((await room.Organizer.GetAsync($"{TeamRoom.Event}/teams/77/messages")).GetProperty("items").EnumerateArray());
        Assert.Empty((await room.Organizer.GetAsync("/api/feed?topic=events/cup/teams/77")).GetProperty("topics")[0].GetProperty("entries").EnumerateArray());
    }

    [Fact]
    public async Task Events_whose_ids_differ_in_capitals_have_rooms_of_their_own()
    {
        await using var room = await TeamRoom.StartAsync();
        await room.Organizer.CreateEventAsync("CUP");
        await TeamRoom.PostAsync(room.Organizer, "In capitals", "/api/events/CUP/teams/1");
        await TeamRoom.PostAsync(room.Coach, "In small letters");
        await Expect.SuccessAsync(await room.Organizer.DeleteAsync("/api/events/CUP"));
        Assert.Equal("In small letters", (await room.Coach.GetAsync($"/api/feed?topic={TeamRoom.Topic}")).GetProperty("topics")[0].GetProperty("entries")[0].Text("text"));
    }

    [SqliteFact]
    public async Task A_room_that_can_t_begin_while_nothing_is_stored_keeps_no_other_topic_waiting()
    {
        await using var room = await TeamRoom.StartAsync("public", "Database:MaxWriteWait=00:00:01");
        await using (var other = await TestDatabase.OpenAsync(room.Server.DataDirectory))
        {
            await using var locking = other.CreateCommand();
            locking.CommandText = "BEGIN IMMEDIATE";
            await locking.ExecuteNonQueryAsync();
            await using var stream = await StreamClient.OpenAsync(room.Organizer.Http, "/api/stream?topic=events/cup/teams/2&topic=events/cup");
            Assert.Equal(("topic-closed", "overloaded"), await ClosingAsync(stream));
            Assert.Equal("events/cup", (await stream.UntilAsync(item => item.Kind == "snapshot")).Data.Text("topic"));
        }

        await using var again = await StreamClient.OpenAsync(room.Organizer.Http, "/api/stream?topic=events/cup/teams/2");
        Assert.Equal("snapshot", (await again.NextAsync())!.Kind);
    }

    private static async Task<(string Type, string Code)> ClosingAsync(StreamClient stream)
    {
        var item = (await stream.NextAsync())!;
        return (item.Type, item.Data.GetProperty("code").GetString()!);
    }

    private static List<string> Lines(JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(member => $"{member.Text("name")} {member.Text("role")}")];
}
