using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.Sessions;
using LiveFeed.Infrastructure.Streaming.Transports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LiveFeed.Api.Hosting;

/// <summary>How the framework is set up.</summary>
internal static class HostSettings
{
    private const string DefaultAddress = "http://localhost:5080";
    private const int MaxBody = 64 * 1024;

    private static readonly Error NotJson = new(ErrorCode.UnsupportedMediaType, "Send the body as JSON in UTF-8, with Content-Type: application/json.");

    /// <summary>Listens on <c>http://localhost:5080</c> by default. Any of the framework's settings for addresses replaces it.</summary>
    public static WebApplicationBuilder UseDefaultAddress(this WebApplicationBuilder builder)
    {
        var isSet = new[] { "urls", "http_ports", "https_ports" }.Any(name => !string.IsNullOrEmpty(builder.Configuration[name]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!isSet)
            builder.WebHost.UseUrls(DefaultAddress);
        return builder;
    }

    /// <summary>
    /// Limits connections, and bodies to 64 KB. An endpoint that accepts larger ones sets its own limit.
    /// </summary>
    public static WebApplicationBuilder LimitRequests(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ConnectionLimit>();
        builder.Services.AddSingleton<UnreadResponses>();
        builder.Services.AddOptions<HttpOptions>().Bind(builder.Configuration.GetSection("LiveFeed:Http")).ValidateDataAnnotations().ValidateOnStart();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            var http = kestrel.ApplicationServices.GetRequiredService<IOptions<HttpOptions>>().Value;
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            // A response of this size is kept for its client without counting as unread.
            kestrel.Limits.MaxResponseBufferSize = ResponseBody.PieceSize;
            kestrel.Limits.MaxConcurrentConnections = http.MaxConnections;
            // The framework's 240 bytes a second would let a client take hours for one response. Streams have a rule of their own.
            kestrel.Limits.MinResponseDataRate = new MinDataRate(http.MinResponseRate, http.ResponseGrace);
        });
        builder.Services.AddOptions<HstsOptions>().Configure<IOptions<HttpOptions>>((hsts, http) => hsts.MaxAge = http.Value.HstsMaxAge ?? hsts.MaxAge);
        // Thousands of clients may come back at the same moment. A client that finds no room in the queue waits a second or more before it
        // tries again.
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.Backlog = 4_096);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        return builder;
    }

    /// <summary>Sends Strict-Transport-Security with what is sent by https, if that is set.</summary>
    public static void UseConfiguredHsts(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<HttpOptions>>().Value.HstsMaxAge is not null)
            app.UseHsts();
    }

    /// <summary>Lets streams take over their connections, and limits the others.</summary>
    public static WebApplicationBuilder UseStreamTakeover(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
            // A stream leaves the limit behind it when it takes its connection over.
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.UseStreamTakeover().LimitConnections()));
        return builder;
    }

    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddSingleton<ErrorMetrics>();
        services.AddExceptionHandler<ExceptionsToProblems>();
        services.AddProblemDetails();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        return services;
    }

    public static IServiceCollection AddBearerAuthentication(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AuthOptions>().Bind(configuration.GetSection("LiveFeed:Auth")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LoginThrottle>();
        services.AddSingleton(provider => new PasswordResetPolicy(provider.GetRequiredService<IOptions<AuthOptions>>().Value.PasswordResetLifetime));
        // The core only: the rest adds data protection, whose keys nothing here uses.
        services.AddWebEncoders();
        services.AddAuthenticationCore(authentication => authentication.DefaultScheme = BearerAuthentication.SchemeName);
        new AuthenticationBuilder(services)
            .AddScheme<AuthenticationSchemeOptions, BearerAuthentication>(BearerAuthentication.SchemeName, null);
        services.AddAuthorization();
        return services;
    }

    /// <summary>
    /// Adds problem documents to requests that the framework rejects with a bare status: no such path, no such method, a wrong content
    /// type.
    /// </summary>
    public static IApplicationBuilder UseProblemDetailsForStatusCodes(this IApplicationBuilder app) => app.UseStatusCodePages(pages =>
    {
        var error = pages.HttpContext.Response.StatusCode switch
        {
            404 => new Error(ErrorCode.NotFound, "There is nothing at this address. /swagger lists what there is."),
            405 => new Error(ErrorCode.MethodNotAllowed, "This address takes other methods; see the header Allow, or /swagger."),
            415 => NotJson,
            413 => ApiErrors.BodyTooLarge,
            400 => new Error(ErrorCode.InvalidRequest, "The request can't be read."),
            _ => null,
        };
        return error is null ? Task.CompletedTask : Problem.WriteAsync(pages.HttpContext, error);
    });

    /// <summary>
    /// Rejects bodies in an encoding other than UTF-8, which the framework would accept, or fail at. An endpoint that reads no body ignores
    /// what is sent, and so the encoding too.
    /// </summary>
    public static IApplicationBuilder UseUtf8Only(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is null
            || !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || NameValueHeaderValue.Find(type.Parameters, "charset") is not { } charset)
            return next(context);
        if (!HeaderUtilities.RemoveQuotes(charset.Value).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return Problem.WriteAsync(context, NotJson);
        // The framework takes the quotation marks, which mean nothing (RFC 9110, section 8.3.1), for part of the name.
        charset.Value = "utf-8";
        context.Request.ContentType = type.ToString();
        return next(context);
    });
}
