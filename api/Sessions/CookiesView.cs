namespace LiveFeed.Api.Sessions;

/// <summary>What becomes of cookies at the address of this request.</summary>
/// <param name="Kept">Whether a browser keeps them, wherever the server is. If not, a session ends with the page.</param>
internal sealed record CookiesView(bool Kept);
