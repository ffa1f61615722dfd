using LiveFeed.Api.Accounts;

namespace LiveFeed.Api.Sessions;

/// <summary>A session's tokens.</summary>
/// <param name="AccessToken">Send it as <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds from now.</param>
/// <param name="RefreshToken">Null if it is sent in a cookie.</param>
/// <param name="User">Who signed in.</param>
internal sealed record SessionView(string AccessToken, int ExpiresIn, string? RefreshToken, UserView User);
