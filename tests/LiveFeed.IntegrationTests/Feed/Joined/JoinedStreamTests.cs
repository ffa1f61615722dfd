using System.Net;

namespace LiveFeed.IntegrationTests.Feed.Joined;

/// <summary>Several topics on one connection: which are sent, which are closed, and where they go on.</summary>
public sealed class JoinedStreamTests : IAsyncLifetime
{
    private LiveFeedServer server = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync() => (server, admin) = await JoinedEvents.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Each_topic_begins_with_its_snapshot_and_entries_name_theirs()
    {
        await using var stream = await OpenAsync("topic=events/cup&topic=events/league");
        var snapshots = new[] { await stream.NextAsync(), await stream.NextAsync() };
        Assert.Equal(["events/cup", "events/league"], snapshots.Select(item => Topic(item!)).Order());
        Assert.All(snapshots, item => Assert.Equal(("snapshot", JoinedTags.Of(Topic(item!))), (item!.Kind, item.Data.GetProperty("tag").GetString())));
        Assert.Equal("cup", snapshots.Single(item => Topic(item!) == "events/cup")!.Data.GetProperty("eventId").GetString());

        await Expect.SuccessAsync(await admin.ScoreAsync("league", 1, 2, 1));
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        Assert.Equal(["events/cup score-update", "events/league score-update"], new[] { await NextAsync(stream), await NextAsync(stream) }.Order());
    }

