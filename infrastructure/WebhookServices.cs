using System.Net;
using LiveFeed.Infrastructure.Jobs;
using LiveFeed.Infrastructure.Outbound;
using LiveFeed.Infrastructure.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure;

/// <summary>Webhooks, and requests to addresses that users have given.</summary>
internal static class WebhookServices
{
    public static IServiceCollection AddOutbound(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<OutboundOptions>().Bind(settings.GetSection("Outbound")).ValidateDataAnnotations()
            .Validate(
                options => options.AllowedNetworks.All(network => IPNetwork.TryParse(network, out _)),
                "LiveFeed:Outbound:AllowedNetworks: each must be a network such as 192.168.1.0/24 or fd00::/8, with no bits set behind its prefix.")
            .ValidateOnStart();
        services.TryAddSingleton<IHostResolver, SystemHostResolver>();
        services.AddSingleton<OutboundConnector>();
        services.AddSingleton<OutboundHttp>();
        return services;
    }

    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<WebhookOptions>().Bind(settings.GetSection("Webhooks")).ValidateDataAnnotations()
            .Validate(options => options.RetryAfter <= options.MaxRetryAfter, "LiveFeed:Webhooks:RetryAfter can't be longer than LiveFeed:Webhooks:MaxRetryAfter.")
            .ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<WebhookOptions>>().Value;
            return new WebhookPolicy(options.MaxPerEvent, options.AllowHttp, options.SecretOverlap, options.MaxDeliveries);
        });
        services.AddSingleton<WebhookMetrics>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookMetrics>());
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<IWebhookTester, WebhookTester>();
        services.AddScoped<IJobHandler, WebhookJob>();
        return services;
    }
}
