namespace LiveFeed.Api.Accounts;

/// <summary>A change of the password.</summary>
internal sealed record PasswordBody(string CurrentPassword, string NewPassword);
