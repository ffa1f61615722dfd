using System.Text.Json;
using LiveFeed.Infrastructure.Streaming.Signals.Presence;

namespace LiveFeed.Infrastructure.Redis;

/// <summary>Who is in topics, as far as one instance knows by its own streams. It replaces what that instance has sent of them before.</summary>
/// <param name="From">The instance.</param>
/// <param name="Topics">The topics.</param>
internal sealed record PresenceMessage(string From, IReadOnlyList<TopicPeople> Topics)
{
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Options);

    /// <exception cref="JsonException">It is no such message.</exception>
    public static PresenceMessage Read(byte[] message) => JsonSerializer.Deserialize<PresenceMessage>(message, ApiJson.Options) is { From: not null, Topics: not null } read
        ? read
        : throw new JsonException("The message doesn't say who is where.");
}
