using Microsoft.Extensions.Caching.Memory;

namespace LiveFeed.Api.Access;

/// <summary>Slows sign-in down after repeated failures for one account, the more the longer they go on.</summary>
internal sealed class SignInBrake(TimeProvider time) : IDisposable
{
    private const int FreeFailures = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    // Bounded: what an attacker can fill pushes out other attackers' failures, not anyone's sign-in.
    private readonly MemoryCache failures = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>Waits as long as this account's failures ask for.</summary>
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