    [Fact]
    public async Task A_topic_s_filter_is_its_own()
    {
        await using var stream = await OpenAsync("topic=events/cup%3Fmatches%3D2%26types%3Dscore-update&topic=events/league");
        await stream.NextAsync();
        await stream.NextAsync();
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        await Expect.SuccessAsync(await admin.ScoreAsync("league", 1, 1, 0));
        var league = await stream.NextAsync();
        Assert.Equal("events/league", Topic(league!));

        // What the filter left out is behind the reader all the same.
        await admin.ClaimAsync("cup", 2);
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 2, 5, 0));
        await using var resumed = await OpenAsync("topic=events/cup%3Fmatches%3D2%26types%3Dscore-update&topic=events/league", league!.Id);
        var next = await resumed.NextAsync();
        Assert.Equal(("events/cup", 2), (Topic(next!), next!.Data.GetProperty("matchId").GetInt32()));
    }

    [Fact]
    public async Task A_resumed_stream_may_have_other_topics()
    {
        string id;
        await using (var first = await OpenAsync("topic=events/cup"))
            id = (await first.NextAsync())!.Id;
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        await using var second = await OpenAsync("topic=events/cup&topic=events/league", id);
        Assert.Equal(["events/cup score-update", "events/league snapshot"], new[] { await NextAsync(second), await NextAsync(second) }.Order());
        await using var third = await OpenAsync("topic=events/league", id);
        Assert.Equal("events/league snapshot", await NextAsync(third));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("zzzzzz:5xk2.1~")]
    [InlineData("::::")]
    public async Task A_cursor_that_is_none_resets_every_topic(string cursor)
    {
        await using var stream = await OpenAsync($"topic=events/cup&topic=events/league&lastEventId={Uri.EscapeDataString(cursor)}");
        for (var i = 0; i < 2; i++)
            Assert.Equal("unknown-cursor", (await stream.NextAsync())!.Data.GetProperty("reset").GetString());
    }

    [Fact]
    public async Task A_topic_that_can_t_be_resumed_is_reset_alone()
    {
        await using var first = await OpenAsync("topic=events/cup&topic=events/league");
        await first.NextAsync();
        var id = (await first.NextAsync())!.Id;
        var cup = id.Split('~').Single(part => part.StartsWith(JoinedTags.Of("events/cup"), StringComparison.Ordinal));
        var league = id.Split('~').Single(part => part != cup);
        await Expect.SuccessAsync(await admin.ScoreAsync("league", 1, 1, 0));

        await using var second = await OpenAsync("topic=events/cup&topic=events/league", $"{league}~{cup[..7]}otherlog.1");
        var items = new[] { await second.NextAsync(), await second.NextAsync() }.OrderBy(item => Topic(item!), StringComparer.Ordinal).ToList();
        Assert.Equal(("snapshot", "other-epoch"), (items[0]!.Kind, items[0]!.Data.GetProperty("reset").GetString()));
        Assert.Equal("score-update", items[1]!.Kind);
    }

    [Fact]
    public async Task A_reset_that_was_not_sent_before_a_cut_comes_after_it()
    {
        // A large snapshot waits for what others have.
        await using var small = await LiveFeedServer.OverAsync(server.DataDirectory, "Feed:MaxWriteBytes=1024");
        await using var first = await StreamClient.OpenAsync(small.Http, "/api/stream?topic=events/league");
        var league = (await first.NextAsync())!.Id;
        await Expect.SuccessAsync(await admin.ScoreAsync("league", 1, 1, 0));
        // This server learns of it from the log.
        Assert.Equal("score-update", (await first.NextAsync())!.Kind);

        const string both = "/api/stream?topic=events/league&topic=events/cup";
        string id;
        await using (var second = await StreamClient.OpenAsync(small.Http, both, $"{league}~{JoinedTags.Of("events/cup")}:otherlog.1"))
        {
            var item = await second.NextAsync();
            Assert.Equal(("events/league", "score-update"), (Topic(item!), item!.Kind));
            id = item.Id;
        }

        await using var third = await StreamClient.OpenAsync(small.Http, both, id);
        var snapshot = await third.NextAsync();
        Assert.Equal(("events/cup", "other-epoch"), (Topic(snapshot!), snapshot!.Data.GetProperty("reset").GetString()));
    }

    [Fact]
    public async Task What_can_t_be_read_is_told_and_the_rest_goes_on()
    {
        await using var stream = await OpenAsync("topic=events/club&topic=events/none&topic=halls/7&topic=events/cup");
        var closed = new[] { await stream.NextAsync(), await stream.NextAsync(), await stream.NextAsync() };
        Assert.All(closed, item => Assert.Equal("topic-closed", item!.Type));
        Assert.Equal(
            ["events/club token_required", "events/none event_not_found", "halls/7 topic_not_found"],
            closed.Select(item => $"{Topic(item!)} {item!.Data.GetProperty("code").GetString()}"));
        Assert.Equal("events/cup snapshot", await NextAsync(stream));
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        Assert.Equal("events/cup score-update", await NextAsync(stream));
    }

    [Fact]
    public async Task If_nothing_can_be_read_the_response_is_that_of_the_first_topic()
    {
        await Expect.ProblemAsync(await server.Http.GetAsync("/api/stream?topic=events/club&topic=events/none"), 401, "token_required");
        await Expect.ProblemAsync(await server.Http.GetAsync("/api/stream?topic=events/none&topic=events/club"), 404, "event_not_found");
        await Expect.ProblemAsync(await server.Http.GetAsync("/api/stream?topic=halls/7"), 404, "topic_not_found");
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/league", new { archived = true }));
        Assert.Equal(HttpStatusCode.NoContent, (await server.Http.GetAsync("/api/stream?topic=events/league&topic=events/none")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("topic=")]
    [InlineData("topic=events/cup&topic=events/cup%3Fteams%3D1")]
    [InlineData("topic=events/cup%0d%0aid%3A+1")]
    [InlineData("topic=events/cup%3Fteams%3Dx")]
    public async Task Malformed_topics_are_rejected(string query) =>
        await Expect.ProblemAsync(await server.Http.GetAsync($"/api/stream?{query}"), 400, "invalid_request");

    [Fact]
    public async Task Too_many_topics_are_rejected() => await Expect.ProblemAsync(
        await server.Http.GetAsync("/api/stream?" + string.Join('&', Enumerable.Range(0, 33).Select(i => $"topic=events/e{i}"))), 400, "invalid_request");

    [Fact]
    public async Task A_lost_membership_closes_its_topic_before_another_entry_and_nothing_else()
    {
        var member = await server.RegisterAsync("Member");
        await admin.AddMemberAsync("club", member.Id, "spectator");
        await using var stream = await StreamClient.OpenAsync(member.Http, "/api/stream?topic=events/club&topic=events/cup");
        await stream.NextAsync();
        await stream.NextAsync();

        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/club/members/{member.Id}"));
        await Expect.SuccessAsync(await admin.ScoreAsync("club", 1, 1, 0));
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));

        var closed = await stream.NextAsync();
        Assert.Equal(("topic-closed", "events/club", "access_revoked"), (closed!.Type, Topic(closed), closed.Data.GetProperty("code").GetString()));
        var next = await stream.NextAsync();
        Assert.Equal(("events/cup", "score-update"), (Topic(next!), next!.Kind));
        Assert.DoesNotContain(JoinedTags.Of("events/club"), next.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_topic_that_ends_ends_the_stream()
    {
        await using var stream = await OpenAsync("topic=events/cup&topic=events/league");
        await stream.NextAsync();
        await stream.NextAsync();
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup"));
        Assert.Equal("events/cup event_deleted", await NextClosedAsync(stream));
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/league", new { archived = true }));
        // Its last entries come first.
        Assert.Equal("events/league event-update", await NextAsync(stream));
        Assert.Equal("events/league event_archived", await NextClosedAsync(stream));
        var bye = await stream.NextAsync();
        Assert.Equal(("bye", "event_archived"), (bye!.Type, bye.Data.GetProperty("code").GetString()));
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task A_log_that_takes_another_course_resets_its_topic_alone_on_the_same_connection()
    {
        await using var stream = await OpenAsync("topic=events/cup&topic=events/league");
        var before = new[] { await stream.NextAsync(), await stream.NextAsync() }.Single(item => Topic(item!) == "events/cup")!;
        var sequence = before.Id.Split('~').Single(part => part.StartsWith(JoinedTags.Of("events/cup"), StringComparison.Ordinal)).Split('.')[1];
        await TestDatabase.ExecuteAsync(
            server.DataDirectory,
            $"""
             UPDATE feed_entries SET entry_check = 'aaaa' WHERE topic = 'events/cup' AND sequence = {sequence};
             UPDATE feed_heads SET last_check = 'aaaa' WHERE topic = 'events/cup'
             """);
        var snapshot = await stream.NextAsync();
        Assert.Equal(("events/cup", "other-history"), (Topic(snapshot!), snapshot!.Data.GetProperty("reset").GetString()));
        await Expect.SuccessAsync(await admin.ScoreAsync("league", 1, 1, 0));
        Assert.Equal("events/league score-update", await NextAsync(stream));
    }

    [Fact]
    public async Task It_counts_once_for_its_address_and_once_for_each_event()
    {
        await using var limited = await LiveFeedServer.OverAsync(server.DataDirectory, "Streams:MaxPerAddress=2", "Streams:MaxPerEvent=1");
        await using var first = await StreamClient.OpenAsync(limited.Http, "/api/stream?topic=events/cup&topic=events/league");
        await first.NextAsync();
        var full = await Assert.ThrowsAsync<StreamRejectedException>(() => StreamClient.OpenAsync(limited.Http, "/api/events/league/stream"));
        Assert.Equal(HttpStatusCode.TooManyRequests, full.Response.StatusCode);
        await admin.CreateEventAsync("youth", 2);
        await using var second = await StreamClient.OpenAsync(limited.Http, "/api/stream?topic=events/youth");
        Assert.Equal("snapshot", (await second.NextAsync())!.Kind);
    }

    [Fact]
    public async Task HEAD_gets_the_head_at_once()
    {
        using var response = await server.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/stream?topic=events/cup&topic=events/league"));
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    private Task<StreamClient> OpenAsync(string query, string? lastEventId = null) => StreamClient.OpenAsync(server.Http, $"/api/stream?{query}", lastEventId);

    private static string Topic(StreamItem item) => item.Data.GetProperty("topic").GetString()!;

    private static async Task<string> NextAsync(StreamClient stream) => await stream.NextAsync() is { } item ? $"{Topic(item)} {item.Kind}" : "the end";

    private static async Task<string> NextClosedAsync(StreamClient stream)
    {
        var item = await stream.NextAsync();
        Assert.Equal("topic-closed", item!.Type);
        return $"{Topic(item)} {item.Data.GetProperty("code").GetString()}";
    }
}
