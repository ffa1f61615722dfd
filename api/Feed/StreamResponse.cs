using System.Globalization;
using System.Text;
using LiveFeed.Api.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace LiveFeed.Api.Feed;

/// <summary>How the response of a stream begins.</summary>
internal static class StreamResponse
{
    public static void SetHeaders(HttpResponse response)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
    }

    /// <summary>
    /// Sends the headers and a comment at once, so that the client knows that it is connected before there is anything to send.
    /// </summary>
    public static async Task BeginAsync(HttpContext context, bool isLastOnConnection)
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
