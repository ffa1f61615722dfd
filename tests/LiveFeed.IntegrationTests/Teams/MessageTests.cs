using System.Globalization;
using System.Text.Json;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.IntegrationTests.Privacy;
using LiveFeed.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Teams;

/// <summary>Messages in a team's room: what is written, read, and deleted.</summary>
public sealed class MessageTests
{
    [Fact]
    public async Task A_message_reaches_who_follows_the_room_and_nobody_else()
    {
        await using var room = await TeamRoom.StartAsync();
        await using var family = await TeamRoom.FollowAsync(room.Family);
        await using var ofEvent = await StreamClient.OpenAsync(room.Player.Http, "/api/events/cup/stream");
        await ofEvent.NextAsync();

        var posted = await Expect.SuccessAsync(await room.Player.PostAsync($"{TeamRoom.Team}/messages", new { text = " Bus leaves\r\nat 8 \n\n\n", clientMessageId = "m-1" }));
        Assert.Equal(("Bus leaves\nat 8", room.Player.Id, "Paul Player", "m-1"), (posted.Text("text"), posted.GetProperty("by").Text("id"), posted.GetProperty("by").Text("name"), posted.Text("clientMessageId")));

        var entry = (await family.NextAsync())!;
        Assert.Equal(
            ("message", TeamRoom.Topic, "cup", 1, $"message/{posted.Text("id")}", "Bus leaves\nat 8"),
            (entry.Kind, entry.Data.Text("topic"), entry.Data.Text("eventId"), entry.Data.GetProperty("teamId").GetInt32(), entry.Data.Text("key"), entry.Data.Text("text")));
        // What comes next in the event's own feed is not the message.
        await Expect.SuccessAsync(await room.Organizer.PatchAsync(TeamRoom.Event, new { name = "Renamed" }));
        Assert.Equal("event-update", (await ofEvent.NextAsync())!.Kind);
    }

    [Fact]
    public async Task A_repeat_with_the_same_clientMessageId_writes_nothing()
    {
        await using var room = await TeamRoom.StartAsync();
        var body = new { text = "Once", clientMessageId = "m-1" };
        var first = await Expect.SuccessAsync(await room.Player.PostAsync($"{TeamRoom.Team}/messages", body));
        var again = await room.Player.PostAsync($"{TeamRoom.Team}/messages", body);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(first.Text("id"), (await Expect.SuccessAsync(again)).Text("id"));
        Assert.Single((await room.Coach.GetAsync($"{TeamRoom.Team}/messages")).GetProperty("items").EnumerateArray());

        // What was deleted doesn't come back by a repeat.
        await Expect.SuccessAsync(await room.Player.DeleteAsync($"{TeamRoom.Team}/messages/{first.Text("id")}"));
        await Expect.ProblemAsync(await room.Player.PostAsync($"{TeamRoom.Team}/messages", body), 404, "message_not_found");
        Assert.Equal(0L, Convert.ToInt64(
            await TestDatabase.ExecuteAsync(room.Server.DataDirectory, "SELECT count(*) FROM idempotency_records WHERE answer_json LIKE '%Once%'"), CultureInfo.InvariantCulture));

        // Who is no longer of the team gets nothing by a repeat either.
        await Expect.SuccessAsync(await room.Coach.DeleteAsync($"{TeamRoom.Team}/members/{room.Player.Id}"));
        await Expect.ProblemAsync(await room.Player.PostAsync($"{TeamRoom.Team}/messages", body), 403, "not_a_member");
    }

