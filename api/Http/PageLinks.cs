namespace LiveFeed.Api.Http;

/// <summary>Addresses of pages, to be passed on.</summary>
internal static class PageLinks
{
    /// <summary>Returns the address of a page at which the request came, with a secret in its fragment, which browsers send to no server.</summary>
    public static string PageLink(this HttpRequest request, string page, string secret) =>
        $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}/{page}/#{secret}";
}
