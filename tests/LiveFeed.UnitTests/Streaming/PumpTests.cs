using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure.Streaming.Delivery;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveFeed.UnitTests.Streaming;

/// <summary>A pump's subscribers don't affect each other.</summary>
public sealed class PumpTests
{
    [Fact]
    public async Task A_fault_with_one_of_those_that_are_sent_to_together_keeps_nobody_from_theirs()
    {
        var feed = TestFeed.Empty();
        var pump = new Pump(new FeedOptions(), FakeSubscriber.Metrics, new FaultyBatch.Always(), TimeProvider.System, NullLogger<Pump>.Instance);
        var running = Task.Factory.StartNew(pump.Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var outputs = Enumerable.Range(0, 5).Select(_ => new FaultyOutput(new Random(0), true) { IsWell = true }).ToList();
        var readers = outputs.ConvertAll(output => FakeSubscriber.Create(feed, output, pump: pump));
        // First they are served one by one. Later entries are sent to all who have caught up, two at a time.
        readers.ForEach(reader => reader.Wake());
        await Eventually.TrueAsync(() => Task.FromResult(pump.Count == readers.Count));
        outputs[2].IsBroken = true;
        feed.Grow();
        Assert.Equal(CloseReason.InternalError, await readers[2].Ended);
        feed.Grow();
        await Eventually.TrueAsync(() => Task.FromResult(readers.Where(reader => !reader.HasEnded).All(reader => Volatile.Read(ref reader.Position.Sequence) == 2)));
        pump.Stop();
        await running;

        Assert.Equal(4, readers.Count(reader => !reader.HasEnded));
        Assert.All(outputs.Where(output => !output.IsBroken), output => Assert.Equal(outputs[0].Received.ToArray(), output.Received.ToArray()));
        Assert.NotEqual(0, outputs[0].Received.Length);
        Assert.Equal(0, outputs[2].Received.Length);
    }
}
