using LiveFeed.Api.Http;
using LiveFeed.Api.RateLimits;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.Options;

namespace LiveFeed.Api.Feed;

/// <summary>Gives streams their places within the limits.</summary>
internal sealed class StreamAdmission(StreamLimiter limiter, EndpointRateLimit rates, IOptions<StreamOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Returns the lease of a place, which is released by disposing it, or the error. A reader who resumes waits a little for a place: after a
    /// restart a whole hall comes back at once, partly before its old connections are found to be gone.
    /// </summary>
    public async Task<Result<IDisposable>> AdmitAsync(HttpContext context, IReadOnlyList<string> topics, bool resumes, bool isReplay = false)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            var admitted = await TryAdmitAsync(context, topics, isReplay);
            if (admitted.Error is null || !resumes || time.GetElapsedTime(since) >= options.Value.OpenWait)
                return admitted;
            await Task.Delay(Pause, time, context.RequestAborted);
        }
    }

    /// <summary>Counts an opening that came to nothing. Returns the error if there are too many.</summary>
    public ValueTask<Error?> CountAsync(HttpContext context) => rates.TryTakeAsync(context, RateLimitPolicy.OpenStream, context.ClientAddress());

    private async ValueTask<Result<IDisposable>> TryAdmitAsync(HttpContext context, IReadOnlyList<string> topics, bool isReplay)
    {
        var (lease, limit) = await limiter.AcquireAsync(context.Token()?.Actor.UserId, context.ClientAddress(), topics, isReplay);
        if (lease is null)
            return TooMany(context, limit!);

        if (await rates.TryTakeAsync(context, RateLimitPolicy.OpenStream, context.ClientAddress()) is not { } error)
            return new Result<IDisposable> { Value = lease };
        lease.Dispose();
        return error;
    }

    public static Error TooMany(HttpContext context, string limit)
    {
        if (limit is StreamLimiter.Replays or StreamLimiter.ReplaysOfAddress)
        {
            // A replay lasts longer than most streams, and nobody is kept waiting for a score.
            context.Response.Headers.RetryAfter = "60";
            return new Error(ErrorCode.TooManyReplays, limit == StreamLimiter.Replays
                ? "This server sends as many replays as it may. Try again later; the live stream, without from and speed, is open to you."
                : "As many replays are open from your address as may be. Close one, or try again later; the live stream, without from and speed, is open to you.");
        }

        context.Response.Headers.RetryAfter = "5";
        return new Error(ErrorCode.TooManyStreams, $"Too many streams are open for this {limit}. Close one, or try again later.");
    }
}
