using System.Text;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>A committed entry in memory, encoded once for all subscribers.</summary>
internal sealed class FeedEntry
{
    private const string IdField = "id: ";

    private readonly int cursorLength;
    private byte[] frame;
    private readonly int payloadStart;

    /// <param name="cursor">Its position: the id that clients get.</param>
    /// <param name="type">One of <see cref="EntryTypes"/>.</param>
    /// <param name="key">What it is the state of; null if it is no state.</param>
    /// <param name="removed">Whether it says that the thing is gone.</param>
    /// <param name="subject">What filters look at.</param>
    /// <param name="payload">Its JSON, in UTF-8 and on one line.</param>
    /// <param name="movedTo">The subject whose readers don't get it (<see cref="FeedEntryDraft.MovedTo"/>); null if there is none.</param>
    public FeedEntry(FeedCursor cursor, string type, string? key, bool removed, EntrySubject subject, byte[] payload, EntrySubject? movedTo = null)
    {
        (Sequence, Check) = (cursor.Sequence, cursor.Check);
        Type = type;
        Key = key;
        Removed = removed;
        Subject = subject;
        MovedTo = movedTo;
        var id = cursor.ToString();
        cursorLength = id.Length;
        var head = Encoding.ASCII.GetBytes($"{IdField}{id}\ndata: ");
        payloadStart = head.Length;
        frame = [.. head, .. payload, (byte)'\n', (byte)'\n'];
    }

    public long Sequence { get; }

    /// <summary>Distinguishes it from another entry at its sequence; null for entries from before there were checks.</summary>
    public string? Check { get; }

    public string Type { get; }

    public string? Key { get; }

    public bool Removed { get; }

    public EntrySubject Subject { get; }

    /// <summary>The subject whose readers don't get the entry; null if there is none.</summary>
    public EntrySubject? MovedTo { get; }

    /// <summary>The entry as an SSE event, ready to send.</summary>
    public byte[] Frame => Volatile.Read(ref frame);

    /// <summary>Its position, in ASCII.</summary>
    public ReadOnlyMemory<byte> Cursor => Frame.AsMemory(IdField.Length, cursorLength);

    /// <summary>The entry's JSON.</summary>
    public ReadOnlyMemory<byte> Payload => PayloadOf(Frame);

    /// <summary>Whether the texts of earlier entries of its key are to be blanked: what somebody wrote was deleted.</summary>
    public bool BlanksEarlier => Removed && Type == EntryTypes.Message;

    /// <summary>Takes the text out of it. Who is sending it meanwhile sends it as it was.</summary>
    public void Blank()
    {
        var blank = Frame.ToArray();
        TextBlanking.BlankInPlace(PayloadOf(blank).Span);
        Volatile.Write(ref frame, blank);
    }

    private Memory<byte> PayloadOf(byte[] of) => of.AsMemory(payloadStart, of.Length - payloadStart - 2);

    /// <summary>Returns whether readers with this filter get the entry.</summary>
    public bool IsFor(ReaderFilter filter) => filter.Matches(Type, Subject) && !(MovedTo is { } subject && filter.Matches(Type, subject));
}
