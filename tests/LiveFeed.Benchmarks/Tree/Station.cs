namespace LiveFeed.Benchmarks.Tree;

/// <summary>Something that does one job after the other, in the order in which they come: a processor, a network card, Redis.</summary>
internal sealed class Station(Clock clock)
{
    private readonly Queue<(Func<double> Begin, Action<double, double> Done)> waiting = new();
    private bool isBusy;
    private double busySince;
    private double worked;

    /// <summary>For how many seconds it has worked since the last <see cref="Reset"/>.</summary>
    public double Worked => worked + (isBusy ? clock.Now - busySince : 0);

    /// <summary>How many jobs wait or run.</summary>
    public int Load => waiting.Count + (isBusy ? 1 : 0);

    /// <param name="begin">Is called when the job begins. Returns how many seconds it takes.</param>
    /// <param name="done">Is called at its end, with the times of its beginning and its end.</param>
    public void Add(Func<double> begin, Action<double, double> done)
    {
        waiting.Enqueue((begin, done));
        if (!isBusy)
            Next();
    }

    public void Reset() => (worked, busySince) = (0, clock.Now);

    private void Next()
    {
        isBusy = waiting.TryDequeue(out var job);
        if (!isBusy)
            return;
        // Busy while it begins, too: what that adds has to wait.
        var began = busySince = clock.Now;
        clock.After(job.Begin(), () =>
        {
            worked += clock.Now - busySince;
            Next();
            job.Done(began, clock.Now);
        });
    }
}
