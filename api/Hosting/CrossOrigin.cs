using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LiveFeed.Api.Hosting;

/// <summary>
/// Lets pages of other origins read what everybody may read, and those of the listed origins use the whole API. No page of another origin
/// can use a user's cookies.
/// </summary>
internal static class CrossOrigin
{
    private static readonly PathString[] Files = ["/livefeed.js", "/js/client"];
    private static readonly PathString[] Open = ["/api", "/openapi", "/asyncapi", "/schemas"];

    // What a cross-origin script may read of a response beyond its body (fetch.spec.whatwg.org, "CORS-exposed header-name list").
    private static readonly string[] Exposed = ["ETag", "Date", "Location", ResponseHeaders.RetryAfter, ResponseHeaders.Replayed, .. ResponseHeaders.RateLimits];
    private static readonly string[] ReadHeaders = ["If-None-Match", "Last-Event-ID"];
    private static readonly string[] WriteHeaders = ["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "X-Device-Id"];

    private static readonly string ExposedHeader = string.Join(',', Exposed);

    private static readonly CorsPolicy ForEverybody = new CorsPolicyBuilder().AllowAnyOrigin()
        .WithMethods(HttpMethods.Get, HttpMethods.Head).WithHeaders(ReadHeaders).WithExposedHeaders(Exposed).SetPreflightMaxAge(TimeSpan.FromHours(1)).Build();

    public static IServiceCollection AddCrossOrigin(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCors();
        services.AddOptions<CorsOptions>().Bind(configuration.GetSection("LiveFeed:Cors"))
            .Validate(
                options => options.Origins.All(IsOrigin),
                "LiveFeed:Cors:Origins takes origins, such as https://club.example or http://10.0.0.7:8080: no path, no *.")
            .ValidateOnStart();
        return services;
    }

    public static IApplicationBuilder UseCrossOrigin(this IApplicationBuilder app)
    {
        var origins = app.ApplicationServices.GetRequiredService<IOptions<CorsOptions>>().Value.Origins;
        var cors = app.ApplicationServices.GetRequiredService<ICorsService>();
        var forListed = new CorsPolicyBuilder().WithOrigins([.. origins]).AllowAnyMethod()
            .WithHeaders([.. ReadHeaders, .. WriteHeaders]).WithExposedHeaders(Exposed).SetPreflightMaxAge(TimeSpan.FromHours(1)).Build();
        return app.Use((context, next) =>
        {
            var (request, response) = (context.Request, context.Response);
            var isFile = Array.Exists(Files, path => request.Path.StartsWithSegments(path));
            if (!isFile && !Array.Exists(Open, path => request.Path.StartsWithSegments(path)))
                return next(context);
            var origin = request.Headers.Origin.ToString();
            var isListed = origin.Length > 0 && origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
            if (!isListed && !HttpMethods.IsOptions(request.Method))
            {
                // The same for everybody, with an origin or without, so that a cache in front has one response for all.
                if (HttpMethods.IsGet(request.Method))
                    response.OnStarting(isFile ? AllowFile : origins.Count > 0 ? AllowReadAmongOrigins : AllowRead, response);
                return next(context);
            }

            var result = cors.EvaluatePolicy(context, isListed ? forListed : ForEverybody);
            if (result.IsPreflightRequest && (isListed || result.AllowedMethods.Contains(request.Headers.AccessControlRequestMethod.ToString())))
            {
                cors.ApplyResult(result, response);
                response.StatusCode = StatusCodes.Status204NoContent;
                return AllowedAmongOrigins(response);
            }

            if (!isListed)
                return next(context);
            response.OnStarting(() =>
            {
                cors.ApplyResult(result, response);
                return AllowedAmongOrigins(response);
            });
            return next(context);
        });
    }

    // Nobody reads the headers of a script, and each of a page's dozens of files would be larger for nothing.
    private static Task AllowFile(object response)
    {
        ((HttpResponse)response).Headers.AccessControlAllowOrigin = CorsConstants.AnyOrigin;
        return Task.CompletedTask;
    }

    private static Task AllowRead(object response)
    {
        LetRead((HttpResponse)response);
        return Task.CompletedTask;
    }

    private static Task AllowReadAmongOrigins(object response)
    {
        LetRead((HttpResponse)response);
        return AllowedAmongOrigins((HttpResponse)response);
    }

    private static void LetRead(HttpResponse response)
    {
        var headers = response.Headers;
        (headers.AccessControlAllowOrigin, headers.AccessControlExposeHeaders) = (CorsConstants.AnyOrigin, ExposedHeader);
    }

    private static Task AllowedAmongOrigins(HttpResponse response)
    {
        if (!response.Headers.Vary.ToString().Contains(HeaderNames.Origin, StringComparison.OrdinalIgnoreCase))
            response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Returns whether a request comes from a page of this origin, or from no page: only then do its cookies count. Browsers say so
    /// themselves (w3.org/TR/fetch-metadata); old ones at least send the origin of the page.
    /// </summary>
    public static bool IsSameOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOrigin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && text.Equals(uri.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}
