using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace LiveFeed.Api.Sessions;

/// <summary>
/// Delays sign-in after repeated failures for one account. The delay grows with the number of failures, up to
/// <see cref="AuthOptions.MaxSignInPause"/>.
/// </summary>
internal sealed class LoginThrottle(IOptions<AuthOptions> options, TimeProvider time) : IDisposable
{
    private const int FreeFailures = 3;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    // Bounded: an attacker who fills it evicts other attackers' failures, and keeps nobody from signing in.
    private readonly MemoryCache failures = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>Waits for the delay that this account's failures require.</summary>
    public Task WaitAsync(string account, CancellationToken cancellationToken)
    {
        var count = failures.Get<int>(account);
        if (count < FreeFailures)
            return Task.CompletedTask;
        var (longest, delay) = (options.Value.MaxSignInPause, TimeSpan.FromMilliseconds(250 * Math.Pow(2, Math.Min(count - FreeFailures, 10))));
        return Task.Delay(delay < longest ? delay : longest, time, cancellationToken);
    }

    public void Failed(string account) =>
        failures.Set(account, failures.Get<int>(account) + 1, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Remembered });

    public void Succeeded(string account) => failures.Remove(account);

    public void Dispose() => failures.Dispose();
}
