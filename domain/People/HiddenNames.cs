using System.Text.Json;

namespace LiveFeed.Domain.People;

/// <summary>The job that removes entries with names from a feed's log, after the event has come to publish less of them.</summary>
/// <param name="EventId">The event.</param>
public sealed record HiddenNames(EventId EventId)
{
    public const string JobKind = "hidden-names";

    internal static string PayloadOf(EventId eventId) => JsonSerializer.Serialize(new HiddenNames(eventId), ApiJson.Options);

    /// <summary>Reads a job's payload.</summary>
    public static HiddenNames From(string payload) => JsonSerializer.Deserialize<HiddenNames>(payload, ApiJson.Options)!;
}
