using System.Text.Json;

namespace LiveFeed.Api.Recordings;

/// <summary>One line of a recording: a message of a feed as it was received.</summary>
/// <param name="Id">The event id after it; empty if the stream has sent none yet.</param>
/// <param name="Type">The SSE event type: <c>message</c>, or the name of a named event.</param>
/// <param name="Data">Its JSON. A snapshot that took the place of entries has a member <c>reset</c>.</param>
/// <param name="ReceivedAt">When it was received.</param>
internal sealed record RecordedMessage(string Id, string Type, JsonElement Data, DateTimeOffset ReceivedAt);
