namespace LiveFeed.Domain.Accounts;

/// <summary>A user's role in the whole installation.</summary>
public enum GlobalRole
{
    User,
    Admin,
}