    [Fact]
    public async Task A_snapshot_has_the_newest_messages_and_the_list_reads_back_from_there()
    {
        await using var room = await TeamRoom.StartAsync("public", "Feed:RoomSnapshotEntries=3", "Feed:RoomMemoryEntries=16");
        await using var early = await TeamRoom.FollowAsync(room.Coach);
        for (var i = 1; i <= 9; i++)
            await TeamRoom.PostAsync(room.Player, $"Message {i}");
        await early.UntilAsync(item => item.Kind == "message" && item.Data.Text("text") == "Message 9");

        foreach (var texts in new[] { await SnapshotAsync(room.Family), await RestartedSnapshotAsync(room) })
            Assert.Equal(["Message 7", "Message 8", "Message 9"], texts);

        var page = await room.Family.GetAsync($"{TeamRoom.Team}/messages?limit=4");
        Assert.Equal(["Message 9", "Message 8", "Message 7", "Message 6"], Texts(page));
        Assert.True(page.GetProperty("more").GetBoolean());
        var before = page.GetProperty("items")[3].Text("id");
        var rest = await room.Family.GetAsync($"{TeamRoom.Team}/messages?before={before}");
        Assert.Equal(["Message 5", "Message 4", "Message 3", "Message 2", "Message 1"], Texts(rest));
        Assert.False(rest.GetProperty("more").GetBoolean());
    }

