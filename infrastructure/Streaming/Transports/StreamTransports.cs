using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Streaming.Transports;

/// <summary>The ways in which a stream's bytes leave.</summary>
public sealed class StreamTransports(IOptions<StreamOptions> options)
{
    /// <summary>
    /// Returns the takeover of a request's socket, which costs least; null if the stream must go through the web server. A socket can be taken
    /// over on plain HTTP/1.1, if there is nothing to read from the client, and if the setting permits it.
    /// </summary>
    public IStreamTakeover? FindTakeover(HttpContext context) =>
        options.Value.UseSocketTakeover
        && HttpProtocol.IsHttp11(context.Request.Protocol)
        && context.Features.Get<ITlsConnectionFeature>() is null
        && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true
            ? context.Features.Get<IStreamTakeover>()
            : null;

    /// <summary>Returns the way through the web server.</summary>
    public static IStreamOutput ThroughServer(HttpContext context) => new PipeOutput(context.Response.BodyWriter, context.Abort);
}
