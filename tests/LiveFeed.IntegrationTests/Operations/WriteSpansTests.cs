using System.Collections.Concurrent;
using System.Diagnostics;
using LiveFeed.Domain;

namespace LiveFeed.IntegrationTests.Operations;

public sealed class WriteSpansTests
{
    [Fact]
    public async Task A_write_has_a_span_for_its_command_its_commit_and_its_append()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        using var test = new Activity("test").Start();
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == test.TraceId)
                    spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(listener);

        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        await Expect.ProblemAsync(await admin.ScoreAsync("cup", 99, 1, 0), 404, "match_not_found");

        await Eventually.TrueAsync(() => Task.FromResult(spans.Count(span => span.OperationName == "command PostScore") == 2));
        var commands = spans.Where(span => span.OperationName == "command PostScore").ToList();
        Assert.Equal(["done", "match_not_found"], commands.Select(span => span.GetTagItem("livefeed.outcome")));
        var commit = Assert.Single(spans, span => span.OperationName == "commit" && span.ParentSpanId == commands[0].SpanId);
        Assert.Equal(1, commit.GetTagItem("livefeed.commands"));
        Assert.Single(spans, span => span.OperationName == "append" && span.ParentSpanId == commit.SpanId);
    }
}