    [Fact]
    public async Task A_deleted_text_is_gone_from_memory_from_the_stored_feed_and_from_the_list()
    {
        await using var room = await TeamRoom.StartAsync();
        await using var reader = await TeamRoom.FollowAsync(room.Family);
        var begin = (await PollAsync(room.Family)).Text("cursor");
        var id = await TeamRoom.PostAsync(room.Player, "A secret \"quoted\" 🏐");
        await TeamRoom.PostAsync(room.Player, "What stays");
        Assert.Contains("secret", (await reader.NextAsync())!.Data.GetRawText(), StringComparison.Ordinal);
        await reader.NextAsync();

        await Expect.SuccessAsync(await room.Player.DeleteAsync($"{TeamRoom.Team}/messages/{id}"));
        var gone = (await reader.NextAsync())!.Data;
        Assert.Equal(($"message/{id}", true), (gone.Text("key"), gone.GetProperty("removed").GetBoolean()));
        Assert.Equal(["What stays"], Texts(await room.Coach.GetAsync($"{TeamRoom.Team}/messages")));
        await Expect.ProblemAsync(await room.Player.DeleteAsync($"{TeamRoom.Team}/messages/{id}"), 404, "message_not_found");

        // Who resumes before it gets every entry, at its sequence, without the text: from memory, by a stream and by a poll, and from the database.
        foreach (var server in new[] { room.Server, await OtherServerAsync(room) })
        {
            var family = await server.SignInAsync(room.Family.Email, LiveFeedServer.Password);
            await using var resumed = await StreamClient.OpenAsync(family.Http, TeamRoom.Stream, begin);
            var entries = new[] { await resumed.NextAsync(), await resumed.NextAsync(), await resumed.NextAsync() };
            Assert.Equal(($"message/{id}", "What stays", $"message/{id}"), (entries[0]!.Data.Text("key"), entries[1]!.Data.Text("text"), entries[2]!.Data.Text("key")));
            Assert.True(string.IsNullOrWhiteSpace(entries[0]!.Data.Text("text")));
            Assert.DoesNotContain("secret", await family.Http.GetStringAsync($"/api/feed?topic={TeamRoom.Topic}&after={begin}"), StringComparison.Ordinal);
            if (server != room.Server)
                await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_message_is_deleted_by_its_author_a_coach_or_an_organizer()
    {
        await using var room = await TeamRoom.StartAsync();
        foreach (var by in new[] { room.Player, room.Coach, room.Organizer })
            await Expect.SuccessAsync(await by.DeleteAsync($"{TeamRoom.Team}/messages/{await TeamRoom.PostAsync(room.Player, "Text")}"));
        var last = await TeamRoom.PostAsync(room.Player, "Text");
        await Expect.ProblemAsync(await room.Family.DeleteAsync($"{TeamRoom.Team}/messages/{last}"), 403, "role_required");
        await Expect.ProblemAsync(await room.Stranger.DeleteAsync($"{TeamRoom.Team}/messages/{last}"), 403, "not_a_member");
        await Expect.ProblemAsync(await room.Coach.DeleteAsync($"{TeamRoom.Event}/teams/2/messages/{last}"), 403, "not_a_member");
        await Expect.ProblemAsync(await room.Organizer.DeleteAsync($"{TeamRoom.Event}/teams/2/messages/{last}"), 404, "message_not_found");
    }

    [Fact]
    public async Task An_archived_event_has_no_new_messages_and_its_rooms_end()
    {
        await using var room = await TeamRoom.StartAsync();
        var early = await TeamRoom.PostAsync(room.Player, "Early");
        await using var reader = await TeamRoom.FollowAsync(room.Player);
        await Expect.SuccessAsync(await room.Organizer.PatchAsync(TeamRoom.Event, new { archived = true }));
        var closed = await reader.UntilAsync(item => item.Type == "topic-closed");
        Assert.Equal("event_archived", closed.Data.Text("code"));
        await Expect.ProblemAsync(await room.Player.PostAsync($"{TeamRoom.Team}/messages", new { text = "Late" }), 409, "event_archived");
        // What was written can still be deleted.
        await Expect.SuccessAsync(await room.Player.DeleteAsync($"{TeamRoom.Team}/messages/{early}"));
        Assert.Empty(Texts(await room.Coach.GetAsync($"{TeamRoom.Team}/messages")));
    }

    [Fact]
    public async Task Old_messages_are_removed_with_their_texts_and_newer_ones_stay()
    {
        await using var room = await TeamRoom.StartAsync("public", "Jobs:PollEvery=00:00:00.100", "Retention:Every=00:00:01", "Retention:FirstAfter=00:00:00", "Retention:Messages=30.00:00:00");
        await using var reader = await TeamRoom.FollowAsync(room.Family);
        var begin = (await PollAsync(room.Family)).Text("cursor");
        var (old, deleted) = (await TeamRoom.PostAsync(room.Player, "An old secret"), await TeamRoom.PostAsync(room.Player, "Deleted"));
        await Expect.SuccessAsync(await room.Player.DeleteAsync($"{TeamRoom.Team}/messages/{deleted}"));
        await TeamRoom.PostAsync(room.Player, "What stays");
        // Nothing of an event is older than the event.
        await using (var db = room.Server.Services.GetRequiredService<ILiveFeedContextFactory>().Create())
        {
            var before = TimeProvider.System.GetUtcNow().AddDays(-31);
            await db.Events.ExecuteUpdateAsync(set => set.SetProperty(row => row.CreatedAt, before));
            await db.Messages.Where(message => message.Id == old || message.Id == deleted).ExecuteUpdateAsync(set => set.SetProperty(message => message.PostedAt, before));
        }

        await reader.UntilAsync(item => item.Kind == "message" && item.Data.Text("key") == $"message/{old}" && item.Data.TryGetProperty("removed", out _));
        Assert.Equal(1, await TestDatabase.CountAsync(room.Server.DataDirectory, "SELECT count(*) FROM messages"));
        Assert.Empty(await StoredTexts.FindAsync(room.Server, "An old secret"));
        Assert.DoesNotContain("An old secret", await room.Family.Http.GetStringAsync($"/api/feed?topic={TeamRoom.Topic}&after={begin}"), StringComparison.Ordinal);
        Assert.Equal(["What stays"], Texts(await room.Coach.GetAsync($"{TeamRoom.Team}/messages")));
    }

    private static Task<JsonElement> PollAsync(ApiUser reader) => reader.GetAsync($"/api/feed?topic={TeamRoom.Topic}");

    private static async Task<List<string>> SnapshotAsync(ApiUser reader) =>
        [.. (await PollAsync(reader)).GetProperty("topics")[0].GetProperty("entries").EnumerateArray().Select(entry => entry.Text("text")!)];

    private static async Task<List<string>> RestartedSnapshotAsync(TeamRoom room)
    {
        await using var other = await OtherServerAsync(room);
        return await SnapshotAsync(await other.SignInAsync(room.Family.Email, LiveFeedServer.Password));
    }

    private static Task<LiveFeedServer> OtherServerAsync(TeamRoom room) => LiveFeedServer.OverAsync(room.Server.DataDirectory, "Feed:RoomSnapshotEntries=3");

    private static List<string> Texts(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(message => message.Text("text")!)];
}
