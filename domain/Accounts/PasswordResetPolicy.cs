namespace LiveFeed.Domain.Accounts;

/// <param name="Lifetime">For how long a new password can be chosen by a link.</param>
public sealed record PasswordResetPolicy(TimeSpan Lifetime);
