using System.Text.Json;
using LiveFeed.Infrastructure.Streaming.Feeds;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>A committed feed entry.</summary>
internal sealed class FeedEntryRow
{
    public required string Topic { get; init; }

    public required long Sequence { get; init; }

    /// <summary>Random characters that distinguish the entry from another one with its sequence; null for entries that are older than checks.</summary>
    public string? Check { get; init; }

    public required string Type { get; init; }

    public required string? Key { get; init; }

    public required bool Removed { get; init; }

    public required MatchId? MatchId { get; init; }

    public required int? Team1Id { get; init; }

    public required int? Team2Id { get; init; }

    public required int? DivisionId { get; init; }

    /// <summary>The subject whose readers don't get the entry: team 1, team 2 and division, as JSON. Null for nearly all entries.</summary>
    public string? MovedTo { get; init; }

    /// <summary>The exact UTF-8 bytes that clients get.</summary>
    public required byte[] Payload { get; set; }

    /// <summary>Returns the entry as the streaming engine sends it.</summary>
    public FeedEntry ToEntry(string epoch) => new(
        new FeedCursor(epoch, Sequence, Check), Type, Key, Removed, new EntrySubject(MatchId, Team1Id, Team2Id, DivisionId), Payload,
        MovedTo is null ? null : ReadSubject(MatchId, MovedTo));

    /// <summary>Returns what <see cref="MovedTo"/> stores of a subject.</summary>
    public static string? WriteSubject(EntrySubject? subject) =>
        subject is { } moved ? JsonSerializer.Serialize<int?[]>([moved.Team1Id, moved.Team2Id, moved.DivisionId]) : null;

    private static EntrySubject ReadSubject(MatchId? matchId, string text)
    {
        var ids = JsonSerializer.Deserialize<int?[]>(text)!;
        return new EntrySubject(matchId, ids[0], ids[1], ids[2]);
    }
}
