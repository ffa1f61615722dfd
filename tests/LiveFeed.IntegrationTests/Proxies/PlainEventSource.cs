using System.Collections.Concurrent;

namespace LiveFeed.IntegrationTests.Proxies;

/// <summary>
/// Follows a stream by the rules of a browser's EventSource: it tries again after a lost connection, and gives up for good if the response is not a stream.
/// </summary>
internal sealed class PlainEventSource(HttpClient http, string path)
{
    private readonly ConcurrentQueue<StreamItem> items = new();
    private TimeSpan retry = TimeSpan.FromSeconds(3);
    private string? lastId;

    /// <summary>The messages so far.</summary>
    public IReadOnlyCollection<StreamItem> Items => items;

    /// <exception cref="StreamRejectedException">The status of a response is not 200. A browser would give up.</exception>
    public async Task FollowAsync(Func<StreamItem, bool> isLast)
    {
        while (true)
        {
            try
            {
                await using var stream = await StreamClient.OpenAsync(http, path, lastId);
                Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType?.MediaType);
                if (await ReadAsync(stream, isLast))
                    return;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // The connection is lost, so the next one follows.
            }

            using var pause = new PeriodicTimer(retry);
            await pause.WaitForNextTickAsync();
        }
    }

    private async Task<bool> ReadAsync(StreamClient stream, Func<StreamItem, bool> isLast)
    {
        try
        {
            while (await stream.NextAsync() is { } item)
            {
                if (item.Type != "message")
                    continue;
                lastId = item.Id;
                items.Enqueue(item);
                if (isLast(item))
                    return true;
            }

            return false;
        }
        finally
        {
            if (stream.Retry > TimeSpan.Zero)
                retry = stream.Retry;
        }
    }
}
