using System.Text.Json;

namespace LiveFeed.IntegrationTests.Support;

/// <summary>Sign-in and refresh, whatever the response.</summary>
internal static class SessionRequests
{
    /// <param name="server">The server.</param>
    /// <param name="email">The account.</param>
    /// <param name="password">Its password, or a wrong one.</param>
    /// <param name="address">The client's address, as a proxy reports it; null for the connection's own.</param>
    public static Task<HttpResponseMessage> LogInAsync(
        this LiveFeedServer server, string email, string password = "a-wrong-password", string? address = null) =>
        server.Http.SendAsync(
            "POST", "/api/auth/login", JsonSerializer.Serialize(new { email, password }), address is null ? [] : [("X-Forwarded-For", address)]);

    public static Task<HttpResponseMessage> RefreshAsync(this LiveFeedServer server, string refreshToken) =>
        server.Http.SendAsync("POST", "/api/auth/refresh", JsonSerializer.Serialize(new { refreshToken }));
}
