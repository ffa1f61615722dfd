namespace LiveFeed.IntegrationTests.Durability;

/// <summary>
/// Two servers over one database, without any signal between them: everything that one learns of the other comes from the log (invariant
/// 5).
/// </summary>
public sealed class TwoInstancesTests
{
    [Fact]
    public async Task A_reader_of_one_instance_gets_what_is_written_on_the_other()
    {
        await using var first = await LiveFeedServer.StartAsync("Feed:TailCheck=00:00:00.100");
        await using var second = await LiveFeedServer.OverAsync(first.DataDirectory, "Feed:TailCheck=00:00:00.100");
        var admin = await first.AdminAsync();
        await admin.CreateEventAsync("cup", 4);
        var there = await second.AdminAsync();
        await using var stream = await StreamClient.OpenAsync(second.Http, "/api/events/cup/stream");
        var position = (await stream.NextAsync())!.Sequence;

        await Task.WhenAll(Enumerable.Range(1, 4).Select(async match =>
        {
            var writer = match % 2 == 0 ? admin : there;
            await Expect.SuccessAsync(await writer.PostAsync($"/api/events/cup/claims/{match}"));
            for (var i = 1; i <= 20; i++)
                await Expect.SuccessAsync(await writer.ScoreAsync("cup", match, i, 0));
        }));

        var log = await Feed.LogProbe.ReadAsync(first.Http, "cup");
        while (position < log.Head)
        {
            var item = await stream.NextAsync();
            Assert.Equal(++position, item!.Sequence);
            Assert.Equal(log.Entries[position].GetRawText(), item.Data.GetRawText());
        }
    }

    [Fact]
    public async Task A_cursor_from_the_other_instance_is_not_taken_for_one_from_the_future()
    {
        await using var first = await LiveFeedServer.StartAsync();
        // The second server never checks the log by itself: only the resume makes it.
        await using var second = await LiveFeedServer.OverAsync(first.DataDirectory, "Feed:TailCheck=01:00:00");
        var admin = await first.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await second.Http.GetAsync("/api/events/cup/feed");
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        var log = await Feed.LogProbe.ReadAsync(first.Http, "cup");

        await using var stream = await StreamClient.OpenAsync(second.Http, "/api/events/cup/stream", $"{log.Epoch}.{log.Head}");
        await Expect.SuccessAsync(await (await second.AdminAsync()).PatchAsync("/api/events/cup", new { name = "Next" }));
        var item = await stream.NextAsync();
        Assert.Equal((log.Head + 1, "event-update"), (item!.Sequence, item.Kind));
    }

    [Fact]
    public async Task A_membership_removed_on_one_instance_closes_streams_on_the_other()
    {
        await using var first = await LiveFeedServer.StartAsync();
        await using var second = await LiveFeedServer.OverAsync(first.DataDirectory, "Feed:TailCheck=00:00:00.100");
        var admin = await first.AdminAsync();
        await admin.CreateEventAsync("club", visibility: "members");
        var member = await second.RegisterAsync("Member");
        await admin.AddMemberAsync("club", member.Id, "spectator");
        await using var stream = await StreamClient.OpenAsync(member.Http, "/api/events/club/stream");
        await stream.NextAsync();

        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/club/members/{member.Id}"));

        var bye = await stream.UntilAsync(item => item.Type == "bye");
        Assert.Equal("access_revoked", bye.Data.GetProperty("code").GetString());
    }
}
