namespace LiveFeed.Domain.Accounts;

/// <summary>
/// Issues and checks the secrets by which people choose a new password. Nothing of them is stored: a secret is signed together with the hash of
/// the present password, so it ends when the password changes, and with that after one use.
/// </summary>
public interface IPasswordResetTokens
{
    string Create(UserId userId, string passwordHash, DateTimeOffset expiresAt);

    /// <summary>Returns for whom a secret claims to be; null if it has expired or is none. Whether it is genuine: <see cref="IsGenuine"/>.</summary>
    UserId? FindUser(string token, DateTimeOffset now);

    bool IsGenuine(string token, string passwordHash);
}
