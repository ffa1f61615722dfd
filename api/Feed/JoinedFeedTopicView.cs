using System.Text.Json.Serialization;

namespace LiveFeed.Api.Feed;

/// <summary>A page of one of several feeds.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Tag">What precedes its cursor in the joined one.</param>
/// <param name="Reset">Why this is a snapshot although a cursor was given.</param>
/// <param name="More">Whether there are more entries after the cursor already.</param>
/// <param name="Entries">The entries in order, or the latest of every key.</param>
/// <param name="Closed">The code of the error, if the topic can't be read. Then it has no entries.</param>
internal sealed record JoinedFeedTopicView(
    string Topic,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Tag = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reset = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? More = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<EntryView>? Entries = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Closed = null);
