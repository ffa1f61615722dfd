namespace LiveFeed.Api.Http;

/// <summary>
/// Runs one large read at a time, such as a file of an event or the figures of all its matches. Anybody may request them of a public event, with more filters
/// than the cache has room for, and a large event occupies a core for a while: readers of the feed come first.
/// </summary>
internal sealed class LargeReads(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim free = new(1);

    /// <summary>Runs a read as soon as no other one runs.</summary>
    /// <exception cref="OverloadedException">It has waited for too long.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> read)
    {
        using var patience = new CancellationTokenSource(MaxWait, time);
        try
        {
            await free.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new OverloadedException("Other large reads are running.");
        }

        try
        {
            return await read();
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
