using System.Diagnostics;

namespace LiveFeed.Testing;

/// <summary>Waits for a condition instead of for a fixed time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task TrueAsync(Func<Task<bool>> condition, string? otherwise = null, TimeSpan? within = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < (within ?? Patience), otherwise ?? "The condition did not come true.");
            using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
            await pause.WaitForNextTickAsync();
        }
    }
}
