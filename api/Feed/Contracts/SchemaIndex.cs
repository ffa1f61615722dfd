using System.Text.Json.Serialization;

namespace LiveFeed.Api.Feed.Contracts;

/// <summary>The schemas that there are.</summary>
internal sealed record SchemaIndex(IReadOnlyList<SchemaLink> Schemas);

/// <summary>A schema.</summary>
/// <param name="Name">The type of the entry, or the name of the event.</param>
/// <param name="Version">Its version.</param>
/// <param name="Event">The name of the SSE event; left out if it is a message without one.</param>
/// <param name="Summary">What it reports.</param>
/// <param name="Href">Its address, from that of this index.</param>
internal sealed record SchemaLink(
    string Name, string Version, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Event, string Summary, string Href);
