using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace LiveFeed.Api.Recordings;

/// <summary>Writes a feed down, message by message, over as many connections as it takes: each resumes after the last message that was written.</summary>
/// <param name="http">The client. It stays the caller's.</param>
/// <param name="token">The access token; null for a feed that everybody may read.</param>
/// <param name="output">Receives a line for each message.</param>
/// <param name="log">Receives what happens to connections.</param>
/// <param name="time">The clock.</param>
internal sealed class FeedRecorder(HttpClient http, string? token, TextWriter output, TextWriter log, TimeProvider time)
{
    private static readonly TimeSpan MaxSilence = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    // After every other goodbye the feed goes on, on another connection.
    private static readonly HashSet<string> Final = ["event_archived", "event_deleted", "topic_deleted", "access_revoked", "replay_ended"];

    private TimeSpan pause = TimeSpan.FromSeconds(1);
    private string last = "";

    /// <summary>How many messages were written.</summary>
    public int Messages { get; private set; }

    /// <summary>How many snapshots among them took the place of entries that could not be had any more.</summary>
    public int Resets { get; private set; }

    /// <summary>Records until the feed is over. What was written is complete at any time.</summary>
    /// <exception cref="RecordingException">The server rejects it, and would again.</exception>
    public async Task RunAsync(Uri address, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (await ReadAsync(address, cancellationToken))
                    return;
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                await log.WriteLineAsync($"connection lost: {broken.Message}");
            }
            catch (JsonException strange)
            {
                throw new RecordingException($"{address} is no stream of LiveFeed: it sends something else than JSON", strange);
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>
    /// Reads one connection to its end. Returns whether the feed is over. The stream of an event that is archived has nothing, not even what came since the last message: that is
    /// replayed.
    /// </summary>
    private async Task<bool> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (last.Length > 0)
            request.Headers.Add("Last-Event-ID", last);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NoContent)
            return FeedAddress.FindReplay(address) is not { } replay || await ReadAsync(replay, cancellationToken);
        if (!response.IsSuccessStatusCode)
            return await RejectedAsync(response, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
            throw new RecordingException($"{address} is no stream of LiveFeed");

        await using var body = new ReceivingStream(await response.Content.ReadAsStreamAsync(cancellationToken), MaxSilence, time);
        var parser = SseParser.Create(body);
        await foreach (var item in parser.EnumerateAsync(cancellationToken))
        {
            using var data = JsonDocument.Parse(item.Data);
            pause = parser.ReconnectionInterval is var asked && asked >= TimeSpan.Zero && asked < MaxPause ? asked : pause;
            if (item.EventType == "bye" && !Final.Contains(data.RootElement.GetProperty("code").GetString()!))
            {
                await log.WriteLineAsync($"the server ends the stream ({data.RootElement.GetProperty("code").GetString()}); going on");
                continue;
            }

            await WriteAsync(new RecordedMessage(parser.LastEventId, item.EventType, data.RootElement, time.Now()));
            if (parser.LastEventId.Length > 0)
                last = parser.LastEventId;
            if (item.EventType == "bye")
                return true;
        }

        return false;
    }

    private async Task WriteAsync(RecordedMessage message)
    {
        try
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(message, ApiJson.Options));
            // Whoever reads along, or is left with the file after a crash, has whole lines.
            await output.FlushAsync(CancellationToken.None);
        }
        catch (IOException full)
        {
            // Not the connection's: another one would not help.
            throw new RecordingException($"the recording can't be written: {full.Message}", full);
        }

        Messages++;
        if (message.Data.ValueKind == JsonValueKind.Object && message.Data.TryGetProperty("reset", out var reset))
        {
            Resets++;
            await log.WriteLineAsync($"a snapshot takes the place of entries that can't be had any more: {reset}");
        }
    }

    /// <summary>Chooses the pause before the next attempt.</summary>
    private async Task<bool> RejectedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (status is not (408 or 429) && status < 500)
            throw new RecordingException($"the server rejects it ({status}): {DetailOf(text)}");
        pause = response.Headers.RetryAfter?.Delta is { } asked ? (asked < MaxPause ? asked : MaxPause) : pause;
        await log.WriteLineAsync($"the server has no stream at the moment ({status}); trying again in {pause.TotalSeconds:0.#} s");
        return false;
    }

    private static string DetailOf(string text)
    {
        try
        {
            using var problem = JsonDocument.Parse(text);
            return problem.RootElement.TryGetProperty("detail", out var detail) ? detail.ToString() : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
