using System.IO.Compression;
using LiveFeed.Api.Pages.Plain;
using Microsoft.AspNetCore.ResponseCompression;

namespace LiveFeed.Api.Pages;

/// <summary>Serves the files of which the pages are made. Compresses those files and the pages, but nothing else.</summary>
internal static class PageAssets
{
    private static readonly string[] Text =
        ["text/html", "text/css", "text/javascript", "text/plain", "application/json", "application/manifest+json", "image/svg+xml"];

    // Streams must leave at once. And if responses with somebody's tokens were compressed, their length would help to guess the tokens.
    private static readonly PathString[] NotForPeople = ["/api", "/openapi", "/swagger", "/health", "/metrics"];

    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FrameOptions>().Bind(configuration.GetSection("LiveFeed:Frames"))
            .Validate(
                options => options.AreValid(),
                "LiveFeed:Frames:Ancestors takes 'self', 'none', or origins with blanks between them, such as: 'self' https://club.example")
            .ValidateOnStart();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = Text;
        });
        // The best level that doesn't keep a first visitor waiting. The response to most later visits is a 304.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        services.AddSingleton<MatcherPolicy, PlainViewPolicy>();
        return services;
    }

    public static IApplicationBuilder UsePageAssets(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            // Only when the headers are sent: before that, an exception would clear it.
            context.Response.OnStarting(static response =>
            {
                ((HttpResponse)response).Headers.XContentTypeOptions = "nosniff";
                return Task.CompletedTask;
            }, context.Response);
            return next(context);
        });
        return app.UseWhen(IsForPeople, people =>
        {
            people.UseResponseCompression();
            // A page has its own address, and its links are right at no other.
            people.UseWhen(context => !context.Request.Path.StartsWithSegments("/pages"), assets => assets.UseStaticFiles(new StaticFileOptions
            {
                OnPrepareResponse = file => PageHeaders.SetForFile(file.Context.Response.Headers, IsPart(file.Context.Request.Path)),
            }));
        });
    }

    // Modules and styles; the service worker's script, which is no part of a page, is elsewhere.
    private static bool IsPart(PathString path) => path.StartsWithSegments("/js") || path.StartsWithSegments("/css");

    private static bool IsForPeople(HttpContext context) => !Array.Exists(NotForPeople, path => context.Request.Path.StartsWithSegments(path));
}
