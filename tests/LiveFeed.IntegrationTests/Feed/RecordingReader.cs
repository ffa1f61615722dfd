using System.Diagnostics;
using System.Net;

namespace LiveFeed.IntegrationTests.Feed;

/// <summary>
/// A reader that behaves like a browser: it connects, applies what it receives, and reconnects with its last id if it is disconnected. It
/// records everything, to be compared with the log.
/// </summary>
/// <param name="http">A client of its own.</param>
/// <param name="path">The stream.</param>
/// <param name="random">Decides when it is disconnected.</param>
/// <param name="cutChance">The probability that it is disconnected after each item.</param>
/// <param name="patience">After how much silence it reconnects.</param>
/// <param name="waits">Whether it waits before it reconnects, as long as the stream has said.</param>
internal sealed class RecordingReader(HttpClient http, string path, Random random, double cutChance, TimeSpan? patience = null, bool waits = false)
{
    // What browsers take if a stream has said nothing.
    private static readonly TimeSpan UsualRetry = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, string> state = [];
    private readonly List<Reconnection> reconnections = [];
    private long position = -1;
    private Interruption? interruption;
    private TimeSpan retry = UsualRetry;
    private string? goodbye;

    public string? LastEventId { get; private set; }

    public int Connections { get; private set; }

    public int Resets { get; private set; }

    /// <summary>The interruptions that are over.</summary>
    public IReadOnlyList<Reconnection> Reconnections => reconnections;

    /// <summary>Everything that was received as an entry, by sequence.</summary>
    public Dictionary<long, string> Entries { get; } = [];

    public IReadOnlyDictionary<string, string> State => state;

    /// <summary>Reads until the entry with this sequence has been received, over as many connections as needed.</summary>
    public async Task RunAsync(Func<long?> until, CancellationToken cancellationToken)
    {
        while (until() is not { } end || position < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            interruption?.Attempts += 1;
            try
            {
                await using var stream = await StreamClient.OpenAsync(http, path, LastEventId);
                interruption?.ConnectedAt = Stopwatch.GetTimestamp();
                Connections++;
                await ReadAsync(stream, until, cancellationToken);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or StreamRejectedException { Response.StatusCode: HttpStatusCode.ServiceUnavailable })
            {
                // The server is unavailable for a moment: a browser tries again, too.
                await Task.Yield();
            }

            // Attempts in vain are part of it.
            if (position >= 0)
                interruption ??= new Interruption(Stopwatch.GetTimestamp(), retry, goodbye);
            goodbye = null;
            if (waits && (until() is not { } last || position < last))
            {
                using var pause = new PeriodicTimer(retry);
                await pause.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    private async Task ReadAsync(StreamClient stream, Func<long?> until, CancellationToken cancellationToken)
    {
        try
        {
            while (until() is not { } end || position < end)
            {
                StreamItem? item;
                try
                {
                    item = await stream.NextAsync(patience ?? TimeSpan.FromMilliseconds(500));
                }
                catch (TimeoutException)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    // The read is still under way, so this connection can't be read any further and is dropped like others.
                    return;
                }

                if (item?.Type == "bye")
                    goodbye = item.Data.GetProperty("code").GetString();
                if (item is null || goodbye is not null)
                    return;
                Take(item);
                if (random.NextDouble() < cutChance)
                    return;
            }
        }
        finally
        {
            if (stream.Retry > TimeSpan.Zero)
                retry = stream.Retry;
        }
    }

    private void Take(StreamItem item)
    {
        if (interruption is { } over)
        {
            reconnections.Add(new Reconnection(over.Goodbye, over.Retry, Stopwatch.GetElapsedTime(over.Since, over.ConnectedAt), over.Attempts));
            interruption = null;
        }

        if (item.Kind == "snapshot")
        {
            if (item.Data.TryGetProperty("reset", out _))
                Resets++;
            else
                Assert.True(position < 0, "A snapshot without a reason in the middle of a feed.");
            state.Clear();
            foreach (var entry in item.Data.GetProperty("entries").EnumerateArray())
                LogProbe.Apply(state, entry);
        }
        else
        {
            Assert.Equal(position + 1, item.Sequence);
            Assert.True(Entries.TryAdd(item.Sequence, item.Data.GetRawText()), $"Entry {item.Sequence} came twice.");
            LogProbe.Apply(state, item.Data);
        }

        position = item.Sequence;
        LastEventId = item.Id;
    }

    /// <summary>Asserts that everything received equals the log, and that the final state is the log's.</summary>
    public void HoldAgainst(LogProbe log)
    {
        foreach (var (sequence, entry) in Entries)
            Assert.Equal(log.Entries[sequence].GetRawText(), entry);
        Assert.Equal(log.Head, position);
        Assert.Equal(log.State().OrderBy(pair => pair.Key, StringComparer.Ordinal), state.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    /// <summary>The time since a connection ended.</summary>
    private sealed class Interruption(long since, TimeSpan retry, string? goodbye)
    {
        public long Since => since;

        public TimeSpan Retry => retry;

        public string? Goodbye => goodbye;

        public int Attempts { get; set; }

        public long ConnectedAt { get; set; }
    }
}
