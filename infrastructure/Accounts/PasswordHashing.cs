using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Accounts;

/// <summary>
/// The framework's password hasher. A hash takes some 50 ms of processor time, so at most as many run at once as there are cores.
/// </summary>
internal sealed class PasswordHashing : IPasswordHashing, IDisposable
{
    private readonly PasswordHasher<object> hasher;
    private readonly SemaphoreSlim places = new(Environment.ProcessorCount);
    private readonly Lazy<string> decoy;

    // An unknown user's password is compared with this hash, so that the response takes as long as for a known user.
    public PasswordHashing(IOptions<PasswordHasherOptions> options)
    {
        hasher = new PasswordHasher<object>(options);
        decoy = new Lazy<string>(() => hasher.HashPassword(this, Guid.NewGuid().ToString()));
    }

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        RunAsync(() => hasher.HashPassword(this, password), cancellationToken);

    public Task<bool> VerifyAsync(string? hash, string password, CancellationToken cancellationToken) => RunAsync(
        () => hasher.VerifyHashedPassword(this, hash ?? decoy.Value, password) != PasswordVerificationResult.Failed && hash is not null,
        cancellationToken);

    public void Dispose() => places.Dispose();

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }
}
