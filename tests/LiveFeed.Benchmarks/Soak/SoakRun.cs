using System.Diagnostics;

namespace LiveFeed.Benchmarks.Soak;

/// <summary>Runs the load, prints a line each minute, and the verdict at the end.</summary>
internal static class SoakRun
{
    private const int MatchesPerEvent = 50;
    private static readonly TimeSpan SampleEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    // An access token is valid for an hour.
    private static readonly TimeSpan RenewTokenEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan CatchUpTimeout = TimeSpan.FromMinutes(1);

    // At 50 entries a second it is then behind the 4,096 entries that are in memory, and reads the database.
    private static readonly TimeSpan RareVisit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan FrequentVisit = TimeSpan.FromSeconds(1);

    /// <returns>The exit code: 0 if every post succeeded and every reader got every entry once.</returns>
    public static async Task<int> RunAsync(int minutes, int rate, int events, int readers, CancellationToken cancellationToken)
    {
        await using var server = await Server.StartAsync();
        var names = Enumerable.Range(1, events).Select(number => $"soak-{number}").ToList();
        foreach (var name in names)
            await server.CreateEventAsync(name, MatchesPerEvent);

        // Readers are anonymous: a stream that was opened with a token ends with it.
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        var streams = Enumerable.Range(0, readers).Select(number => new StreamingReader(http, names[number % events])).ToList();
        var polls = names.SelectMany(name => new[] { new PollingReader(http, name, FrequentVisit), new PollingReader(http, name, RareVisit) }).ToList();
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var polling = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = streams.Select(stream => stream.FollowAsync(reading.Token)).ToList();
        var visiting = polls.Select(poll => poll.FollowAsync(polling.Token)).ToList();
        await WaitAsync(() => streams.TrueForAll(stream => stream.Position.HasBegun), following.Concat(visiting));

        var posts = new PostLog();
        var scorekeepers = Scorekeepers.RunAsync(server, names, MatchesPerEvent, rate, SampleEvery * minutes, posts, cancellationToken);
        var samples = await SampleAsync(server, posts, scorekeepers, minutes, cancellationToken);
        await scorekeepers;

        await polling.CancelAsync();
        await Task.WhenAll(visiting);
        foreach (var poll in polls)
            await poll.CatchUpAsync();
        var heads = polls.GroupBy(poll => poll.EventId).ToDictionary(group => group.Key, group => group.Max(poll => poll.Position.Sequence));
        await WaitAsync(() => streams.TrueForAll(stream => stream.Position.Sequence == heads[stream.EventId]), following);
        await reading.CancelAsync();
        await Task.WhenAll(following);

        var all = polls.Concat<IReader>(streams).ToList();
        var verdict = new Verdict(
            samples, posts, (long)((SampleEvery * minutes).TotalSeconds * rate), [.. all.Select(reader => reader.Position)],
            all.Sum(reader => heads[reader.EventId] - reader.Position.Sequence), streams.Sum(stream => stream.Reconnects),
            await server.MetricAsync("livefeed_feed_log_reads_total"));
        Console.WriteLine(verdict);
        return verdict.Passed ? 0 : 1;
    }

    /// <summary>Returns a sample of each minute. Ends early if the load fails.</summary>
    private static async Task<List<Sample>> SampleAsync(Server server, PostLog posts, Task load, int minutes, CancellationToken cancellationToken)
    {
        var samples = new List<Sample>();
        var wal = new FileInfo(server.DatabaseFile + "-wal");
        var (started, renewed, largest) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), 0L);
        using var timer = new PeriodicTimer(LookEvery);
        Console.WriteLine(Sample.Heading);
        while (samples.Count < minutes && !load.IsFaulted)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            wal.Refresh();
            largest = Math.Max(largest, wal.Exists ? wal.Length : 0);
            if (Stopwatch.GetElapsedTime(started) < SampleEvery * (samples.Count + 1))
                continue;
            samples.Add(new Sample(samples.Count + 1, posts.TakeLatencies(), largest, new FileInfo(server.DatabaseFile).Length, server.Memory));
            Console.WriteLine(samples[^1]);
            largest = 0;
            if (Stopwatch.GetElapsedTime(renewed) < RenewTokenEvery)
                continue;
            await server.SignInAsync();
            renewed = Stopwatch.GetTimestamp();
        }

        return samples;
    }

    /// <summary>Waits until the condition holds or the time is up. Fails at once if one of the tasks has failed.</summary>
    private static async Task WaitAsync(Func<bool> condition, IEnumerable<Task> tasks)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var started = Stopwatch.GetTimestamp(); !condition() && Stopwatch.GetElapsedTime(started) < CatchUpTimeout;)
        {
            await timer.WaitForNextTickAsync();
            foreach (var failed in tasks.Where(task => task.IsFaulted))
                await failed;
        }
    }
}
