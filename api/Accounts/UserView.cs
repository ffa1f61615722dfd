namespace LiveFeed.Api.Accounts;

/// <summary>A signed-in user, as that user sees it.</summary>
internal sealed record UserView(UserId Id, string Email, string DisplayName, GlobalRole Role, DateTimeOffset CreatedAt)
{
    public static UserView Of(User user) => new(user.Id, user.Email, user.DisplayName, user.Role, user.CreatedAt);
}
