using LiveFeed.Api.Http;

namespace LiveFeed.Api.Accounts;

/// <summary>A link by which a person chooses a new password.</summary>
/// <param name="Link">The address to pass on, to that person only.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
internal sealed record PasswordResetView(string Link, DateTimeOffset ExpiresAt)
{
    public static PasswordResetView Of(PasswordReset reset, HttpRequest request) => new(request.PageLink("reset", reset.Token), reset.ExpiresAt);
}
