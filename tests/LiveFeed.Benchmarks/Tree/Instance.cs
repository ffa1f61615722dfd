namespace LiveFeed.Benchmarks.Tree;

/// <summary>An instance: processors, each with a share of the readers, and a network card.</summary>
internal sealed class Instance
{
    // Some two milliseconds of work, after which others get their turn: threads share a processor.
    private const int ReadersAtOnce = 256;

    // The latencies of these readers are looked at in so many places.
    private const int Places = 4;

    private readonly Clock clock;
    private readonly Draw draw;
    private readonly TreeCosts costs;
    private readonly TreeSize size;
    private readonly Latencies latencies;
    private readonly IReadOnlyList<Station> processors;
    private readonly Group[][] groups;
    private readonly double[] lastCommit;

    /// <param name="clock">The time.</param>
    /// <param name="draw">Random draws.</param>
    /// <param name="costs">What things cost.</param>
    /// <param name="size">What is simulated.</param>
    /// <param name="latencies">Gets the latency of each delivery.</param>
    /// <param name="processors">Its processors. Other instances may share them.</param>
    public Instance(Clock clock, Draw draw, TreeCosts costs, TreeSize size, Latencies latencies, IReadOnlyList<Station> processors)
    {
        (this.clock, this.draw, this.costs, this.size, this.latencies, this.processors) = (clock, draw, costs, size, latencies, processors);
        Network = new Station(clock);
        groups = [.. processors.Select(processor => Enumerable.Range(0, size.Topics).Select(_ => new Group(processor)).ToArray())];
        // As if it had run for long.
        lastCommit = [.. Enumerable.Range(0, size.Topics).Select(_ => -draw.Exponential(size.Instances / size.Rate))];
    }

    public Station Network { get; }

    /// <summary>Bytes sent to readers.</summary>
    public double Bytes { get; private set; }

    /// <summary>Each reader joins one of the processors in turn.</summary>
    public int Readers { get; private set; }

    /// <summary>The events it has written to lately, which its heartbeats name.</summary>
    public int Heads => lastCommit.Count(at => clock.Now - at < size.HeadsFor);

    public bool HasReaders(int topic) => Array.Exists(groups, group => group[topic].Readers > 0);

    public void Join(int topic)
    {
        groups[Readers % processors.Count][topic].Readers++;
        Readers++;
    }

    public void Lose()
    {
        Readers = 0;
        foreach (var group in groups.SelectMany(group => group))
            group.Readers = 0;
    }

    public void Reset()
    {
        Bytes = 0;
        Network.Reset();
    }

    /// <summary>Takes a post of a topic, and continues when it is committed.</summary>
    public void Post(int topic, Action committed) => Work(draw.Time(costs.Post), () => clock.After(draw.Time(costs.Commit), () =>
    {
        lastCommit[topic] = clock.Now;
        committed();
    }));

    /// <summary>Does something on the processor that has the least to do, as a thread pool would.</summary>
    public void Work(double seconds, Action done) => processors.MinBy(processor => processor.Load)!.Add(() => seconds, (_, _) => done());

    /// <summary>Resumes a reader.</summary>
    public void Resume(int topic, Action done) => Work(draw.Time(costs.Resume), () =>
    {
        Join(topic);
        done();
    });

    /// <summary>Sends an entry to all readers of its topic. While a pass over them is under way, entries wait, and the next pass takes all of them along.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="postedAt">When the post was made.</param>
    public void Deliver(int topic, double postedAt)
    {
        foreach (var group in groups.Select(group => group[topic]).Where(group => group.Readers > 0))
        {
            group.Entries.Add(postedAt);
            if (!group.IsPassing)
                Pass(group);
        }
    }

    private void Pass(Group group)
    {
        group.IsPassing = true;
        var (left, entries) = (0, new List<double>());
        group.Processor.Add(
            () =>
            {
                (left, entries, group.Entries) = (group.Readers, group.Entries, []);
                return 0;
            },
            (_, _) => Slice());

        void Slice()
        {
            if (left == 0)
            {
                group.IsPassing = false;
                if (group.Entries.Count > 0)
                    Pass(group);
                return;
            }

            var readers = Math.Min(left, ReadersAtOnce);
            left -= readers;
            Send(group.Processor, readers, entries, Slice);
        }
    }

    /// <summary>Sends entries to some readers, each of whom has them when both the processor and the network have come to it.</summary>
    private void Send(Station processor, int readers, List<double> entries, Action done)
    {
        (double Began, double Ended)? sent = null;
        (double Began, double Ended)? carried = null;
        processor.Add(
            () =>
            {
                var bytes = (double)readers * entries.Count * costs.EntryBytes;
                Bytes += bytes;
                Network.Add(() => bytes * 8 / size.InstanceNetwork, (began, ended) =>
                {
                    carried = (began, ended);
                    Complete();
                });
                return readers * (draw.Time(costs.Delivery) + ((entries.Count - 1) * costs.FurtherEntry));
            },
            (began, ended) =>
            {
                sent = (began, ended);
                Complete();
                done();
            });

        void Complete()
        {
            if (sent is not { } cpu || carried is not { } wire)
                return;
            for (var place = 0; place < Places; place++)
            {
                var share = (place + 0.5) / Places;
                var at = Math.Max(cpu.Began + (share * (cpu.Ended - cpu.Began)), wire.Began + (share * (wire.Ended - wire.Began)));
                foreach (var postedAt in entries)
                    latencies.Add(at + size.ToReader - postedAt, readers / (double)Places);
            }
        }
    }

    /// <summary>The readers of one topic on one processor, and the entries that they have yet to be sent.</summary>
    private sealed class Group(Station processor)
    {
        public Station Processor => processor;

        public int Readers { get; set; }

        public bool IsPassing { get; set; }

        /// <summary>When the posts of these entries were made.</summary>
        public List<double> Entries { get; set; } = [];
    }
}
