using System.CommandLine;
using System.Net;
using LiveFeed.Api.Recordings;

namespace LiveFeed.IntegrationTests.Recordings;

/// <summary>A recording is played to a client as the stream that it was.</summary>
public sealed class PlayTests : IAsyncLifetime
{
    private const string Stream = "/api/events/cup/stream";

    private static readonly string[] Lines =
    [
        """{"id":"e.1.aaaa","type":"message","data":{"type":"snapshot","entries":[]},"receivedAt":"2026-07-04T10:00:00.000Z"}""",
        """{"id":"e.2.bbbb","type":"message","data":{"type":"score-update","key":"score/1"},"receivedAt":"2026-07-04T10:00:01.000Z"}""",
        """{"id":"e.3.cccc","type":"message","data":{"type":"score-update","key":"score/2"},"receivedAt":"2026-07-04T10:00:02.000Z"}""",
    ];

    private readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.ndjson");

    public Task InitializeAsync() => File.WriteAllLinesAsync(file, Lines);

    public Task DisposeAsync()
    {
        File.Delete(file);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Each_message_comes_once_and_in_order_and_the_end_is_one_for_browsers()
    {
        await using var app = PlayCommand.Compose(new Recording(file), 1_000, "http://127.0.0.1:0");
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await using var stream = await StreamClient.OpenAsync(http, Stream);

        foreach (var (id, kind) in new[] { ("e.1.aaaa", "snapshot"), ("e.2.bbbb", "score-update"), ("e.3.cccc", "score-update") })
        {
            var item = (await stream.NextAsync())!;
            Assert.Equal((id, kind), (item.Id, item.Kind));
        }

        var bye = (await stream.NextAsync())!;
        Assert.Equal(("bye", "replay_ended"), (bye.Type, bye.Data.GetProperty("code").GetString()));
        Assert.Null(await stream.NextAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await http.GetAsync($"{Stream}?lastEventId={bye.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_client_that_comes_back_goes_on_where_it_was()
    {
        await using var app = PlayCommand.Compose(new Recording(file), 1_000, "http://127.0.0.1:0");
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        await using var stream = await StreamClient.OpenAsync(http, Stream, "e.2.bbbb");

        Assert.Equal("e.3.cccc", (await stream.NextAsync())!.Id);
        Assert.Equal("bye", (await stream.NextAsync())!.Type);
    }

    [Fact]
    public async Task A_recording_that_ends_with_a_goodbye_ends_with_that_one()
    {
        await File.AppendAllLinesAsync(file, ["""{"id":"e.3.cccc","type":"bye","data":{"code":"event_archived"},"receivedAt":"2026-07-04T10:00:03.000Z"}"""]);
        await using var app = PlayCommand.Compose(new Recording(file), 1_000, "http://127.0.0.1:0");
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await using var stream = await StreamClient.OpenAsync(http, Stream);

        var bye = await stream.UntilAsync(item => item.Type == "bye");

        Assert.Equal("event_archived", bye.Data.GetProperty("code").GetString());
        Assert.Null(await stream.NextAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await http.GetAsync($"{Stream}?lastEventId={bye.Id}")).StatusCode);
    }

    [Fact]
    public async Task The_command_says_which_line_is_no_message()
    {
        await File.AppendAllLinesAsync(file, ["nonsense"]);
        await using var error = new StringWriter();

        var code = await PlayCommand.Create().Parse([file]).InvokeAsync(new InvocationConfiguration { Output = TextWriter.Null, Error = error });

        Assert.Equal(2, code);
        Assert.Contains("line 4", error.ToString(), StringComparison.Ordinal);
    }
}
