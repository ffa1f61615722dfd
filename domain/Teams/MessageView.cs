using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Teams;

/// <summary>A message.</summary>
/// <param name="Id">Its id.</param>
/// <param name="By">Who wrote it, with the name of that time in the feed, and today's in lists.</param>
/// <param name="Text">What it says: plain text, whose lines end with a line feed.</param>
/// <param name="PostedAt">When the server stored it.</param>
/// <param name="ClientMessageId">The client's own id for it; left out if it gave none.</param>
public sealed record MessageView(
    string Id, PersonView By, string Text, DateTimeOffset PostedAt, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ClientMessageId = null);
