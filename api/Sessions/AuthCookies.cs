
namespace LiveFeed.Api.Sessions;

/// <summary>The cookies with a browser's tokens, out of reach of scripts.</summary>
internal static class AuthCookies
{
    public const string Access = "livefeed_access";
    public const string Refresh = "livefeed_refresh";

    public static void Set(HttpContext context, Session session)
    {
        context.Response.Cookies.Append(Access, session.Access.Token, Options("/api", session.Access.ExpiresAt));
        context.Response.Cookies.Append(Refresh, session.RefreshToken, Options("/api/auth", session.RefreshExpiresAt));
    }

    public static void Clear(HttpContext context)
    {
        context.Response.Cookies.Delete(Access, Options("/api", null));
        context.Response.Cookies.Delete(Refresh, Options("/api/auth", null));
    }

    private static CookieOptions Options(string path, DateTimeOffset? expires) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = path, Expires = expires, IsEssential = true };
}
