namespace LiveFeed.Benchmarks.Tree;

/// <summary>Simulated time, in seconds, and what is due. Of two things that are due at once the one that was planned first comes first.</summary>
internal sealed class Clock
{
    private readonly PriorityQueue<Action, (double At, long Order)> due = new();
    private long order;

    public double Now { get; private set; }

    /// <summary>Plans something.</summary>
    /// <param name="delay">Seconds from now.</param>
    /// <param name="action">What to do.</param>
    public void After(double delay, Action action) => due.Enqueue(action, (Now + delay, order++));

    /// <summary>Lets time pass until the end, or until nothing is due.</summary>
    /// <param name="end">The time at which to stop.</param>
    /// <param name="isOver">Stops earlier as soon as it is true.</param>
    public void RunUntil(double end, Func<bool>? isOver = null)
    {
        while (due.TryPeek(out var action, out var next) && next.At <= end && isOver?.Invoke() != true)
        {
            due.Dequeue();
            Now = next.At;
            action();
        }

        if (isOver?.Invoke() != true && end < double.MaxValue)
            Now = end;
    }
}
