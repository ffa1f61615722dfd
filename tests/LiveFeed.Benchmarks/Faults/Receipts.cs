using System.Diagnostics;

namespace LiveFeed.Benchmarks.Faults;

/// <summary>What one reader has received, and when.</summary>
internal sealed class Receipts
{
    private readonly Lock mutex = new();
    private readonly List<(long Number, long At)> received = [];

    /// <summary>When the last message came, as a timestamp of <see cref="Stopwatch"/>; 0 if none came.</summary>
    public long LastAt
    {
        get
        {
            lock (mutex)
                return received.Count == 0 ? 0 : received[^1].At;
        }
    }

    /// <summary>Adds a message, if the text has one.</summary>
    public void Add(string text)
    {
        if (!Message.TryRead(text, out var number))
            return;
        lock (mutex)
            received.Add((number, Stopwatch.GetTimestamp()));
    }

    public bool HasAll(IEnumerable<long> numbers)
    {
        lock (mutex)
            return numbers.Except(received.Select(receipt => receipt.Number)).Take(1).Count() == 0;
    }

    /// <summary>Compares what came with what was acknowledged.</summary>
    /// <param name="acknowledged">The numbers of the acknowledged messages.</param>
    /// <param name="from">When posting began, as a timestamp of <see cref="Stopwatch"/>.</param>
    /// <param name="to">When it ended.</param>
    public Counts CompareWith(IReadOnlySet<long> acknowledged, long from, long to)
    {
        lock (mutex)
        {
            var times = received.Where(receipt => acknowledged.Contains(receipt.Number)).GroupBy(receipt => receipt.Number).Select(group => group.Count()).ToList();
            var (outOfOrder, highest, silence, last) = (0L, long.MinValue, 0L, from);
            var seen = new HashSet<long>();
            foreach (var (number, at) in received)
            {
                if (seen.Add(number) && number < highest)
                    outOfOrder++;
                highest = Math.Max(highest, number);
                if (at <= from)
                    continue;
                silence = Math.Max(silence, at - last);
                last = at;
            }

            return new Counts(
                acknowledged.Count, times.Count(count => count == 1), acknowledged.Count - times.Count, times.Sum(count => count - 1L), outOfOrder,
                Stopwatch.GetElapsedTime(0, Math.Max(silence, to - last)));
        }
    }
}

/// <summary>What readers got of the acknowledged messages.</summary>
/// <param name="Expected">How many deliveries were due.</param>
/// <param name="Once">How many messages came exactly once.</param>
/// <param name="Lost">How many never came.</param>
/// <param name="Doubled">How many came once more than they should.</param>
/// <param name="OutOfOrder">How many came, for the first time, after a later one.</param>
/// <param name="Silence">The longest time for which a reader got nothing.</param>
internal sealed record Counts(long Expected, long Once, long Lost, long Doubled, long OutOfOrder, TimeSpan Silence)
{
    public static Counts Sum(IEnumerable<Counts> readers) => readers.Aggregate(
        new Counts(0, 0, 0, 0, 0, TimeSpan.Zero),
        (all, one) => new Counts(
            all.Expected + one.Expected, all.Once + one.Once, all.Lost + one.Lost, all.Doubled + one.Doubled, all.OutOfOrder + one.OutOfOrder,
            one.Silence > all.Silence ? one.Silence : all.Silence));
}
