using System.Text;
using System.Text.Encodings.Web;
using LiveFeed.Api.Http;
using Microsoft.Extensions.FileProviders;

namespace LiveFeed.Api.Pages.Plain;

/// <summary>
/// The display's page for an address that names courts. It leads a browser without JavaScript to the plain view of the same courts. A page
/// that is the same for everybody couldn't know them.
/// </summary>
internal static class PlainLink
{
    private const string WithoutCourts = "?view=plain";

    public static IResult Page(HttpContext context, IFileInfo file)
    {
        // A query that can't be read is passed on as it came: the plain view says what is wrong with it.
        var address = DisplayQuery.Parse(context.Request.Query).Value?.Address()
            ?? $"{WithoutCourts}&court={Uri.EscapeDataString(context.Request.Query["court"].ToString())}";
        PageHeaders.SetForFramedPage(context);
        if (ResponseCaching.IsUnchanged(context, PageEndpoints.ETag(file)))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        context.Response.Headers.ETag = PageEndpoints.ETag(file);
        using var reader = new StreamReader(file.CreateReadStream());
        var page = reader.ReadToEnd().Replace(WithoutCourts, HtmlEncoder.Default.Encode(address), StringComparison.Ordinal);
        return Results.Text(page, "text/html", Encoding.UTF8);
    }
}
