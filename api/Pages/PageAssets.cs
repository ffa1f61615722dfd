using System.IO.Compression;
using LiveFeed.Api.Pages.Plain;
using Microsoft.AspNetCore.ResponseCompression;

namespace LiveFeed.Api.Pages;

/// <summary>Serves what the pages are made of, and compresses that and the pages, but nothing else.</summary>
internal static class PageAssets
{
    private static readonly string[] Text =
        ["text/html", "text/css", "text/javascript", "text/plain", "application/json", "application/manifest+json", "image/svg+xml"];

    // Streams must leave at once, and what holds somebody's tokens is not to be guessed at by its compressed length.
    private static readonly PathString[] NotForPeople = ["/api", "/openapi", "/swagger", "/health", "/metrics"];

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = Text;
        });
        // The best that doesn't keep a first visitor waiting; most visits after that are answered with 304.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        services.AddSingleton<MatcherPolicy, PlainViewPolicy>();
        return services;
    }

    public static IApplicationBuilder UsePageAssets(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            // Only when the head is sent, or else an exception would clear it.
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
                OnPrepareResponse = file => PageHeaders.Set(file.Context.Response.Headers),
            }));
        });
    }

    private static bool IsForPeople(HttpContext context) => !Array.Exists(NotForPeople, path => context.Request.Path.StartsWithSegments(path));
}
