using System.Globalization;
using System.Text;
using LiveFeed.Api.Http;
using LiveFeed.Infrastructure.Streaming.Transports;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace LiveFeed.Api.Feed;

/// <summary>The response that is a stream.</summary>
internal static class StreamResponse
{
    /// <summary>Begins the response, and sends the stream: by the connection's socket if it can be taken over, else through the server.</summary>
    /// <param name="context">The request.</param>
    /// <param name="transports">The ways in which its bytes leave.</param>
    /// <param name="lease">The stream's place, which is released when it ends.</param>
    /// <param name="open">Sends what comes first, to the response's body. Returns what sends the rest; null if the stream has ended.</param>
    public static async Task<IResult> SendAsync(HttpContext context, StreamTransports transports, IDisposable lease, Func<Task<StreamRun?>> open)
    {
        var takeover = transports.FindTakeover(context);
        var held = lease;
        try
        {
            await BeginAsync(context, takeover is not null);
            if (await open() is not { } run)
                return Results.Empty;
            if (takeover is null)
            {
                await run(StreamTransports.ThroughServer(context), context.RequestAborted);
                return Results.Empty;
            }

            // The lease outlives this request: it ends with the stream.
            held = null;
            takeover.TakeOver(context, async (output, clientGone) =>
            {
                using (lease)
                    await run(output, clientGone);
            });
            return Results.Empty;
        }
        finally
        {
            held?.Dispose();
        }
    }

    /// <summary>Begins the response, and sends a stream through the server, which ends with the request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="run">Sends the stream to the response's body.</param>
    public static async Task<IResult> SendThroughServerAsync(HttpContext context, Func<Task> run)
    {
        await BeginAsync(context, isLastOnConnection: false);
        await run();
        return Results.Empty;
    }

    public static void SetHeaders(HttpResponse response)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
    }

    /// <summary>
    /// Sends the headers and a comment at once, so that the client knows that it is connected before there is anything to send.
    /// </summary>
    private static async Task BeginAsync(HttpContext context, bool isLastOnConnection)
    {
        context.LeaveUnwatched();
        var response = context.Response;
        SetHeaders(response);
        if (isLastOnConnection)
            response.Headers.Connection = "close";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // A silent stream is not a slow client. The pumps have their own rule for clients that don't read.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        // Different for every connection, so that connections that break together don't come back together.
        var retry = Random.Shared.Next(1_000, 5_001).ToString(CultureInfo.InvariantCulture);
        await response.BodyWriter.WriteAsync(Encoding.ASCII.GetBytes($": welcome\nretry: {retry}\n"), context.RequestAborted);
    }
}
