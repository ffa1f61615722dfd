namespace LiveFeed.Api.Accounts;

/// <summary>A new account.</summary>
internal sealed record RegisterBody(string Email, string Password, string DisplayName);
