using System.Globalization;
using System.Net;

namespace LiveFeed.IntegrationTests.Feed.Joined;

/// <summary>
/// A reader of several topics on one stream, that behaves like a browser: it connects, applies what it receives, and reconnects with its last id if
/// it is disconnected, sometimes with other topics. It checks each id, and records everything, to be compared with the logs.
/// </summary>
/// <param name="http">A client of its own.</param>
/// <param name="topics">The topics that it may choose from.</param>
/// <param name="random">Decides when it is disconnected, and which topics it follows.</param>
/// <param name="cutChance">The probability that it is disconnected after each item.</param>
internal sealed class JoinedReader(HttpClient http, IReadOnlyList<string> topics, Random random, double cutChance)
{
    // A browser's EventSource reports silence only by what the page makes of it.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, FollowedTopic> followed = [];
    private string? lastEventId;

    public int Connections { get; private set; }

    public int Resets { get; private set; }

    public int Closings { get; private set; }

    public int Signals { get; private set; }

    /// <summary>Everything that was received as an entry, by topic and sequence.</summary>
    public Dictionary<(string Topic, long Sequence), string> Entries { get; } = [];

    /// <summary>Reads over as many connections as needed, until it has followed all of the topics up to their ends.</summary>
    /// <param name="ends">Returns the last sequence of each topic; null while they are written.</param>
    /// <param name="over">Ends it.</param>
    public async Task RunAsync(Func<IReadOnlyDictionary<string, long>?> ends, CancellationToken over)
    {
        while (!HasAll(ends()))
        {
            over.ThrowIfCancellationRequested();
            Choose(all: ends() is not null);
            try
            {
                var query = string.Join('&', followed.Keys.Select(id => $"topic={id}"));
                await using var stream = await StreamClient.OpenAsync(http, $"/api/stream?{query}", LastEventId());
                Connections++;
                await ReadAsync(stream, ends, over);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or StreamRejectedException { Response.StatusCode: HttpStatusCode.ServiceUnavailable })
            {
                // The server is unavailable for a moment: a browser tries again, too.
                await Task.Yield();
            }
            catch (StreamRejectedException exception) when (exception.Response.StatusCode == HttpStatusCode.Forbidden)
            {
                // Of all that it follows, it may read nothing now.
                await Task.Yield();
            }
        }
    }

    /// <summary>Asserts that what was received are the logs' entries, and that the final states are the logs' too.</summary>
    public void HoldAgainst(IReadOnlyDictionary<string, LogProbe> logs)
    {
        foreach (var ((topic, sequence), entry) in Entries)
        {
            var stored = $"{{\"topic\":\"{topic}\",{logs[topic].Entries[sequence].GetRawText()[1..]}";
            // What was deleted since had its text when it was received, or not.
            Assert.True(stored == entry || stored == JsonNodes.Blanked(entry), $"{topic} {sequence}: stored {stored}, received {entry}");
        }

        foreach (var (topic, log) in logs)
        {
            Assert.Equal(log.Head, followed[topic].Position);
            Assert.Equal(
                log.State().ToDictionary(pair => pair.Key, pair => JsonNodes.Sorted(pair.Value)), followed[topic].State.ToDictionary(pair => pair.Key, pair => JsonNodes.Sorted(pair.Value)));
        }
    }

    private bool HasAll(IReadOnlyDictionary<string, long>? ends) =>
        ends is not null && ends.All(end => followed.TryGetValue(end.Key, out var topic) && topic.Position >= end.Value);

    // At the end it follows everything.
    private void Choose(bool all)
    {
        foreach (var topic in topics)
        {
            if (all || (random.Next(4) > 0 && followed.Count < 3))
                followed.TryAdd(topic, new FollowedTopic());
            else if (random.Next(3) == 0 && followed.Count > 1)
                followed.Remove(topic);
        }

        if (followed.Count == 0)
            followed.Add(topics[0], new FollowedTopic());
    }

    private async Task ReadAsync(StreamClient stream, Func<IReadOnlyDictionary<string, long>?> ends, CancellationToken over)
    {
        foreach (var topic in followed.Values)
            topic.IsClosed = false;
        while (!HasAll(ends()) && random.NextDouble() >= cutChance)
        {
            StreamItem? item;
            try
            {
                item = await stream.NextAsync(Patience);
            }
            catch (TimeoutException)
            {
                over.ThrowIfCancellationRequested();
                return;
            }

            if (item is null or { Type: "bye" })
                return;
            Take(item);
        }
    }

    /// <summary>Returns the last id, without the topics that it has given up since: those begin anew.</summary>
    private string? LastEventId()
    {
        var parts = lastEventId?.Split('~').Where(part => followed.Any(topic => topic.Value.Position >= 0 && part.StartsWith(JoinedTags.Of(topic.Key), StringComparison.Ordinal))).ToList();
        return parts is { Count: > 0 } ? string.Join('~', parts) : null;
    }

    private void Take(StreamItem item)
    {
        var path = item.Data.GetProperty("topic").GetString()!;
        var topic = followed[path];
        Assert.False(topic.IsClosed, "Nothing comes of a topic that is closed.");
        if (item.Type == "topic-closed")
        {
            Closings++;
            // What it had is not its to keep.
            followed[path] = new FollowedTopic { IsClosed = true };
            return;
        }

        // Signals stand beside the log.
        if (item.Kind is "presence" or "typing")
        {
            // Of a connection that has sent no id yet, the parser knows none.
            Assert.True(item.Id.Length == 0 || item.Id == lastEventId, "A signal has an id.");
            Signals++;
            return;
        }

        lastEventId = item.Id;
        var cursors = item.Id.Split('~').Select(part => part.Split(':')).ToDictionary(part => part[0], part => long.Parse(part[1].Split('.')[1], CultureInfo.InvariantCulture));
        var sequence = cursors[JoinedTags.Of(path)];
        if (item.Kind == "snapshot")
        {
            if (item.Data.TryGetProperty("reset", out _))
                Resets++;
            else
                Assert.True(topic.Position < 0, "A snapshot without a reason in the middle of a feed.");
            topic.State.Clear();
            foreach (var entry in item.Data.GetProperty("entries").EnumerateArray())
                LogProbe.Apply(topic.State, entry);
        }
        else
        {
            Assert.Equal(topic.Position + 1, sequence);
            Entries[(path, sequence)] = item.Data.GetRawText();
            LogProbe.Apply(topic.State, JsonNodes.Without(item.Data, "topic"));
        }

        topic.Position = sequence;
        // The id is the position in every topic, as far as it has begun.
        Assert.Equal(
            followed.Where(pair => pair.Value is { Position: >= 0, IsClosed: false }).ToDictionary(pair => JoinedTags.Of(pair.Key), pair => pair.Value.Position).OrderBy(pair => pair.Key, StringComparer.Ordinal),
            cursors.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private sealed class FollowedTopic
    {
        public long Position { get; set; } = -1;

        public bool IsClosed { get; set; }

        public Dictionary<string, string> State { get; } = [];
    }
}
