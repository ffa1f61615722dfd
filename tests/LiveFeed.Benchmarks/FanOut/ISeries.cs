namespace LiveFeed.Benchmarks.FanOut;

/// <summary>A series of runs that measures one thing on all servers.</summary>
internal interface ISeries
{
    /// <summary>The name for <c>--series</c>.</summary>
    string Name { get; }

    /// <summary>A sentence about what it measures.</summary>
    string About { get; }

    /// <summary>Runs the series. Returns the results as Markdown.</summary>
    Task<string> RunAsync(Setting setting, CancellationToken cancellationToken);
}
