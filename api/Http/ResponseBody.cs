namespace LiveFeed.Api.Http;

/// <summary>
/// Writes bodies piece by piece, each when the client has read most of those before it. Written at once, a body would be kept whole for as
/// long as a client likes to take.
/// </summary>
internal static class ResponseBody
{
    /// <summary>The size of a piece in bytes, and how much the server buffers for a connection.</summary>
    public const int PieceSize = 32 * 1024;

    public static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        for (var at = 0; at < body.Length; at += PieceSize)
            await response.BodyWriter.WriteAsync(body.Slice(at, Math.Min(PieceSize, body.Length - at)), cancellationToken);
    }

    public static async Task WriteAsync(HttpResponse response, IEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken cancellationToken)
    {
        foreach (var piece in pieces)
            await response.BodyWriter.WriteAsync(piece, cancellationToken);
    }
}
