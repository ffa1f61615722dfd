namespace LiveFeed.Domain.Accounts;

/// <summary>Hashes passwords. A hash is slow on purpose, so only a limited number is computed at once.</summary>
public interface IPasswordHashing
{
    Task<string> HashAsync(string password, CancellationToken cancellationToken);

    /// <summary>
    /// Returns whether the password matches. Takes the same time if <paramref name="hash"/> is null because there is no such user.
    /// </summary>
    Task<bool> VerifyAsync(string? hash, string password, CancellationToken cancellationToken);
}
