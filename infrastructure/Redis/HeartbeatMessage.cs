using System.Text.Json;
using System.Text.Json.Serialization;
using LiveFeed.Infrastructure.Streaming.History;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>
/// That an instance lives, and how far the feeds have come that it has written to lately. Other versions may send more members, which are ignored, or only
/// the first.
/// </summary>
/// <param name="From">The instance.</param>
/// <param name="IsLast">Whether it stops now.</param>
/// <param name="Heads">The heads by topic; null for none.</param>
internal sealed record HeartbeatMessage(string From, bool IsLast, Dictionary<string, LogHead>? Heads)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="JsonException">It is no such message.</exception>
    public static HeartbeatMessage Read(byte[] message) => JsonSerializer.Deserialize<HeartbeatMessage>(message, Json) is { From: not null } beat
        ? beat
        : throw new JsonException("The heartbeat doesn't say whose it is.");
}
