using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Streaming.Views;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>What a pump does on its thread: its subscribers, their timers and their ends. Not safe for concurrent use, but for <see cref="Count"/>.</summary>
internal sealed class PumpLoop(Pump pump, Sender sender, FeedOptions options, TimeProvider time, ILogger logger)
{
    // One line: some client libraries dispatch an empty message for a blank line after a comment.
    private static readonly byte[] KeepAlive = ": keep-alive\n"u8.ToArray();
    private static readonly byte[] ChunkedKeepAlive = ChunkFraming.ToFrame(KeepAlive, true);

    private readonly TimingWheel wheel = new(time.TimestampFrequency, time.GetTimestamp());
    private readonly Dictionary<TopicFeed, SubscriberGroup> groups = [];
    private bool draining;
    private int count;

    /// <summary>The number of subscribers.</summary>
    public int Count
    {
        get => Volatile.Read(ref count);
        private set => Volatile.Write(ref count, value);
    }

    /// <summary>Sends to the subscribers of a group what their feed has gained.</summary>
    public void Serve(SubscriberGroup group)
    {
        group.Begin();
        // Iterate backwards: removing a subscriber moves the last one, already served, to its index.
        for (var i = group.Subscribers.Count - 1; i >= 0; i--)
        {
            var subscriber = group.Subscribers[i];
            if (!TryCollect(subscriber))
                Serve(subscriber);
            else if (sender.IsFull)
                Flush();
        }

        Flush();
        for (var i = group.Joined.Count - 1; i >= 0; i--)
        {
            var topic = group.Joined[i];
            if (topic is { Closed: null, Owner: { } owner })
            {
                if (!TryCollect(owner))
                    Serve(owner);
                else if (sender.IsFull)
                    Flush();
            }

            // Its stream goes on without it.
            if (topic.Closed is not null)
                topic.Leave();
        }

        Flush();
        RemoveIfEmpty(group);
    }

    private bool TryCollect(Subscriber subscriber)
    {
        try
        {
            return sender.TryCollect(subscriber);
        }
        catch (Exception exception)
        {
            Fail(subscriber, exception);
            return true;
        }
    }

    private void Flush()
    {
        foreach (var (subscriber, result, failure) in sender.Flush())
        {
            if (failure is null)
                TryApply(subscriber, result);
            else
                Fail(subscriber, failure);
        }
    }

    private void TryApply(Subscriber subscriber, AdvanceResult result)
    {
        try
        {
            Apply(subscriber, result);
        }
        catch (Exception exception)
        {
            Fail(subscriber, exception);
        }
    }

    /// <summary>Sends to one subscriber what it lacks.</summary>
    public void Serve(Subscriber subscriber)
    {
        if (subscriber.HasEnded)
            return;
        try
        {
            if (!subscriber.IsAttached)
                Attach(subscriber);
            Apply(subscriber, sender.Advance(subscriber));
        }
        catch (Exception exception)
        {
            Fail(subscriber, exception);
        }
    }

    /// <summary>A fault with one subscriber must not end the loop that serves the others.</summary>
    private void Fail(Subscriber subscriber, Exception exception)
    {
        StreamLog.Failed(logger, exception, subscriber.Topic);
        subscriber.Output.Abort();
        End(subscriber, CloseReason.InternalError);
    }

    private void Apply(Subscriber subscriber, AdvanceResult result)
    {
        switch (result)
        {
            case AdvanceResult.More:
                subscriber.Wake();
                break;
            case AdvanceResult.Ended:
                End(subscriber, subscriber.Closing!.Value);
                break;
            case AdvanceResult.ConnectionFull when subscriber is { Closing: not null, Timers.CloseGraceSince: null }:
                subscriber.Timers.CloseGraceSince = sender.Now;
                wheel.Schedule(subscriber, sender.Now + Ticks(options.CloseGracePeriod));
                break;
        }
    }

    private void Attach(Subscriber subscriber)
    {
        // What was appended earlier is found by the first look.
        subscriber.Attach(FindOrAddGroup);
        Count++;
        subscriber.Timers.LastSent = sender.Now;
        Reschedule(subscriber);
        if (draining)
            subscriber.Close(CloseReason.ServerDraining);
    }

