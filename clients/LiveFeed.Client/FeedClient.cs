using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LiveFeed.Client;

/// <summary>Follows the feeds of a LiveFeed server: every entry once and in order, over as many connections as it takes.</summary>
/// <param name="http">A client whose address is the server's, ending in a slash. It stays the caller's.</param>
/// <param name="options">Settings; null for the usual ones.</param>
public sealed class FeedClient(HttpClient http, FeedClientOptions? options = null)
{
    // What the server holds a poll for at most, and how many entries of a topic it returns at once.
    private const string PollQuery = "&wait=25&limit=1000";

    private static readonly TimeSpan HeldFor = TimeSpan.FromSeconds(1);

    private static readonly HashSet<string> Final = ["event_archived", "event_deleted", "access_revoked"];

    private readonly FeedClientOptions options = (options ?? new FeedClientOptions()).Validate();

    /// <summary>
    /// Follows topics until all of them are closed. Connections that end are replaced, after the pause that the server asks for. The server waits for nobody: who takes longer than
    /// 30 s for what has come gets a snapshot with the reset <c>lagging</c>, or another connection.
    /// </summary>
    /// <param name="topics">Up to 32, such as <c>events/cup</c> or, with the filter of its stream, <c>events/cup?teams=7,8</c>.</param>
    /// <param name="cursor">The last <see cref="FeedItem.Cursor"/> that was dealt with; null to begin with snapshots.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FeedRejectedException">The server rejects it, and would again.</exception>
    /// <exception cref="InvalidDataException">A message is larger than <see cref="FeedClientOptions.MaxMessageBytes"/>.</exception>
    public async IAsyncEnumerable<FeedItem> FollowAsync(IEnumerable<string> topics, string? cursor = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var position = new FeedPosition(topics, cursor);
        var pauses = new FeedPauses(options);
        string? rejected = null;
        while (!position.IsOver)
        {
            var token = options.AccessToken is { } provider ? await provider(rejected, cancellationToken) : null;
            var connection = new Connection(token, rejected is not null);
            await using var items = ReadAsync(position, connection, pauses, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await TryNextAsync(items, cancellationToken))
            {
                var item = items.Current;
                position.Cursor = item.Cursor ?? position.Cursor;
                if (item is TopicClosed closed)
                    position.Close(closed.Topic);
                if (item is StreamClosed { Code: var code })
                {
                    if (Final.Contains(code))
                        position.Close();
                    if (code is "token_expired" or "session_ended")
                        connection.IsTokenRejected = true;
                }

                yield return item;
            }

            rejected = connection.IsTokenRejected ? token : null;
            if (position.IsOver || connection is { IsTokenRejected: true, IsSecond: false })
                continue;
            if (connection.HasWorked && options.Transport == FeedTransport.Poll)
                await pauses.SpaceAsync(connection.OpenedAt, cancellationToken);
            else
                await pauses.PauseAsync(connection.HasWorked, connection.RetryAfter, cancellationToken);
        }
    }

    /// <summary>Returns the next item; false at the end of the connection, however it ends.</summary>
    private static async Task<bool> TryNextAsync(IAsyncEnumerator<FeedItem> items, CancellationToken cancellationToken)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The connection is lost, or there was none: the next one goes on from here.
            return false;
        }
    }

    private async IAsyncEnumerable<FeedItem> ReadAsync(FeedPosition position, Connection connection, FeedPauses pauses, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isStream = options.Transport == FeedTransport.Stream;
        using var request = new HttpRequestMessage(HttpMethod.Get, isStream ? $"api/stream?{position.Query}" : PollAddress(position));
        if (connection.Token is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (isStream && position.Cursor is { } cursor)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", cursor);
        connection.OpenedAt = options.Time.GetTimestamp();
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!await IsReadableAsync(response, position, connection, cancellationToken))
            yield break;

        await using var body = new WatchedStream(await response.Content.ReadAsStreamAsync(cancellationToken), options);
        // A quiet stream has worked too: its head is followed by a welcome.
        if (isStream)
            body.Begun = () => connection.HasWorked = true;
        if (!isStream)
        {
            using var page = await JsonDocument.ParseAsync(body, default, cancellationToken);
            var items = FeedMessages.ReadPage(page.RootElement, position.Cursor, position.Has);
            // A server that doesn't hold the request must not be asked all the time.
            connection.HasWorked = items.Count > 0 || options.Time.GetElapsedTime(connection.OpenedAt) > HeldFor;
            foreach (var item in items)
                yield return item;
            yield break;
        }

        var parser = SseParser.Create<FeedItem?>(body, FeedMessages.Read);
        await foreach (var message in parser.EnumerateAsync(cancellationToken))
        {
            body.Complete();
            if (parser.ReconnectionInterval is { Ticks: > 0 } asked)
                pauses.Asked = asked;
            if (message.Data is { } item)
                yield return item is FeedEntry or FeedSnapshot ? item with { Cursor = parser.LastEventId } : item;
        }
    }

    /// <summary>Returns whether the response has what was asked for. If it doesn't, it is tried again, unless that is in vain.</summary>
    private static async Task<bool> IsReadableAsync(HttpResponseMessage response, FeedPosition position, Connection connection, CancellationToken cancellationToken)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                // Something else may be the sign-in page of a hotel's network.
                return response.Content.Headers.ContentType?.MediaType is "text/event-stream" or "application/json";
            case HttpStatusCode.NoContent:
                position.Close();
                return false;
            case HttpStatusCode.Unauthorized when connection is { Token: not null, IsSecond: false }:
                connection.IsTokenRejected = true;
                return false;
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                connection.RetryAfter = response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero;
                return false;
            default:
                throw await FeedRejectedException.FromAsync(response, cancellationToken);
        }
    }

    private static string PollAddress(FeedPosition position) =>
        $"api/feed?{position.Query}{PollQuery}{(position.Cursor is { } cursor ? $"&after={Uri.EscapeDataString(cursor)}" : "")}";

    /// <summary>One connection, or one poll.</summary>
    /// <param name="token">The token with which it is opened.</param>
    /// <param name="isSecond">Whether the token stands in for one that was rejected just now. If it is rejected too, there is none.</param>
    private sealed class Connection(string? token, bool isSecond)
    {
        public string? Token => token;

        public bool IsSecond => isSecond;

        public bool IsTokenRejected { get; set; }

        public bool HasWorked { get; set; }

        /// <summary>When it was opened, as a timestamp.</summary>
        public long OpenedAt { get; set; }

        public TimeSpan RetryAfter { get; set; }
    }
}
