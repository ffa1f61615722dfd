using LiveFeed.IntegrationTests.Faults;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Teams;

/// <summary>Who is in a room, and who is writing there: signals beside the entries, which are never stored.</summary>
public sealed class PresenceTests
{
    private const string Often = "Feed:PresenceEvery=00:00:00.050";

    [Fact]
    public async Task Who_has_the_room_open_is_present_once_until_the_last_stream_has_ended()
    {
        await using var room = await TeamRoom.StartAsync("public", Often);
        await using var coach = await TeamRoom.FollowAsync(room.Coach);
        await PresentAsync(coach, "Carla Coach");
        await using (await TeamRoom.FollowAsync(room.Player))
        {
            await PresentAsync(coach, "Carla Coach", "Paul Player");
            await using (await TeamRoom.FollowAsync(room.Player))
            await using (await TeamRoom.FollowAsync(room.Family))
                await PresentAsync(coach, "Carla Coach", "Fay Family", "Paul Player");
            await PresentAsync(coach, "Carla Coach", "Paul Player");
        }

        await PresentAsync(coach, "Carla Coach");
        // Of the event itself nobody is shown.
        await using var ofEvent = await StreamClient.OpenAsync(room.Player.Http, "/api/stream?topic=events/cup");
        await ofEvent.NextAsync();
        await Expect.SuccessAsync(await room.Organizer.PatchAsync(TeamRoom.Event, new { name = "Renamed" }));
        Assert.Equal("event-update", (await ofEvent.NextAsync())!.Kind);
    }

    [Fact]
    public async Task Who_is_removed_from_the_team_is_not_present_any_more()
    {
        await using var room = await TeamRoom.StartAsync("public", Often);
        await using var coach = await TeamRoom.FollowAsync(room.Coach);
        await using var leaving = await StreamClient.OpenAsync(room.Family.Http, $"{TeamRoom.Stream}&topic=events/cup");
        await PresentAsync(coach, "Carla Coach", "Fay Family");
        await Expect.SuccessAsync(await room.Coach.DeleteAsync($"{TeamRoom.Team}/members/{room.Family.Id}"));
        await PresentAsync(coach, "Carla Coach");
        await leaving.UntilAsync(item => item.Type == "topic-closed");
    }

    [Fact]
    public async Task A_signal_has_no_id_and_a_resumed_stream_has_every_entry_all_the_same()
    {
        await using var room = await TeamRoom.StartAsync("public", Often);
        string id;
        await using (var reader = await StreamClient.OpenAsync(room.Coach.Http, TeamRoom.Stream))
        {
            id = (await reader.NextAsync())!.Id;
            Assert.Equal(id, (await PresentAsync(reader, "Carla Coach")).Id);
            await Expect.SuccessAsync(await room.Player.PostAsync($"{TeamRoom.Team}/typing"));
            Assert.Equal(id, (await TypingAsync(reader, "Paul Player")).Id);
            await TeamRoom.PostAsync(room.Player, "First");
            id = (await reader.UntilAsync(item => item.Kind == "message")).Id;
        }

        await TeamRoom.PostAsync(room.Player, "Second");
        await using var resumed = await StreamClient.OpenAsync(room.Coach.Http, TeamRoom.Stream, id);
        Assert.Equal("Second", (await resumed.UntilAsync(item => item.Kind is "message" or "snapshot")).Data.Text("text"));
        await PresentAsync(resumed, "Carla Coach");
        // No poll has signals.
        Assert.DoesNotContain("presence", await room.Coach.Http.GetStringAsync($"/api/feed?topic={TeamRoom.Topic}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_so_is_writing_for_a_while()
    {
        await using var room = await TeamRoom.StartAsync("public", Often, "Feed:TypingFor=00:00:00.500");
        await using var reader = await TeamRoom.FollowAsync(room.Coach);
        await Expect.SuccessAsync(await room.Player.PostAsync($"{TeamRoom.Team}/typing"));
        await TypingAsync(reader, "Paul Player");
        await TypingAsync(reader);
        await Expect.ProblemAsync(await room.Stranger.PostAsync($"{TeamRoom.Team}/typing"), 403, "not_a_member");
    }

    [RedisFact]
    public async Task People_of_all_instances_are_shown_and_those_of_one_that_stops_are_not()
    {
        await using var pair = await InstancePair.StartAsync(Often, "Feed:PresenceKept=00:00:03");
        await Instances.HealthyAsync(pair.First, pair.Second);
        var admin = await pair.First.AdminAsync();
        await admin.CreateEventAsync("cup");
        var (here, there) = (await pair.First.RegisterAsync("Here"), await pair.Second.RegisterAsync("There"));
        foreach (var user in new[] { here, there })
            await Expect.SuccessAsync(await admin.PutAsync($"{TeamRoom.Team}/members/{user.Id}", new { role = "player" }));
        await using var reader = await TeamRoom.FollowAsync(here);
        await using (var other = await TeamRoom.FollowAsync(there))
        {
            await PresentAsync(reader, "Here", "There");
            await PresentAsync(other, "Here", "There");
            await Expect.SuccessAsync(await there.PostAsync($"{TeamRoom.Team}/typing"));
            await TypingAsync(reader, "There");
        }

        await PresentAsync(reader, "Here");
        // One that hears nothing for a while, by a fault of Redis, shows those whom it knows itself.
        await using var again = await TeamRoom.FollowAsync(there);
        await PresentAsync(reader, "Here", "There");
        await pair.Redis.FreezeAsync();
        await PresentAsync(reader, "Here");
        await pair.Redis.ThawAsync();
        await PresentAsync(reader, "Here", "There");
    }

    private static Task<StreamItem> PresentAsync(StreamClient stream, params string[] names) => SignalAsync(stream, "presence", names);

    private static Task<StreamItem> TypingAsync(StreamClient stream, params string[] names) => SignalAsync(stream, "typing", names);

    private static Task<StreamItem> SignalAsync(StreamClient stream, string type, string[] names) => stream.UntilAsync(item =>
        item.Kind == type && item.Data.Text("topic") == TeamRoom.Topic && item.Data.GetProperty("count").GetInt32() == names.Length
        && item.Data.GetProperty("users").EnumerateArray().Select(user => user.Text("name")!).SequenceEqual(names));
}
