using System.CommandLine;
using System.Text.Json;
using LiveFeed.Api.Recordings;
using LiveFeed.IntegrationTests.Feed;

namespace LiveFeed.IntegrationTests.Recordings;

/// <summary>What is recorded is what a client gets: every message once and in order, or a reset.</summary>
public sealed class RecordTests
{
    [Fact]
    public async Task A_feed_is_recorded_over_a_restart_without_a_gap_or_a_double_until_it_is_over()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server);
        await using var output = new StringWriter();
        using var http = new HttpClient();
        var recorder = new FeedRecorder(http, null, output, TextWriter.Null, TimeProvider.System);
        var recording = recorder.RunAsync(FeedAddress.Find(new Uri(server.Address, "/events/cup").ToString())!, CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(recorder.Messages == 1));
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        await Eventually.TrueAsync(() => Task.FromResult(recorder.Messages == 2));

        await server.RestartAsync();
        for (var i = 2; i < 10; i++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, i, 0));
        await Eventually.TrueAsync(() => Task.FromResult(recorder.Messages == 10));
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        await recording;

        var lines = Lines(output.ToString());
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        Assert.Equal("snapshot", lines[0].Data.GetProperty("type").GetString());
        var first = SequenceOf(lines[0]);
        Assert.Equal(Enumerable.Range(0, (int)(log.Head - first) + 1).Select(i => first + i), lines.TakeWhile(line => line.Type == "message").Select(SequenceOf));
        Assert.All(lines[1..].TakeWhile(line => line.Type == "message"), line => Assert.Equal(log.Entries[SequenceOf(line)].GetRawText(), line.Data.GetRawText()));
        // A connection that ended meanwhile is no message of the feed.
        Assert.All(lines.Where(line => line.Type == "bye"), line => Assert.Equal("event_archived", line.Data.GetProperty("code").GetString()));
        Assert.Equal(0, recorder.Resets);
    }

    [Fact]
    public async Task An_event_that_was_archived_before_is_recorded_to_its_end()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server);
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        await using var output = new StringWriter();
        using var http = new HttpClient();
        var recorder = new FeedRecorder(http, null, output, TextWriter.Null, TimeProvider.System);

        await recorder.RunAsync(new Uri(server.Address, "/api/events/cup/stream?types=claim-update,match-update,event-update"), CancellationToken.None);

        var lines = Lines(output.ToString());
        Assert.Equal(Enumerable.Range(0, (int)log.Head + 1).Select(sequence => (long)sequence), lines[..^1].Select(SequenceOf));
        Assert.Equal(("bye", "replay_ended"), (lines[^1].Type, lines[^1].Data.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_reset_is_recorded_as_one()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server);
        await using var output = new StringWriter();
        using var http = new HttpClient();
        var recorder = new FeedRecorder(http, null, output, TextWriter.Null, TimeProvider.System);
        var recording = recorder.RunAsync(new Uri(server.Address, "/api/events/cup/stream?lastEventId=zzzz.5"), CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(recorder.Messages == 1));
        await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup"));
        await recording;

        Assert.Equal("other-epoch", Lines(output.ToString())[0].Data.GetProperty("reset").GetString());
        Assert.Equal(1, recorder.Resets);
    }

    [Fact]
    public async Task The_command_ends_with_0_when_it_is_stopped_and_leaves_whole_lines()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await CupAsync(server);
        var file = Path.Combine(server.DataDirectory, "cup.ndjson");
        using var stop = new CancellationTokenSource();
        var run = RunAsync([new Uri(server.Address, "/events/cup").ToString(), "--out", file], stop.Token);
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(file) && new FileInfo(file).Length > 0));

        await stop.CancelAsync();

        Assert.Equal(0, (await run).Code);
        Assert.Equal("snapshot", Assert.Single(Lines(await File.ReadAllTextAsync(file))).Data.GetProperty("type").GetString());
        // A recording is never overwritten.
        Assert.Equal(2, (await RunAsync([new Uri(server.Address, "/events/cup").ToString(), "--out", file], default)).Code);
    }

    [Fact]
    public async Task The_command_says_what_is_wrong()
    {
        await using var server = await LiveFeedServer.StartAsync();
        Assert.Equal(2, (await RunAsync(["localhost:5080"], default)).Code);
        Assert.Equal(2, (await RunAsync([server.Address.ToString()], default)).Code);
        var (code, error) = await RunAsync([new Uri(server.Address, "/events/none").ToString()], default);
        Assert.Equal(1, code);
        Assert.Contains("404", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://x/events/cup", "http://x/api/events/cup/stream")]
    [InlineData("http://x/events/cup/#scores", "http://x/api/events/cup/stream")]
    [InlineData("https://x/sub/events/cup", "https://x/sub/api/events/cup/stream")]
    [InlineData("http://x/api/events/cup", "http://x/api/events/cup/stream")]
    [InlineData("http://x/api/events/cup/stream?matches=1", "http://x/api/events/cup/stream?matches=1")]
    [InlineData("http://x/api/stream?topic=events/cup", "http://x/api/stream?topic=events/cup")]
    [InlineData("http://x/", null)]
    [InlineData("ftp://x/events/cup", null)]
    public void The_stream_is_found_by_any_address_of_its_event(string url, string? stream) => Assert.Equal(stream, FeedAddress.Find(url)?.ToString());

    private static async Task<ApiUser> CupAsync(LiveFeedServer server)
    {
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 1);
        await admin.ClaimAsync("cup", 1);
        return admin;
    }

    private static async Task<(int Code, string Error)> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        await using var error = new StringWriter();
        var code = await RecordCommand.Create().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = TextWriter.Null, Error = error }, cancellationToken);
        return (code, error.ToString());
    }

    private static RecordedMessage[] Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<RecordedMessage>(line, LiveFeed.Domain.ApiJson.Options)!)];

    private static long SequenceOf(RecordedMessage message) => long.Parse(message.Id.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture);
}
