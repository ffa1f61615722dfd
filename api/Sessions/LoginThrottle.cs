using Microsoft.Extensions.Caching.Memory;

namespace LiveFeed.Api.Sessions;

/// <summary>Delays sign-in after repeated failures for one account. The delay grows with the number of failures.</summary>
internal sealed class LoginThrottle(TimeProvider time) : IDisposable
{
    private const int FreeFailures = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    // Bounded: an attacker who fills it evicts other attackers' failures, and keeps nobody from signing in.
    private readonly MemoryCache failures = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>Waits for the delay that this account's failures require.</summary>
    public Task WaitAsync(string account, CancellationToken cancellationToken)
    {
        var count = failures.Get<int>(account);
        if (count < FreeFailures)
            return Task.CompletedTask;
        var delay = TimeSpan.FromMilliseconds(250 * Math.Pow(2, Math.Min(count - FreeFailures, 10)));
        return Task.Delay(delay < Longest ? delay : Longest, time, cancellationToken);
    }

    public void Failed(string account) =>
        failures.Set(account, failures.Get<int>(account) + 1, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Remembered });

    public void Succeeded(string account) => failures.Remove(account);

    public void Dispose() => failures.Dispose();
}
