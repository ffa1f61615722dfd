using System.Diagnostics;

namespace LiveFeed.Benchmarks.Faults;

/// <summary>
/// Posts messages one after the other, at a steady rate. A message that the one before has held up is posted at once, so that all are posted and their
/// order is certain. Nothing is posted twice: what was not acknowledged counts as not posted.
/// </summary>
internal sealed class Poster : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private readonly HttpClient http = new() { Timeout = Timeout };
    private readonly HashSet<long> acknowledged = [];

    /// <summary>The numbers of the messages that were acknowledged: the response was a success.</summary>
    public IReadOnlySet<long> Acknowledged => acknowledged;

    /// <summary>Why the first post failed that did; null if none failed.</summary>
    public string? FirstFailure { get; private set; }

    /// <summary>The longest time that one post took.</summary>
    public TimeSpan Longest { get; private set; }

    /// <param name="request">Returns the request that posts a message.</param>
    /// <param name="from">The first message's number.</param>
    /// <param name="count">How many.</param>
    /// <param name="rate">How many per second.</param>
    /// <param name="cancellationToken">Cancels the posting.</param>
    public async Task RunAsync(Func<string, HttpRequestMessage> request, long from, int count, int rate, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds(i / (double)rate);
            if (due - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } early)
                await Task.Delay(early, cancellationToken);
            var sent = Stopwatch.GetTimestamp();
            await PostAsync(request, from + i, cancellationToken);
            if (Stopwatch.GetElapsedTime(sent) is var took && took > Longest)
                Longest = took;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task PostAsync(Func<string, HttpRequestMessage> request, long number, CancellationToken cancellationToken)
    {
        try
        {
            using var post = request(Message.Write(number));
            using var response = await http.SendAsync(post, cancellationToken);
            if (response.IsSuccessStatusCode)
                acknowledged.Add(number);
            else
                FirstFailure ??= $"status {(int)response.StatusCode}";
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            FirstFailure ??= exception.Message;
        }
    }
}
