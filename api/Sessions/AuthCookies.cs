using Microsoft.Extensions.Options;

namespace LiveFeed.Api.Sessions;

/// <summary>The cookies with a browser's tokens, out of reach of scripts.</summary>
internal static class AuthCookies
{
    public const string Access = "livefeed_access";
    public const string Refresh = "livefeed_refresh";

    /// <summary>Returns whether browsers keep these cookies when they are given by this request.</summary>
    public static bool AreKept(HttpContext context) => context.Request.IsHttps || MayBeInsecure(context);

    public static void Set(HttpContext context, Session session)
    {
        // Lifetimes are sent in seconds: a device whose clock is ahead would drop a cookie by its date.
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        context.Response.Cookies.Append(Access, session.Access.Token, Options(context, "/api", session.Access.ExpiresAt - now));
        context.Response.Cookies.Append(Refresh, session.RefreshToken, Options(context, "/api/auth", session.RefreshExpiresAt - now));
    }

    public static void Clear(HttpContext context)
    {
        context.Response.Cookies.Delete(Access, Options(context, "/api", null));
        context.Response.Cookies.Delete(Refresh, Options(context, "/api/auth", null));
    }

    private static bool MayBeInsecure(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<AuthOptions>>().Value.AllowInsecureCookies
        ?? context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();

    private static CookieOptions Options(HttpContext context, string path, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        // Also over http unless that is allowed: a proxy may have taken the request over https, and not say so.
        Secure = context.Request.IsHttps || !MayBeInsecure(context),
        SameSite = SameSiteMode.Strict,
        Path = context.Request.PathBase + path,
        MaxAge = lifetime,
        IsEssential = true,
    };
}
