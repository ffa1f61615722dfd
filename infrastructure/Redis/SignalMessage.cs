using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.Infrastructure.Streaming.Signals;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>
/// A commit as it travels: JSON, so that <c>redis-cli subscribe</c> shows it, with each entry's payload as the exact bytes that readers get. Other versions may
/// send more members, which are ignored, or leave out those that may be null.
/// </summary>
internal sealed record SignalMessage(string From, string Epoch, long Sequence, long AccessVersion, string? PreviousCheck, IReadOnlyList<SignalMessage.Entry> Entries)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="from">The instance that sends it.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="maxBytes">If the entries have more bytes, they are left out.</param>
    public static byte[] Write(string from, TopicCommit commit, int maxBytes)
    {
        var entries = commit.Entries.Sum(entry => entry.Payload.Length) <= maxBytes ? commit.Entries.Select(Entry.From).ToList() : [];
        return JsonSerializer.SerializeToUtf8Bytes(new SignalMessage(from, commit.Epoch, commit.Sequence, commit.AccessVersion, commit.PreviousCheck, entries), Json);
    }

    /// <exception cref="JsonException">It is no such message.</exception>
    public static SignalMessage Read(byte[] message)
    {
        if (JsonSerializer.Deserialize<SignalMessage>(message, Json) is not { From: not null, Epoch: not null, Entries: not null } signal)
            throw new JsonException("The signal lacks what every signal has.");
        return signal.Entries.All(entry => entry is { Sequence: > 0, Type: not null, Payload: not null }) ? signal : throw new JsonException("An entry lacks what every entry has.");
    }

    public TopicCommit ToCommit(string topic) => new(topic, Epoch, Sequence, AccessVersion, PreviousCheck, [.. Entries.Select(entry => entry.ToEntry(Epoch))]);

    /// <summary>An entry. Divisions and teams are what readers filter by; so are those of <see cref="MovedTo"/>, in the order team 1, team 2, division.</summary>
    public sealed record Entry(
        long Sequence, string? Check, string Type, string? Key, bool Removed, int? Match, int? Team1, int? Team2, int? Division, int?[]? MovedTo,
        [property: JsonConverter(typeof(RawJson))] byte[] Payload)
    {
        public static Entry From(FeedEntry entry) => new(
            entry.Sequence, entry.Check, entry.Type, entry.Key, entry.Removed, entry.Subject.MatchId?.Value, entry.Subject.Team1Id, entry.Subject.Team2Id, entry.Subject.DivisionId,
            entry.MovedTo is { } moved ? [moved.Team1Id, moved.Team2Id, moved.DivisionId] : null, entry.Payload.ToArray());

        public FeedEntry ToEntry(string epoch)
        {
            var match = Match is { } id ? new MatchId(id) : (MatchId?)null;
            return new FeedEntry(
                new FeedCursor(epoch, Sequence, Check), Type, Key, Removed, new EntrySubject(match, Team1, Team2, Division), Payload,
                MovedTo is [var team1, var team2, var division] ? new EntrySubject(match, team1, team2, division) : null);
        }
    }

    /// <summary>JSON within JSON, byte by byte.</summary>
    private sealed class RawJson : JsonConverter<byte[]>
    {
        public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return JsonMarshal.GetRawUtf8Value(document.RootElement).ToArray();
        }

        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => writer.WriteRawValue(value, skipInputValidation: true);
    }
}
