namespace LiveFeed.Api.Accounts;

/// <summary>A signed-in user, as that user sees it. A helper, who is in by a scorer link, has no email address.</summary>
internal sealed record UserView(UserId Id, string? Email, string DisplayName, GlobalRole Role, DateTimeOffset CreatedAt)
{
    public static UserView Of(User user) => new(user.Id, user.IsHelper ? null : user.Email, user.DisplayName, user.Role, user.CreatedAt);
}
