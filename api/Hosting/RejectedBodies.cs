using System.Buffers;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace LiveFeed.Api.Hosting;

/// <summary>
/// Reads the rest of a body that was rejected for its size, before the connection is closed. Kestrel does that for every other rejection. Where a connection is closed on
/// a client that still sends, TCP resets it, and the client may lose the response that it has not read yet: nginx then says 502 in place of 413.
/// </summary>
internal static class RejectedBodies
{
    /// <summary>The most that is read; nginx as configured in <c>deploy/nginx</c> passes on 9 MB.</summary>
    private const int MaxBytes = 16 * 1024 * 1024;

    private const int Piece = 64 * 1024;

    /// <summary>As long as Kestrel reads the rest of other bodies.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    public static IApplicationBuilder UseDrainedBodies(this IApplicationBuilder app)
    {
        var time = app.ApplicationServices.GetRequiredService<TimeProvider>();
        return app.Use(async (context, next) =>
        {
            await next(context);
            // A stream of HTTP/2 ends by itself. Whoever has sent Expect waits, and sends no body after a rejection.
            if (context.Response.StatusCode == StatusCodes.Status413PayloadTooLarge && !HttpProtocol.IsHttp2(context.Request.Protocol) && context.Request.Headers.Expect.Count == 0
                && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = null;
                await context.Response.CompleteAsync();
                await DrainAsync(context, time);
            }
        });
    }

    private static async Task DrainAsync(HttpContext context, TimeProvider time)
    {
        using var patience = new CancellationTokenSource(MaxTime, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            for (int total = 0, read = -1; total < MaxBytes && read != 0; total += read)
                read = await context.Request.Body.ReadAsync(piece, end.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ConnectionResetException or ConnectionAbortedException or BadHttpRequestException)
        {
            // The client has gone, or sends too slowly: the response is on its way, and the connection is closed in any case.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
