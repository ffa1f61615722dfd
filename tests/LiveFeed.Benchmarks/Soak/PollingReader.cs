using System.Text.Json;

namespace LiveFeed.Benchmarks.Soak;

/// <summary>Reads what is new in an event's feed, page by page, again and again.</summary>
/// <param name="http">The server.</param>
/// <param name="eventId">The event.</param>
/// <param name="every">How long it pauses after it has caught up.</param>
internal sealed class PollingReader(HttpClient http, string eventId, TimeSpan every) : IReader
{
    public string EventId => eventId;

    public ReaderPosition Position { get; } = new();

    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await CatchUpAsync();
            await Task.Delay(every, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task CatchUpAsync()
    {
        while (await ReadPageAsync())
        {
        }
    }

    /// <summary>Returns whether there is more.</summary>
    private async Task<bool> ReadPageAsync()
    {
        using var page = await JsonDocument.ParseAsync(await http.GetStreamAsync(
            $"/api/events/{eventId}/feed?limit=1000" + (Position.Cursor is { } last ? $"&after={last}" : "")));
        var cursor = page.RootElement.GetProperty("cursor").GetString()!;
        if (!Position.HasBegun || page.RootElement.TryGetProperty("reset", out _))
            Position.Begin(cursor);
        else
            Position.Advance(cursor, page.RootElement.GetProperty("entries").GetArrayLength());
        return page.RootElement.GetProperty("more").GetBoolean();
    }
}
