using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace LiveFeed.Api.Http;

/// <summary>The server's response body, whose writer counts among the <see cref="UnreadResponses"/> while it waits for the client.</summary>
internal sealed class WatchedResponseBody(HttpContext context, IHttpResponseBodyFeature body, UnreadResponses unread) : PipeWriter, IHttpResponseBodyFeature
{
    /// <summary>What the server does without watching.</summary>
    public IHttpResponseBodyFeature Unwatched => body;

    public PipeWriter Writer => this;

    public Stream Stream => body.Stream;

    public override bool CanGetUnflushedBytes => body.Writer.CanGetUnflushedBytes;

    public override long UnflushedBytes => body.Writer.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => body.Writer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => body.Writer.GetSpan(sizeHint);

    public override void Advance(int bytes) => body.Writer.Advance(bytes);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => Watch(body.Writer.FlushAsync(cancellationToken));

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
        Watch(body.Writer.WriteAsync(source, cancellationToken));

    public override void CancelPendingFlush() => body.Writer.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => body.Writer.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => body.Writer.CompleteAsync(exception);

    public void DisableBuffering() => body.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => body.StartAsync(cancellationToken);

    // A file is read piece by piece.
    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        body.SendFileAsync(path, offset, count, cancellationToken);

    public Task CompleteAsync() => body.CompleteAsync();

    private ValueTask<FlushResult> Watch(ValueTask<FlushResult> write) => write.IsCompleted ? write : unread.WaitAsync(context, write);
}

internal static class WatchedResponses
{
    /// <summary>Applies <c>LiveFeed:Http:MaxUnreadResponses</c>.</summary>
    public static IApplicationBuilder UseWatchedResponses(this WebApplication app)
    {
        var unread = app.Services.GetRequiredService<UnreadResponses>();
        return app.Use((context, next) =>
        {
            context.Features.Set<IHttpResponseBodyFeature>(new WatchedResponseBody(context, context.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), unread));
            return next(context);
        });
    }

    /// <summary>Exempts a response that has rules of its own for clients that don't read. Nothing may have been written yet.</summary>
    public static void LeaveUnwatched(this HttpContext context)
    {
        if (context.Features.Get<IHttpResponseBodyFeature>() is WatchedResponseBody watched)
            context.Features.Set(watched.Unwatched);
    }
}
