using System.Net;
using Polly;
using Polly.Retry;

namespace LiveFeed.Api.Replay.Client;

/// <summary>
/// Which requests are sent again, and when. Every request of a replay may be repeated: reads, PUTs and DELETEs by nature, scores because
/// they carry a <c>clientUpdateId</c>, the others because their callers know the response to a repeat.
/// </summary>
internal static class RetryPolicy
{
    private const int MaxFaults = 6;

    // A limited client is healthy, only early. This many rejections in a row mean that the limit lets nothing through at all.
    private const int MaxRejections = 100;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(1);

    public static ResiliencePipeline<ApiResponse> Create(TimeProvider time) =>
        new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<ApiResponse>
            {
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result?.Status == HttpStatusCode.TooManyRequests),
                MaxRetryAttempts = MaxRejections,
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Wait(args.Outcome.Result)),
            })
            .AddRetry(new RetryStrategyOptions<ApiResponse>
            {
                ShouldHandle = args => ValueTask.FromResult(IsFault(args.Outcome, args.Context.CancellationToken)),
                MaxRetryAttempts = MaxFaults,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                UseJitter = true,
                // A draining server may say when it is back. Null leaves the delay to the back-off.
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter),
            })
            .Build();

    private static TimeSpan Wait(ApiResponse? response)
    {
        var asked = response?.RetryAfter ?? UsualWait;
        return asked > ShortestWait ? asked : ShortestWait;
    }

    private static bool IsFault(Outcome<ApiResponse> outcome, CancellationToken cancellation) => outcome switch
    {
        { Result.Status: HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError } => true,
        { Exception: HttpRequestException or IOException } => true,
        // The client's own time-out, which looks like a cancellation but isn't the caller's.
        { Exception: OperationCanceledException } => !cancellation.IsCancellationRequested,
        _ => false,
    };
}
