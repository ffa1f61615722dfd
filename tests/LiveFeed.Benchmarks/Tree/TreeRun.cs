namespace LiveFeed.Benchmarks.Tree;

/// <summary>
/// A discrete-event simulation of instances that Redis joins: posts, commits, signals, heartbeats, and the way of each entry to its readers. Work waits in
/// queues: at Redis, at its network card, at each instance's processors and at its network card.
/// </summary>
internal sealed class TreeRun
{
    // Until the queues are as they will be.
    private const double WarmUp = 5;
    private const double ShortWarmUp = 1;
    private const double GiveUp = 300;

    private readonly Clock clock = new();
    private readonly Draw draw;
    private readonly TreeCosts costs;
    private readonly TreeSize size;
    private readonly Station redis;
    private readonly Station redisNetwork;
    private readonly List<Station> processors = [];
    private readonly List<Instance> instances = [];
    private readonly double[] weights;
    private readonly Latencies latencies = new();
    private IReadOnlyList<Instance> alive;
    private double redisMessages;
    private double redisBytes;

    public TreeRun(TreeSize size, TreeCosts costs)
    {
        (this.size, this.costs, draw) = (size, costs, new Draw(size.Seed));
        (redis, redisNetwork) = (new Station(clock), new Station(clock));
        weights = Cumulative([.. Enumerable.Range(1, size.Topics).Select(topic => Math.Pow(topic, -size.Skew))]);
        for (var i = 0; i < size.Instances; i++)
        {
            if (i % size.InstancesPerMachine == 0)
                processors.AddRange(Enumerable.Range(0, size.Processors).Select(_ => new Station(clock)));
            instances.Add(new Instance(clock, draw, costs, size, latencies, processors[^size.Processors..]));
        }

        alive = instances;
        var first = size.ReadsElsewhere ? 1 : 0;
        for (var reader = 0; reader < size.Readers; reader++)
            instances[first + (reader % (size.Instances - first))].Join(Topic());
    }

    /// <summary>Runs for some time, and returns what was seen.</summary>
    public TreeResult Run()
    {
        Begin();
        clock.RunUntil(WarmUp);
        foreach (var station in processors.Append(redis).Append(redisNetwork))
            station.Reset();
        instances.ForEach(instance => instance.Reset());
        (redisMessages, redisBytes) = (0, 0);
        latencies.Clear();
        clock.RunUntil(WarmUp + size.Seconds);
        return new TreeResult(
            latencies.At(0.5), latencies.At(0.99), latencies.Count / size.Seconds,
            processors.Average(processor => processor.Worked) / size.Seconds, processors.Max(processor => processor.Worked) / size.Seconds,
            redis.Worked / size.Seconds, redisMessages / size.Seconds, redisBytes / size.Seconds, redisNetwork.Worked / size.Seconds,
            instances.Average(instance => instance.Bytes) / size.Seconds, instances.Max(instance => instance.Network.Worked) / size.Seconds);
    }

    /// <summary>Lets instances fail, and their readers come back to those that are left; if none is, to all of them, which are up again at once.</summary>
    /// <param name="lost">How many fail.</param>
    /// <returns>How many seconds pass until the last reader is back.</returns>
    public double Return(int lost)
    {
        Begin();
        clock.RunUntil(ShortWarmUp);
        var gone = instances[..lost];
        var missing = gone.Sum(instance => instance.Readers);
        alive = lost == size.Instances ? instances : instances[lost..];
        gone.ForEach(instance => instance.Lose());
        for (int reader = 0, all = missing; reader < all; reader++)
        {
            // The balancer gives each reader to the instance with the fewest.
            var (instance, topic) = (alive[reader % alive.Count], Topic());
            clock.After(draw.Uniform(size.Retry.From, size.Retry.To), () => instance.Resume(topic, () => missing--));
        }

        clock.RunUntil(ShortWarmUp + GiveUp, () => missing == 0);
        return missing == 0 ? clock.Now - ShortWarmUp : double.PositiveInfinity;
    }

    private void Begin()
    {
        for (var topic = 0; topic < size.Topics; topic++)
        {
            var own = topic;
            clock.After(draw.Uniform(0, 1 / size.Rate), () => Posting(own));
        }

        foreach (var instance in instances)
        {
            clock.After(draw.Uniform(0, size.HeartbeatEvery), () => Beating(instance));
            clock.After(draw.Uniform(0, 1), () => Idling(instance));
        }
    }

    private void Posting(int topic)
    {
        clock.After(size.IsSteady ? 1 / size.Rate : draw.Exponential(1 / size.Rate), () => Posting(topic));
        var (postedAt, instance) = (clock.Now, alive[size.IsSteady ? 0 : draw.Below(alive.Count)]);
        instance.Post(topic, () =>
        {
            instance.Deliver(topic, postedAt);
            if (size.Instances > 1)
                Publish(costs.SignalBytes, alive.Where(other => other == instance || other.HasReaders(topic)), other =>
                {
                    if (other != instance)
                        other.Work(draw.Time(costs.Signal), () => other.Deliver(topic, postedAt));
                });
        });
    }

    private void Beating(Instance instance)
    {
        clock.After(size.HeartbeatEvery, () => Beating(instance));
        if (size.Instances == 1 || !alive.Contains(instance))
            return;
        var heads = instance.Heads;
        Publish(costs.HeartbeatBytes + (heads * costs.HeadBytes), alive, other => other.Work(costs.Heartbeat + (heads * costs.Head), () => { }));
    }

    private void Idling(Instance instance)
    {
        // Timers fire all the time, each for a moment.
        const double every = 0.1;
        clock.After(every, () => Idling(instance));
        instance.Work(costs.Idle * every, () => { });
    }

    /// <summary>Sends a message to subscribers by way of Redis.</summary>
    private void Publish(double bytes, IEnumerable<Instance> to, Action<Instance> received)
    {
        var subscribers = to.ToList();
        clock.After(size.Wire, () => redis.Add(
            () => costs.RedisMessage + (subscribers.Count * (costs.RedisSubscriber + (bytes * costs.RedisByte))),
            (_, _) => redisNetwork.Add(() => subscribers.Count * bytes * 8 / size.RedisNetwork, (began, ended) =>
            {
                redisMessages += subscribers.Count;
                redisBytes += subscribers.Count * bytes;
                foreach (var subscriber in subscribers)
                    clock.After(size.Wire, () => received(subscriber));
            })));
    }

    /// <summary>Draws the topic of a reader.</summary>
    private int Topic()
    {
        var found = Array.BinarySearch(weights, draw.Uniform(0, 1));
        return Math.Min(found < 0 ? ~found : found, size.Topics - 1);
    }

    private static double[] Cumulative(double[] weights)
    {
        var (sum, soFar) = (weights.Sum(), 0d);
        return [.. weights.Select(weight => soFar += weight / sum)];
    }
}
