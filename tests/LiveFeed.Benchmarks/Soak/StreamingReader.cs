using System.Net.ServerSentEvents;

namespace LiveFeed.Benchmarks.Soak;

/// <summary>Follows an event's stream, and resumes it when it ends.</summary>
internal sealed class StreamingReader(HttpClient http, string eventId) : IReader
{
    private static readonly TimeSpan ReconnectAfter = TimeSpan.FromSeconds(1);

    public string EventId => eventId;

    public ReaderPosition Position { get; } = new();

    /// <summary>How often the stream ended before it was to.</summary>
    public int Reconnects { get; private set; }

    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await ReadAsync(cancellationToken);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is IOException or HttpRequestException)
            {
                // The next stream resumes. If it can't, the position shows it.
            }

            Reconnects++;
            await Task.Delay(ReconnectAfter, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/events/{eventId}/stream");
        if (Position.Cursor is { } last)
            request.Headers.Add("Last-Event-ID", last);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var parser = SseParser.Create(body, (_, data) => data.StartsWith("{\"type\":\"snapshot\""u8));
        await foreach (var item in parser.EnumerateAsync(cancellationToken))
        {
            if (item.EventType != SseParser.EventTypeDefault)
                continue;
            if (item.Data)
                Position.Begin(parser.LastEventId);
            else
                Position.Advance(parser.LastEventId, 1);
        }
    }
}
