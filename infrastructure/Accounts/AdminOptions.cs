namespace LiveFeed.Infrastructure.Accounts;

/// <summary>Settings under <c>LiveFeed:Admin</c>: the first administrator, created at start if missing.</summary>
public sealed class AdminOptions
{
    public string? Email { get; set; }

    public string? Password { get; set; }
}
