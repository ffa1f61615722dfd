using System.Globalization;
using System.Text;
using LiveFeed.Infrastructure.Streaming.Replays;

namespace LiveFeed.Api.Recordings;

/// <summary>Sends a recording as the stream that it was recorded from, to clients that know no difference.</summary>
/// <param name="recording">The recording.</param>
/// <param name="speed">How many times faster it is than the feed was.</param>
/// <param name="time">The clock.</param>
internal sealed class RecordingPlayer(Recording recording, int speed, TimeProvider time)
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public async Task PlayAsync(HttpContext context)
    {
        var last = context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header ? header : context.Request.Query["lastEventId"].ToString();
        var (before, after) = await recording.FindAsync(last, context.RequestAborted);
        // Pages of every origin: it is for those who develop them.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        if (last == ReplayRunner.EndId || (before > 0 && after == 0))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await WriteAsync(context, ": welcome\nretry: 1000\n\n");
            await SendAsync(context, before);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
    }

    private async Task SendAsync(HttpContext context, int skipped)
    {
        var pace = new ReplayPace(speed, MaxPause, time);
        var type = "";
        await foreach (var message in recording.ReadAsync(context.RequestAborted).Skip(skipped))
        {
            pace.Advance(message.ReceivedAt);
            while (pace.Left is var left && left > TimeSpan.Zero)
            {
                await Task.Delay(left < KeepAlive ? left : KeepAlive, time, context.RequestAborted);
                if (left > KeepAlive)
                    await WriteAsync(context, ": keep-alive\n\n");
            }

            type = message.Type;
            await WriteAsync(context, Frame(message.Id, type, message.Data.GetRawText()));
        }

        if (type != "bye")
            await WriteAsync(context, Frame(ReplayRunner.EndId, "bye", """{"code":"replay_ended"}"""));
    }

    private static string Frame(string id, string type, string data) => string.Create(
        CultureInfo.InvariantCulture, $"{(id.Length > 0 ? $"id: {id}\n" : "")}{(type == "message" ? "" : $"event: {type}\n")}data: {data}\n\n");

    private static async Task WriteAsync(HttpContext context, string text)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
