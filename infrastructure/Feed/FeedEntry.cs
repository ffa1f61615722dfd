using System.Globalization;
using System.Text;
using LiveFeed.Infrastructure.Persistence;

namespace LiveFeed.Infrastructure.Feed;

/// <summary>A committed entry in memory, encoded once for all subscribers.</summary>
internal sealed class FeedEntry
{
    private readonly int payloadStart;

    private FeedEntry(FeedEntryRow row, string epoch)
    {
        (Sequence, Type, Key, Removed) = (row.Sequence, row.Type, row.Key, row.Removed);
        Subject = new EntrySubject(row.MatchId, row.Team1Id, row.Team2Id, row.DivisionId);
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {epoch}.{row.Sequence}\ndata: "));
        payloadStart = head.Length;
        Frame = [.. head, .. row.Payload, (byte)'\n', (byte)'\n'];
    }

    public long Sequence { get; }

    public string Type { get; }

    public string? Key { get; }

    public bool Removed { get; }

    public EntrySubject Subject { get; }

    /// <summary>The entry as an SSE event, ready to send.</summary>
    public byte[] Frame { get; }

    /// <summary>The entry's JSON.</summary>
    public ReadOnlyMemory<byte> Payload => Frame.AsMemory(payloadStart, Frame.Length - payloadStart - 2);

    internal static FeedEntry FromRow(FeedEntryRow row, string epoch) => new(row, epoch);
}
