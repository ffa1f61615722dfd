using System.Net.ServerSentEvents;

namespace LiveFeed.Benchmarks.Faults.Readers;

/// <summary>
/// Readers of Server-Sent Events, as browsers have them: after a break they reconnect with the last id, after the time that the server asked for. Unlike
/// a browser they also try again after a status that is not 200.
/// </summary>
internal sealed class EventSourceReaders : IAsyncDisposable
{
    // What browsers wait if the server doesn't say.
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(3);

    private readonly HttpClient http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource stopping = new();
    private readonly Uri stream;
    private Task reading = Task.CompletedTask;

    private EventSourceReaders(Uri stream) => this.stream = stream;

    /// <summary>Connects readers. Completes when each has the head of its response.</summary>
    public static async Task<EventSourceReaders> ConnectAsync(Uri stream, IReadOnlyList<Receipts> readers, CancellationToken cancellationToken)
    {
        var all = new EventSourceReaders(stream);
        var connected = readers.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
        all.reading = Task.WhenAll(readers.Zip(connected, all.FollowAsync));
        await Task.WhenAll(connected.Select(one => one.Task)).WaitAsync(cancellationToken);
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await reading;
        http.Dispose();
        stopping.Dispose();
    }

    private async Task FollowAsync(Receipts receipts, TaskCompletionSource connected)
    {
        var (lastId, pause) = ("", UsualPause);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, stream);
                request.Headers.Accept.ParseAdd("text/event-stream");
                if (lastId.Length > 0)
                    request.Headers.TryAddWithoutValidation("Last-Event-ID", lastId);
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stopping.Token);
                response.EnsureSuccessStatusCode();
                connected.TrySetResult();
                var parser = SseParser.Create(await response.Content.ReadAsStreamAsync(stopping.Token));
                await foreach (var item in parser.EnumerateAsync(stopping.Token))
                {
                    receipts.Add(item.Data);
                    lastId = parser.LastEventId.Length > 0 ? parser.LastEventId : lastId;
                    pause = parser.ReconnectionInterval == Timeout.InfiniteTimeSpan ? UsualPause : parser.ReconnectionInterval;
                }
            }
            catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
            {
                // Broken: the next one resumes.
            }

            await Task.Delay(pause, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
