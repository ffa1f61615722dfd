using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LiveFeed.Api.Pages;

/// <summary>The headers that protect the pages and their assets from other sites.</summary>
internal static class PageHeaders
{
    private const string PolicyWithoutFrames =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors ";

    private const string Policy = PolicyWithoutFrames + "'none'";

    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), "
        + "fullscreen=(self), screen-wake-lock=(self)";

    /// <summary>Sets the headers of a document.</summary>
    public static void SetForPage(IHeaderDictionary headers)
    {
        SetForFile(headers, isPart: false);
        headers["Permissions-Policy"] = Permissions;
    }

    /// <summary>Sets the headers of a document that other sites may show in a frame, if <c>LiveFeed:Frames:Ancestors</c> lists them.</summary>
    public static void SetForFramedPage(HttpContext context)
    {
        SetForPage(context.Response.Headers);
        context.Response.Headers.ContentSecurityPolicy =
            PolicyWithoutFrames + context.RequestServices.GetRequiredService<IOptions<FrameOptions>>().Value.Ancestors;
    }

    /// <summary>Sets the headers of any file.</summary>
    /// <param name="headers">The response's headers.</param>
    /// <param name="isPart">
    /// Whether it can only be a part of a page. Such a file needs no policy, because the page's covers it; and a page has dozens of them, each of
    /// which would be a quarter of a kilobyte larger.
    /// </param>
    public static void SetForFile(IHeaderDictionary headers, bool isPart)
    {
        headers.CacheControl = "no-cache";
        // Sent with every response, also with a 304, which has no body, and to clients that accept no compression.
        headers.Vary = "Accept-Encoding";
        if (isPart)
        {
            // The ETag says more, and nobody wants a part of a module.
            headers.Remove(HeaderNames.LastModified);
            headers.Remove(HeaderNames.AcceptRanges);
        }
        else
        {
            headers.ContentSecurityPolicy = Policy;
        }

        headers["Referrer-Policy"] = "same-origin";
    }
}
