using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace LiveFeed.Api.Hosting;

/// <summary>The proxies in front: what they say of the client counts, and what others say doesn't.</summary>
internal static partial class TrustedProxies
{
    private const string Section = "LiveFeed:Proxies";
    private const string PathBaseSetting = "LiveFeed:PathBase";

    /// <summary>
    /// Trusts <c>X-Forwarded-For</c>, <c>-Proto</c>, <c>-Host</c> and <c>-Prefix</c> from the proxies that <c>LiveFeed:Proxies</c> lists, and from nobody
    /// else.
    /// </summary>
    /// <exception cref="StartException">The list has something that is no address and no network.</exception>
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = configuration.GetSection(Section).Get<string[]>() ?? [];
        if (Array.Find(proxies, proxy => !IPAddress.TryParse(proxy, out _) && !System.Net.IPNetwork.TryParse(proxy, out _)) is { } wrong)
            throw new StartException($"{Section} has \"{wrong}\", which is neither an address nor a network such as 10.0.0.0/8.");
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = proxies.Length == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedPrefix;
            // Chains of listed proxies are followed to the first address that isn't listed.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                if (IPAddress.TryParse(proxy, out var address))
                    options.KnownProxies.Add(address);
                else
                    options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        });
        return services;
    }

    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app)
    {
        app.UseForwardedHeaders();
        WarnOfUnlisted(app);
        return app;
    }

    /// <summary>Takes <c>LiveFeed:PathBase</c> for part of the server's address, whether or not the proxy in front leaves it in the path.</summary>
    public static IApplicationBuilder UseConfiguredPathBase(this WebApplication app)
    {
        var setting = app.Configuration[PathBaseSetting];
        if (string.IsNullOrEmpty(setting))
            return app;
        if (setting[0] != '/' || setting[^1] == '/')
            throw new StartException($"{PathBaseSetting} has \"{setting}\": it must begin with a slash and end without one, such as /scores.");
        var pathBase = new PathString(setting);
        return app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(pathBase, out var rest))
                context.Request.Path = rest;
            if (!context.Request.PathBase.HasValue)
                context.Request.PathBase = pathBase;
            return next(context);
        });
    }

    // The framework leaves the headers of unlisted senders alone, and marks those that it has believed.
    private static void WarnOfUnlisted(IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(TrustedProxies));
        var isReported = 0;
        app.Use((context, next) =>
        {
            var headers = context.Request.Headers;
            if (isReported == 0 && headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("X-Original-For")
                && Interlocked.Exchange(ref isReported, 1) == 0)
                Log.Unlisted(logger, context.Connection.RemoteIpAddress, Section);
            return next(context);
        });
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.ProxyUnlisted, Level = LogLevel.Warning, Message = "{Address} sends X-Forwarded-For but is not listed, so it counts as the client: everybody behind it shares its limits. If it is your proxy, add it to {Setting}. This is reported once.")]
        public static partial void Unlisted(ILogger logger, IPAddress? address, string setting);
    }
}
