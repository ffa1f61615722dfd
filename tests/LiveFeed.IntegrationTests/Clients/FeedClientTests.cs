using System.Net;
using System.Net.Http.Headers;
using LiveFeed.Client;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Clients;

/// <summary>The .NET client: what it tells, and how it ends.</summary>
public sealed class FeedClientTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private LiveFeedServer server = null!;
    private ApiUser admin = null!;

    public static TheoryData<FeedTransport> Transports => [FeedTransport.Stream, FeedTransport.Poll];

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync();
        admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 2);
        await admin.CreateEventAsync("league", 2);
        await admin.CreateEventAsync("club", 2, "members");
        await admin.ClaimAsync("cup", 1);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task It_goes_on_after_the_last_cursor_and_a_cursor_that_cannot_be_resumed_gets_a_reset(FeedTransport transport)
    {
        var first = await NextAsync<FeedSnapshot>(transport, null, "events/cup");
        Assert.Equal(("events/cup", null), (first.Topic, first.Reset));
        Assert.Equal(["claim/1", "event", "match/1", "match/2"], first.Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal));
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 5, 4));

        var score = await NextAsync<FeedEntry>(transport, first.Cursor, "events/cup");
        Assert.Equal(("score-update", "score/1", false, 1), (score.Type, score.Key, score.IsRemoved, score.Schema));
        Assert.Equal(5, score.Json.GetProperty("sets")[0].Number("team1"));

        var reset = await NextAsync<FeedSnapshot>(transport, $"{first.Cursor!.Split(':')[0]}:other.1", "events/cup");
        Assert.Equal("other-epoch", reset.Reset);
        Assert.Contains(reset.Entries, entry => entry.Key == "score/1");
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_topic_that_ends_is_told_and_the_others_go_on_until_the_last(FeedTransport transport)
    {
        var items = new List<FeedItem>();
        var step = 0;
        await foreach (var item in Client(transport).FollowAsync(["events/cup", "events/none", "events/league"]).WithCancellation(Over()))
        {
            items.Add(item);
            // Each end comes after what was there before it.
            if (step == 0 && items.OfType<FeedSnapshot>().Count() == 2 && ++step > 0)
                await Expect.SuccessAsync(await admin.DeleteAsync("/api/events/league"));
            if (step == 1 && items.OfType<TopicClosed>().Count() == 2 && ++step > 0)
                await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
            if (step == 2 && item is FeedEntry && ++step > 0)
                await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        }

        // A poll learns of a deletion by there being no such event.
        Assert.Equal(
            ["events/none event_not_found", transport == FeedTransport.Stream ? "events/league event_deleted" : "events/league event_not_found", "events/cup event_archived"],
            items.OfType<TopicClosed>().Select(closed => $"{closed.Topic} {closed.Code}"));
        Assert.Equal(transport == FeedTransport.Stream ? ["event_archived"] : [], items.OfType<StreamClosed>().Select(closed => closed.Code));
        Assert.Equal(["score-update", "event-update"], items.OfType<FeedEntry>().Select(entry => entry.Type));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_token_that_was_rejected_is_replaced_once_and_without_one_the_rejection_is_thrown(FeedTransport transport)
    {
        var rejected = new List<string?>();
        var options = new FeedClientOptions
        {
            Transport = transport,
            AccessToken = (token, _) =>
            {
                rejected.Add(token);
                return ValueTask.FromResult<string?>(token is null ? "no-token" : admin.AccessToken);
            },
        };
        await using var items = new FeedClient(server.Http, options).FollowAsync(["events/club"]).GetAsyncEnumerator(Over());
        Assert.True(await items.MoveNextAsync());
        Assert.IsType<FeedSnapshot>(items.Current);
        Assert.Equal([null, "no-token"], rejected);

        var nobody = await Assert.ThrowsAsync<FeedRejectedException>(() => NextAsync<FeedItem>(transport, null, "events/club"));
        Assert.Equal((HttpStatusCode.Unauthorized, "token_required"), (nobody.Status, nobody.Code));
        var vain = new FeedClient(server.Http, options with { AccessToken = (_, _) => ValueTask.FromResult<string?>("no-token") });
        var refused = await Assert.ThrowsAsync<FeedRejectedException>(async () => await vain.FollowAsync(["events/club"]).GetAsyncEnumerator(Over()).MoveNextAsync());
        Assert.Equal("invalid_token", refused.Code);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_message_that_is_too_large_is_not_held(FeedTransport transport)
    {
        var client = new FeedClient(server.Http, new FeedClientOptions { Transport = transport, MaxMessageBytes = 300 });
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(async () => await client.FollowAsync(["events/cup"]).GetAsyncEnumerator(Over()).MoveNextAsync());
        Assert.Contains("300 bytes", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_says_nothing_for_too_long_is_replaced()
    {
        var requests = 0;
        using var http = new HttpClient(new SilentServer(() => ++requests)) { BaseAddress = server.Address };
        var client = new FeedClient(http, new FeedClientOptions { Silence = TimeSpan.FromMilliseconds(50), MaxPause = TimeSpan.FromMilliseconds(10) });
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Over());
        var following = Task.Run(async () =>
        {
            await foreach (var item in client.FollowAsync(["events/cup"], cancellationToken: over.Token))
                Assert.Fail($"{item} came of silence.");
        });
        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref requests) >= 3), "The stream was not replaced.");

        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    [Fact]
    public void It_needs_nothing_but_the_framework() =>
        Assert.All(typeof(FeedClient).Assembly.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Fact]
    public async Task A_team_s_room_is_followed_with_its_signals()
    {
        var options = new FeedClientOptions { AccessToken = (_, _) => ValueTask.FromResult<string?>(admin.AccessToken) };
        await using var items = new FeedClient(server.Http, options).FollowAsync(["events/cup/teams/1", "events/cup"]).GetAsyncEnumerator(Over());
        Assert.Equal(1, (await UntilAsync<FeedSignal>(items, signal => signal.Type == "presence")).Json.GetProperty("count").GetInt32());
        await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/teams/1/messages", new { text = "Hello" }));
        var message = await UntilAsync<FeedEntry>(items, _ => true);
        Assert.Equal(("events/cup/teams/1", "message", "Hello"), (message.Topic, message.Type, message.Json.Text("text")));
        // A cursor from beside a signal is none.
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        await using var again = new FeedClient(server.Http, options).FollowAsync(["events/cup/teams/1", "events/cup"], message.Cursor).GetAsyncEnumerator(Over());
        Assert.Equal("score-update", (await UntilAsync<FeedEntry>(again, _ => true)).Type);
    }

    [Fact]
    public async Task A_poll_of_which_the_filter_lets_nothing_pass_goes_on_from_a_later_cursor()
    {
        var time = TestTime.Create();
        await using var patient = await LiveFeedServer.StartAsync(time, null);
        var organizer = await patient.AdminAsync();
        await organizer.CreateEventAsync("cup", 2);
        await organizer.ClaimAsync("cup", 1);
        await using var items = new FeedClient(patient.Http, new FeedClientOptions { Transport = FeedTransport.Poll }).FollowAsync(["events/cup?matches=2"]).GetAsyncEnumerator(Over());
        var begun = await UntilAsync<FeedSnapshot>(items, _ => true);
        await Expect.SuccessAsync(await organizer.ScoreAsync("cup", 1, 1, 0));
        var progress = UntilAsync<FeedProgress>(items, _ => true);
        // The server holds the poll for a while.
        await Eventually.TrueAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(progress.IsCompleted);
        });
        Assert.NotEqual(begun.Cursor, (await progress).Cursor);
    }

    private static async Task<T> UntilAsync<T>(IAsyncEnumerator<FeedItem> items, Func<T, bool> fits)
        where T : FeedItem
    {
        while (await items.MoveNextAsync())
        {
            if (items.Current is T found && fits(found))
                return found;
        }

        throw new InvalidOperationException("It has ended.");
    }

    private static CancellationToken Over() => new CancellationTokenSource(Patience).Token;

    private FeedClient Client(FeedTransport transport) => new(server.Http, new FeedClientOptions { Transport = transport, MaxPause = TimeSpan.FromMilliseconds(50) });

    private async Task<T> NextAsync<T>(FeedTransport transport, string? cursor, string topic)
    {
        await using var items = Client(transport).FollowAsync([topic], cursor).GetAsyncEnumerator(Over());
        Assert.True(await items.MoveNextAsync());
        return Assert.IsAssignableFrom<T>(items.Current);
    }

    /// <summary>Opens streams on which nothing comes.</summary>
    private sealed class SilentServer(Action onRequest) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            onRequest();
            var body = new StreamContent(new System.IO.Pipelines.Pipe().Reader.AsStream()) { Headers = { ContentType = new MediaTypeHeaderValue("text/event-stream") } };
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = body });
        }
    }
}
