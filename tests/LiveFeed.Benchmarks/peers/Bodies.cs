using Microsoft.AspNetCore.Http;

namespace LiveFeed.Benchmarks.Peers;

internal static class Bodies
{
    /// <summary>Returns a request's whole body.</summary>
    public static async Task<byte[]> ReadBodyAsync(this HttpRequest request)
    {
        var body = new byte[(int)request.ContentLength!];
        await request.Body.ReadExactlyAsync(body, request.HttpContext.RequestAborted);
        return body;
    }
}
