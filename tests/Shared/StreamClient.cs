using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace LiveFeed.Testing;

/// <summary>One item that a stream sent.</summary>
/// <param name="Id">The event id after this item.</param>
/// <param name="Type">The SSE event type: <c>message</c>, or the name of a named event.</param>
/// <param name="Data">Its JSON.</param>
public sealed record StreamItem(string Id, string Type, JsonElement Data)
{
    public string? Kind => Data.TryGetProperty("type", out var type) ? type.GetString() : null;

    public long Sequence => long.Parse(Id.Split('.')[1], CultureInfo.InvariantCulture);
}

/// <summary>A stream as a client reads it, item by item.</summary>
public sealed class StreamClient : IAsyncDisposable
{
    private readonly HttpResponseMessage response;
    private readonly Stream body;
    private readonly IAsyncEnumerator<SseItem<string>> items;
    private readonly SseParser<string> parser;

    private StreamClient(HttpResponseMessage response, Stream body)
    {
        (this.response, this.body) = (response, body);
        parser = SseParser.Create(body);
        items = parser.EnumerateAsync().GetAsyncEnumerator();
    }

    public HttpResponseMessage Response => response;

    public TimeSpan Retry => parser.ReconnectionInterval;

    public static async Task<StreamClient> OpenAsync(HttpClient http, string path, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Version = http.DefaultRequestVersion, VersionPolicy = http.DefaultVersionPolicy };
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if ((int)response.StatusCode != 200)
            throw new StreamRejectedException(response);
        return new StreamClient(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>Returns the next item; null if the stream has ended.</summary>
    public async Task<StreamItem?> NextAsync(TimeSpan? within = null)
    {
        if (!await items.MoveNextAsync().AsTask().WaitAsync(within ?? TimeSpan.FromSeconds(30)))
            return null;
        var item = items.Current;
        return new StreamItem(parser.LastEventId, item.EventType, JsonDocument.Parse(item.Data).RootElement);
    }

    /// <summary>Reads until an item matches.</summary>
    public async Task<StreamItem> UntilAsync(Func<StreamItem, bool> fits)
    {
        while (true)
        {
            var item = await NextAsync() ?? throw new InvalidOperationException("The stream ended before what was waited for.");
            if (fits(item))
                return item;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The enumerator waits for the body, so the body is closed first.
        response.Dispose();
        await body.DisposeAsync();
    }
}

/// <summary>A stream request whose response had another status than 200.</summary>
public sealed class StreamRejectedException(HttpResponseMessage response) : Exception($"Status {(int)response.StatusCode}")
{
    public HttpResponseMessage Response => response;
}