    private SubscriberGroup FindOrAddGroup(TopicFeed feed)
    {
        if (groups.TryGetValue(feed, out var group))
            return group;
        group = new SubscriberGroup(pump, feed);
        groups.Add(feed, group);
        feed.Groups.Add(group);
        return group;
    }

    private void End(Subscriber subscriber, CloseReason reason)
    {
        TimingWheel.Remove(subscriber);
        if (subscriber.IsAttached)
        {
            Count--;
            subscriber.Detach(RemoveIfEmpty);
        }

        subscriber.End(reason);
    }

    private void RemoveIfEmpty(SubscriberGroup group)
    {
        // Another one may have taken its place since it was signalled.
        if (!group.IsEmpty || groups.GetValueOrDefault(group.Feed) != group)
            return;
        groups.Remove(group.Feed);
        group.Feed.Groups.Remove(group);
    }

    /// <summary>Closes all streams, those that come later too, each at its own moment within a span of time.</summary>
    public void Drain(long over)
    {
        if (draining)
            return;
        draining = true;
        foreach (var subscriber in groups.Values.SelectMany(group => group.Subscribers.Concat<Subscriber>(group.Joined.Select(topic => topic.Owner!))))
        {
            var at = sender.Now + (long)(Random.Shared.NextDouble() * over);
            subscriber.Timers.DrainAt = at;
            wheel.Schedule(subscriber, at);
        }
    }

    /// <summary>Handles all timers that are due.</summary>
    public void AdvanceTimers() => wheel.Advance(sender.Now, OnTimer);

    /// <summary>Handles a due timer: token expiry, drain, stall, close grace period or keep-alive.</summary>
    private void OnTimer(Subscriber subscriber)
    {
        var (now, timers) = (sender.Now, subscriber.Timers);
        if (timers.EndsAt <= now)
            subscriber.Close(CloseReason.TokenExpired);
        if (timers.DrainAt <= now)
            subscriber.Close(CloseReason.ServerDraining);
        if (timers.FullSince is { } since && !subscriber.Output.IsWritable())
        {
            if (timers.CloseGraceSince + Ticks(options.CloseGracePeriod) <= now)
            {
                // Read before the abort, after which the client looks like one that has gone by itself.
                var reason = subscriber.Closing!.Value;
                subscriber.Output.Abort();
                End(subscriber, reason);
                return;
            }

            if (since + Ticks(options.StallTimeout) <= now)
                CloseIfStalled(subscriber);
        }
        else if (timers.LastSent + Ticks(options.KeepAlive) <= now && subscriber.Closing is null && subscriber.Unsent.IsEmpty)
        {
            subscriber.Unsent.Bytes = subscriber.Output.IsChunked ? ChunkedKeepAlive : KeepAlive;
            Serve(subscriber);
        }

        if (!subscriber.HasEnded)
            Reschedule(subscriber);
    }

    // While a stream is still sent what only the log holds, FeedPager looks after this.
    private void CloseIfStalled(Subscriber subscriber)
    {
        ref var timers = ref subscriber.Timers;
        var acknowledged = subscriber.Output.BytesAcknowledged;
        if (acknowledged is not null && acknowledged != timers.BytesAcknowledgedAtFull)
        {
            (timers.FullSince, timers.BytesAcknowledgedAtFull) = (sender.Now, acknowledged);
            return;
        }

        StreamLog.Stalled(logger, subscriber.Topic, subscriber.Identity.UserId);
        subscriber.Close(CloseReason.Stalled);
    }

    private void Reschedule(Subscriber subscriber)
    {
        ref var timers = ref subscriber.Timers;
        var due = timers.FullSince + Ticks(options.StallTimeout) ?? timers.LastSent + Ticks(options.KeepAlive);
        // Its connection may become full before then.
        due = Math.Min(due, sender.Now + Ticks(options.StallTimeout));
        due = Math.Min(due, timers.EndsAt ?? due);
        due = Math.Min(due, timers.DrainAt ?? due);
        wheel.Schedule(subscriber, Math.Min(due, timers.CloseGraceSince + Ticks(options.CloseGracePeriod) ?? due));
    }

    private long Ticks(TimeSpan span) => (long)(span.Ticks * (Int128)time.TimestampFrequency / TimeSpan.TicksPerSecond);
}
