using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Outbound;

/// <summary>
/// Sends requests to addresses that users have given: webhooks now, push services later. No redirects, which could lead anywhere, no proxy of the environment, no
/// cookies, and no trace headers or spans, whose addresses may hold secrets.
/// </summary>
internal sealed class OutboundHttp : IDisposable
{
    // What others send is read to its end only if it is short.
    private const int MaxUnreadBytes = 64 * 1024;
    private const int MaxHeaderKilobytes = 16;

    // Names change: a connection isn't kept for ever.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpMessageInvoker invoker;

    public OutboundHttp(OutboundConnector connector, IOptions<OutboundOptions> options)
    {
        invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = (context, cancellationToken) => connector.ConnectAsync(context.DnsEndPoint, cancellationToken),
            ConnectTimeout = options.Value.ConnectTimeout,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            MaxResponseDrainSize = MaxUnreadBytes,
            PooledConnectionLifetime = ConnectionLifetime,
        });
    }

    /// <summary>Sends a request. Returns when the response's headers are there.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => invoker.SendAsync(request, cancellationToken);

    public void Dispose() => invoker.Dispose();
}
