namespace LiveFeed.Benchmarks.FanOut;

/// <summary>A question to the servers, and its runs.</summary>
internal interface ISeries
{
    /// <summary>As <c>--series</c> names it.</summary>
    string Name { get; }

    /// <summary>What it asks, in a sentence.</summary>
    string About { get; }

    /// <summary>Runs it; the answer as Markdown.</summary>
    Task<string> RunAsync(Setting setting, CancellationToken cancellationToken);
}
