namespace LiveFeed.Api.Exports;

/// <summary>
/// Builds one file at a time. Anybody may request files of a public event, with more filters than the cache has room for, and the workbook of a large event
/// occupies a core for a while: readers of the feed come first.
/// </summary>
internal sealed class ExportBuilds(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim free = new(1);

    /// <summary>Builds a file as soon as no other one is being built.</summary>
    /// <exception cref="OverloadedException">It has waited for too long.</exception>
    public async Task<T> BuildAsync<T>(Func<Task<T>> build)
    {
        using var patience = new CancellationTokenSource(MaxWait, time);
        try
        {
            await free.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new OverloadedException("Other files are being built.");
        }

        try
        {
            return await build();
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
