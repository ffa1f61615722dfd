using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace LiveFeed.Api.Sessions;

/// <summary>
/// Delays sign-in after repeated failures for one account. The delay grows with the number of failures, up to
/// <see cref="AuthOptions.MaxSignInPause"/>.
/// </summary>
/// <param name="options">The settings.</param>
/// <param name="time">The clock by which sign-in waits.</param>
/// <param name="shared">Counts the failures of all instances; null if there is one instance only.</param>
internal sealed class LoginThrottle(IOptions<AuthOptions> options, TimeProvider time, ISharedSignInFailures? shared = null) : IDisposable
{
    private const int FreeFailures = 3;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    // Bounded: an attacker who fills it evicts other attackers' failures, and keeps nobody from signing in.
    private readonly MemoryCache failures = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>Waits for the delay that this account's failures require.</summary>
    public async Task WaitAsync(string account, CancellationToken cancellationToken)
    {
        var sharedCount = shared is null ? null : await shared.CountAsync(account);
        var count = sharedCount ?? failures.Get<int>(account);
        if (count < FreeFailures)
            return;
        var (longest, delay) = (options.Value.MaxSignInPause, TimeSpan.FromMilliseconds(250 * Math.Pow(2, Math.Min(count - FreeFailures, 10))));
        await Task.Delay(delay < longest ? delay : longest, time, cancellationToken);
    }

    public Task FailedAsync(string account)
    {
        // Here too, for the time when the shared ones are out of reach.
        failures.Set(account, failures.Get<int>(account) + 1, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Remembered });
        return shared?.AddAsync(account) ?? Task.CompletedTask;
    }

    public Task SucceededAsync(string account)
    {
        failures.Remove(account);
        return shared?.RemoveAsync(account) ?? Task.CompletedTask;
    }

    public void Dispose() => failures.Dispose();
}
