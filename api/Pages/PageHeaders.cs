namespace LiveFeed.Api.Pages;

/// <summary>The headers that protect the pages and their assets from other sites.</summary>
internal static class PageHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), "
        + "fullscreen=(self), screen-wake-lock=(self)";

    public static void SetForPage(IHeaderDictionary headers)
    {
        Set(headers);
        // For documents only: a page is made of dozens of files, and each would be a fifth of a kilobyte larger for nothing.
        headers["Permissions-Policy"] = Permissions;
    }

    public static void Set(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-cache";
        // Sent with every response, also with a 304, which has no body, and to clients that accept no compression.
        headers.Vary = "Accept-Encoding";
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "same-origin";
    }
}
