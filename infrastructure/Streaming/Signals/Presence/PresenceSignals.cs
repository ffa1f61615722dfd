using System.Text.Json;

namespace LiveFeed.Infrastructure.Streaming.Signals.Presence;

/// <summary>What readers get of who is in a topic.</summary>
internal static class PresenceSignals
{
    public const string Presence = "presence";
    public const string Typing = "typing";

    /// <summary>How many people are named; how many there are is always said.</summary>
    private const int MaxNamed = 100;

    /// <summary>Returns the signal's JSON after its opening brace and the topic.</summary>
    public static byte[] Write(string type, IReadOnlyList<Person> people)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new Signal(type, people.Count, [.. people.Take(MaxNamed)]), ApiJson.Options);
        return json[1..];
    }

    private sealed record Signal(string Type, int Count, IReadOnlyList<Person> Users);
}
