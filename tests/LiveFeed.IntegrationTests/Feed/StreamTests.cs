using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.Infrastructure.Streaming.Delivery;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Feed;

public sealed class StreamTests
{
    [Fact]
    public async Task A_posted_score_reaches_an_open_stream()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        var snapshot = await stream.NextAsync();
        Assert.Equal("snapshot", snapshot!.Kind);

        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0, clientUpdateId: "mine"));

        var entry = await stream.UntilAsync(item => item.Kind == "score-update");
        Assert.Equal("message", entry.Type);
        Assert.Equal(snapshot.Sequence + 1, entry.Sequence);
        Assert.Equal("score/1", entry.Data.GetProperty("key").GetString());
        Assert.Equal("cup", entry.Data.GetProperty("eventId").GetString());
        Assert.Equal("mine", entry.Data.GetProperty("clientUpdateId").GetString());
        Assert.Equal(1, entry.Data.GetProperty("sets")[0].GetProperty("team1").GetInt32());
    }

    [Fact]
    public async Task The_head_and_a_comment_come_at_once_and_nothing_may_buffer_or_keep_them()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events/cup/stream");
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("no", response.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.Empty(response.Content.Headers.ContentEncoding);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(": welcome", await lines.ReadLineAsync());
        Assert.InRange(int.Parse((await lines.ReadLineAsync())!["retry: ".Length..], CultureInfo.InvariantCulture), 1000, 5000);
    }

    [Fact]
    public async Task Retry_differs_between_connections_so_that_clients_do_not_come_back_together()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        var retries = new HashSet<TimeSpan>();
        for (var i = 0; i < 10; i++)
        {
            await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
            await stream.NextAsync();
            retries.Add(stream.Retry);
        }

        Assert.True(retries.Count > 5, $"Only {retries.Count} different values in 10 connections.");
    }

    [Fact]
    public async Task Silence_brings_keep_alive_comments_without_an_id()
    {
        var time = TestTime.Create();
        await using var server = await LiveFeedServer.StartAsync(time, null);
        await (await server.AdminAsync()).CreateEventAsync("cup");
        using var response = await server.Http.GetAsync("/api/events/cup/stream", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (!(await lines.ReadLineAsync())!.StartsWith("data:", StringComparison.Ordinal))
        {
        }

        Assert.Equal("", await lines.ReadLineAsync());
        for (var i = 0; i < 3; i++)
        {
            var next = lines.ReadLineAsync();
            while (!next.IsCompleted)
            {
                // The server's timers run on this clock; its loops run on real threads.
                time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }

            Assert.Equal(": keep-alive", await next);
        }
    }

    [Fact]
    public async Task A_stop_says_bye_server_draining_to_every_one_of_a_thousand_streams()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        using var http = server.Client();
        var streams = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => StreamClient.OpenAsync(http, "/api/events/cup/stream")));
        await Task.WhenAll(streams.Select(stream => stream.NextAsync()));

        var ends = streams.Select(async stream =>
        {
            var bye = await stream.NextAsync();
            Assert.Equal(("bye", "server_draining"), (bye!.Type, bye.Data.GetProperty("code").GetString()));
            Assert.Null(await stream.NextAsync());
        }).ToList();
        // After five seconds the host gives up and cuts the remaining streams. A stream that was cut has no bye.
        await server.RestartAsync(() => Task.WhenAll(ends));
    }

    [Fact]
    public async Task While_draining_it_is_not_ready_and_a_new_stream_gets_bye_at_once_instead_of_a_rejection()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/health/ready")).StatusCode);

        // As at SIGTERM, but with the port still open, as it is for a moment.
        server.Services.GetRequiredService<StreamRunner>().BeginDrain();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/health/live")).StatusCode);
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        var bye = await stream.NextAsync();
        Assert.Equal(("bye", "server_draining"), (bye!.Type, bye.Data.GetProperty("code").GetString()));
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task An_archived_event_ends_its_streams_and_responds_204_so_that_browsers_stop()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        await stream.NextAsync();

        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));

        // The last entry of the event comes before the goodbye: afterwards the only response is 204.
        Assert.True((await stream.NextAsync())!.Data.GetProperty("archived").GetBoolean());
        var bye = await stream.NextAsync();
        Assert.Equal(("bye", "event_archived"), (bye!.Type, bye.Data.GetProperty("code").GetString()));
        Assert.Null(await stream.NextAsync());
        using var again = await server.Http.GetAsync("/api/events/cup/stream");
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
    }

    [Fact]
    public async Task A_removed_event_ends_its_streams_and_one_made_anew_has_another_epoch()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        var first = await stream.NextAsync();

        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup"));
        Assert.Equal("event_deleted", (await stream.UntilAsync(item => item.Type == "bye")).Data.GetProperty("code").GetString());
        await Expect.ProblemAsync(await server.Http.GetAsync("/api/events/cup/stream"), 404, "event_not_found");

        await admin.CreateEventAsync("cup");
        await using var again = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream", first!.Id);
        Assert.Equal("other-epoch", (await again.NextAsync())!.Data.GetProperty("reset").GetString());
    }

    [Fact]
    public async Task Matches_that_leave_the_schedule_leave_the_state()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 3);
        await admin.ClaimAsync("cup", 3);
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 3, 1, 0));
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream");
        await stream.NextAsync();

        await Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule?affectScored=true", TestSchedule.Of(2)));

        foreach (var key in new[] { "match/3", "score/3", "claim/3" })
        {
            var removed = await stream.NextAsync();
            Assert.Equal(key, removed!.Data.GetProperty("key").GetString());
            Assert.True(removed.Data.GetProperty("removed").GetBoolean());
        }

        var snapshot = await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/feed");
        var keys = snapshot.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("key").GetString()).Order();
        Assert.Equal(["event", "match/1", "match/2"], keys);
    }

    [Fact]
    public async Task A_stream_works_over_HTTP_2_as_well()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var over2 = await LiveFeedServer.OverAsync(server.DataDirectory, "Feed:TailCheck=00:00:00.100", "/Kestrel:EndpointDefaults:Protocols=Http2");
        using var http = over2.Client();
        (http.DefaultRequestVersion, http.DefaultVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
        using var response = await http.GetAsync("/api/events/cup/stream", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpVersion.Version20, response.Version);

        // Many streams share one connection.
        var streams = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => StreamClient.OpenAsync(http, "/api/events/cup/stream")));
        foreach (var stream in streams)
            Assert.Equal("snapshot", (await stream.NextAsync())!.Kind);
        await admin.ClaimAsync("cup", 1);
        foreach (var stream in streams)
            Assert.Equal("claim-update", (await stream.NextAsync())!.Kind);
    }
}
