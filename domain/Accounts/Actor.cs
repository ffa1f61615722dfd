namespace LiveFeed.Domain.Accounts;

/// <summary>The user for whom a command runs.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Name">The display name that the user chose.</param>
/// <param name="IsAdmin">Whether the user may do everything.</param>
public sealed record Actor(UserId UserId, string Name, bool IsAdmin)
{
    public ReaderIdentity ToReader() => new(UserId, IsAdmin) { Name = Name };
}
