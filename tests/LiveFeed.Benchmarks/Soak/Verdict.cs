namespace LiveFeed.Benchmarks.Soak;

/// <summary>What the run showed.</summary>
/// <param name="Samples">One for each minute.</param>
/// <param name="Posts">All posts.</param>
/// <param name="Due">How many posts were due. On a machine that can't keep the rate, fewer are made.</param>
/// <param name="Readers">Where the readers ended.</param>
/// <param name="Missing">How many entries the readers lacked at the end, all together.</param>
/// <param name="Reconnects">How often a stream ended and was resumed.</param>
/// <param name="LogReads">How often the server read the feed log in the database.</param>
internal sealed record Verdict(
    IReadOnlyList<Sample> Samples, PostLog Posts, long Due, IReadOnlyList<ReaderPosition> Readers, long Missing, int Reconnects, double LogReads)
{
    public bool Passed => Posts.Failed == 0 && Posts.Succeeded > 0 && Faults == 0 && Missing == 0 && Readers.All(reader => reader.HasBegun);

    private long Faults => Readers.Sum(reader => reader.Faults);

    private string First => Posts.FirstFailure is { } first ? $" (the first: {first})" : "";

    public override string ToString() => string.Join('\n',
        FormattableString.Invariant($"\n{(Passed ? "Passed" : "FAILED")}: of {Due:N0} posts {Posts.Succeeded:N0} succeeded, {Posts.Failed:N0} failed{First}."),
        FormattableString.Invariant($"{Readers.Count:N0} readers got {Readers.Sum(reader => reader.Entries):N0} entries, lacked {Missing:N0} at the end, and saw {Faults:N0} gaps, repeats or resets."),
        FormattableString.Invariant($"{Reconnects:N0} streams were resumed; the server read the log {LogReads:N0} times."),
        Quarters());

    private string Quarters()
    {
        if (Samples.Count == 0)
            return "No minute was completed.";
        var quarter = Math.Max(1, Samples.Count / 4);
        var (first, last) = (Samples.Take(quarter).ToList(), Samples.TakeLast(quarter).ToList());
        var posts = Samples.Skip(1).Sum(sample => sample.Latencies.Count);
        var perPost = posts == 0 ? 0 : (Samples[^1].Database - Samples[0].Database) / (double)posts;
        return FormattableString.Invariant(
            $"Largest in the first and the last quarter: WAL {Largest(first, sample => sample.Wal)} and {Largest(last, sample => sample.Wal)} MB, working set {Largest(first, sample => sample.Memory)} and {Largest(last, sample => sample.Memory)} MB. The database file grew by {perPost:N0} bytes per post.");
    }

    private static string Largest(List<Sample> samples, Func<Sample, long> size) => Sample.Megabytes(samples.Max(size));
}
