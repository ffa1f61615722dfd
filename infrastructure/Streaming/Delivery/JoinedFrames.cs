using System.Buffers;
using System.Text;
using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Streaming.Delivery;

/// <summary>The SSE events of a stream of several topics: the id joins the cursors of all, and the data names the topic.</summary>
internal static class JoinedFrames
{
    /// <summary>Returns how many bytes the id and the topic add to an entry, at most.</summary>
    public static int ExtraLength(IReadOnlyList<JoinedTopic> topics, JoinedTopic of)
    {
        var length = of.Label.Data.Length;
        for (var i = 0; i < topics.Count; i++)
            length += topics[i].Label.Id.Length + topics[i].Cursor.Length + 1;
        return length;
    }

    /// <summary>Writes an entry, whose cursor is the topic's from now on.</summary>
    public static void WriteEntry(IBufferWriter<byte> output, IReadOnlyList<JoinedTopic> topics, JoinedTopic topic, FeedEntry entry)
    {
        topic.Cursor = entry.Cursor;
        BeginEvent(output, topics, topic);
        // After the opening brace.
        output.Write(entry.Payload.Span[1..]);
        output.Write("\n\n"u8);
    }

    /// <summary>Writes the start of a snapshot's event, which has the topic's tag too: a client that keeps positions itself joins its cursors with it.</summary>
    public static void BeginSnapshot(IBufferWriter<byte> output, IReadOnlyList<JoinedTopic> topics, JoinedTopic topic)
    {
        BeginEvent(output, topics, topic);
        output.Write("\"tag\":\""u8);
        output.Write(Encoding.ASCII.GetBytes(topic.Label.Tag));
        output.Write("\","u8);
    }

    /// <summary>Writes the id and the start of the data, up to the members that follow the topic's name.</summary>
    private static void BeginEvent(IBufferWriter<byte> output, IReadOnlyList<JoinedTopic> topics, JoinedTopic topic)
    {
        output.Write("id: "u8);
        var isFirst = true;
        for (var i = 0; i < topics.Count; i++)
        {
            var joined = topics[i];
            if (joined.Cursor.IsEmpty || joined.Closed is not null)
                continue;
            if (!isFirst)
                output.Write("~"u8);
            isFirst = false;
            output.Write(joined.Label.Id);
            output.Write(joined.Cursor.Span);
        }

        output.Write(topic.Label.Data);
    }

    /// <summary>Writes signals of a topic. They have no id: whoever resumes doesn't get them again.</summary>
    public static void WriteSignals(IBufferWriter<byte> output, JoinedTopic topic, IReadOnlyList<byte[]> signals)
    {
        foreach (var members in signals)
        {
            // Without the line's end of an id.
            output.Write(topic.Label.Data.AsSpan(1));
            output.Write(members);
            output.Write("\n\n"u8);
        }
    }

    /// <summary>Writes the events that report which topics were closed since the last time.</summary>
    public static void WriteNewlyClosed(IBufferWriter<byte> output, IReadOnlyList<JoinedTopic> topics)
    {
        for (var i = 0; i < topics.Count; i++)
        {
            if (topics[i] is not { IsUnannounced: true, Closed: { } reason } closed)
                continue;
            closed.IsUnannounced = false;
            WriteClosed(output, closed.Feed.Path, reason.ToWireName());
        }
    }

    /// <summary>Writes the event that reports that nothing of a topic is sent, and why.</summary>
    public static void WriteClosed(IBufferWriter<byte> output, string topic, string code) =>
        output.Write(Encoding.ASCII.GetBytes($"event: topic-closed\ndata: {{\"topic\":\"{topic}\",\"code\":\"{code}\"}}\n\n"));
}
