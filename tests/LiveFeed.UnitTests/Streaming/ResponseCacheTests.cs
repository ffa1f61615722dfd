using System.Text;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;

namespace LiveFeed.UnitTests.Streaming;

public sealed class ResponseCacheTests
{
    private readonly TopicFeed feed = TestFeed.Empty();
    private int builds;

    [Fact]
    public async Task Many_who_ask_at_once_cost_one_build()
    {
        var slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = Enumerable.Range(0, 100).Select(_ => Task.Run(() => AskAsync("q", slow.Task))).ToList();
        slow.SetResult();
        var responses = await Task.WhenAll(asked);
        Assert.Equal(1, builds);
        Assert.Single(responses.Select(response => response.Content.Json).Distinct());
    }

    [Fact]
    public async Task A_response_is_never_from_before_the_cursor_at_which_it_was_requested()
    {
        var before = await AskAsync("q");
        feed.Grow();
        var after = await AskAsync("q");
        Assert.Equal((0, 1), (before.Cursor.Sequence, after.Cursor.Sequence));
        Assert.Equal(("0", "1"), (Text(before), Text(after)));
    }

    [Fact]
    public async Task A_build_that_the_feed_outgrows_is_not_given_to_those_who_ask_later()
    {
        var slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var outgrown = AskAsync("q", slow.Task);
        feed.Grow();
        Assert.Equal("1", Text(await AskAsync("q")));
        slow.SetResult();
        Assert.Equal(0, (await outgrown).Cursor.Sequence);
        Assert.Equal("1", Text(await AskAsync("q")));
    }

    [Fact]
    public async Task A_failed_build_is_tried_again()
    {
        await Assert.ThrowsAsync<IOException>(() => AskAsync("q", Task.FromException(new IOException())));
        Assert.Equal("0", Text(await AskAsync("q")));
    }

    [Fact]
    public async Task A_cancelled_build_is_tried_again()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync("q", Task.FromCanceled(new CancellationToken(true))));
        Assert.Equal("0", Text(await AskAsync("q")));
    }

    [Fact]
    public async Task One_who_leaves_does_not_take_the_build_from_the_others()
    {
        var slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var leaves = new CancellationTokenSource();
        var leaver = AskAsync("q", slow.Task, leaves.Token);
        var stayer = AskAsync("q", slow.Task);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        slow.SetResult();
        Assert.Equal("0", Text(await stayer));
        Assert.Equal(1, builds);
    }

    [Fact]
    public async Task Responses_beyond_the_bound_are_sent_and_not_kept()
    {
        for (var question = 0; question < 300; question++)
            await AskAsync($"q{question}");
        Assert.Equal(300, builds);
        await AskAsync("q0");
        Assert.Equal(300, builds);
        await AskAsync("q299");
        Assert.Equal(301, builds);
    }

    [Fact]
    public async Task Responses_beyond_the_budget_of_bytes_are_shared_while_they_are_made_and_not_kept()
    {
        var small = TestFeed.Empty(options: new FeedOptions { ResponseCacheBytes = 10_000 });
        var slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<CachedResponse> Ask(string question, int size) => small.GetResponseAsync(
            question,
            async () =>
            {
                Interlocked.Increment(ref builds);
                await slow.Task;
                return new ResponseContent(new byte[size]);
            },
            CancellationToken.None);

        var asked = new[] { Ask("large", 10_000), Ask("large", 10_000) };
        slow.SetResult();
        await Task.WhenAll(asked);
        Assert.Equal((1, 0), (builds, small.CachedResponses));
        await Ask("first", 6_000);
        await Ask("second", 6_000);
        await Ask("third", 3_000);
        await Ask("first", 6_000);
        Assert.Equal((4, 2), (builds, small.CachedResponses));
    }

    private Task<CachedResponse> AskAsync(string question, Task? slow = null, CancellationToken cancellationToken = default) => feed.GetResponseAsync(
        question,
        async () =>
        {
            Interlocked.Increment(ref builds);
            await (slow ?? Task.CompletedTask);
            return new ResponseContent(Encoding.UTF8.GetBytes($"{feed.Head}"));
        },
        cancellationToken);

    private static string Text(CachedResponse read) => Encoding.UTF8.GetString(read.Content.Json!);
}
